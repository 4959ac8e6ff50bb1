/**
 * Turns this folder into another guide, so that the tests can run on it. Content is deleted, so use
 * it only in a copy, such as the checkout of a workflow.
 */
import { globSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { Workspace } from '../support/workspace.ts';
import { writeSmallGuide } from './small-guide.ts';

/** Tests compare this guide with the small one, so its names must differ. */
const names = { clinic: 'ward', Clinic: 'Ward', 'first-week': 'soon', 'hard-cases': 'later' };

rmSync('tests/this-guide', { recursive: true });
writeSmallGuide(new Workspace(process.cwd()));
// The labs are those of this guide.
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
