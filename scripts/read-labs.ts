import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { LabSummary } from '../src/domain/guide/subject.ts';

/** Where labs stand, from the project's root. */
const labs = 'src/components/labs';

/** What the labs are called and ask for, each from its own file, as the pages have them. */
export async function readLabs(root: string): Promise<LabSummary[]> {
  const files = readdirSync(join(root, labs))
    .map((folder) => join(root, labs, folder, 'lab.ts'))
    .filter((file) => existsSync(file));
  return Promise.all(
    files.map(async (file) => {
      const { lab } = (await import(pathToFileURL(file).href)) as { lab: LabSummary };
      return lab;
    }),
  );
}
