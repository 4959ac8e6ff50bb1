/**
 * Turns this folder into another guide, so that the tests can run on it. The script deletes
 * content, so use it only in a copy, such as a workflow's checkout.
 */
import { globSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { Workspace } from '../support/workspace.ts';
import { writeSmallGuide } from './small-guide.ts';

/** Tests compare the guide in this folder with the small guide, so the two need different names. */
const names = { clinic: 'ward', Clinic: 'Ward', 'first-week': 'soon', 'hard-cases': 'later' };

rmSync('tests/this-guide', { recursive: true });
writeSmallGuide(new Workspace(process.cwd()));
// The names in labs aren't replaced, because the labs' texts are still those of the original guide.
const written = [
  'src/guide-settings.ts',
  'src/content/{docs,glossary,paths,questions,sources}/*.*',
];
for (const file of globSync(written)) {
  const text = readFileSync(file, 'utf8');
  writeFileSync(
    file,
    Object.entries(names).reduce((all, [from, to]) => all.replaceAll(from, to), text),
  );
}
