import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Lab } from '../src/components/labs/lab.ts';
import type { Guide } from '../src/domain/guide/build-guide.ts';
import type { LabSummary } from '../src/domain/guide/subject.ts';

/** Path of the labs, from the project's root. */
const labs = 'src/components/labs';

/** Title and guess of each lab. @throws Error if one names an unknown question or source */
export async function readLabs(root: string, guide: Guide): Promise<LabSummary[]> {
  const files = readdirSync(join(root, labs))
    .map((folder) => join(root, labs, folder, 'lab.ts'))
    .filter((file) => existsSync(file));
  return Promise.all(
    files.map(async (file) => {
      const { lab } = (await import(pathToFileURL(file).href)) as { lab: Lab };
      const unknown = [
        ...lab.questions.filter((code) => !guide.byCode.has(code)),
        ...lab.sources.filter((id) => !guide.sources.has(id)),
      ];
      if (unknown.length > 0) {
        throw new Error(
          `${file} names unknown questions or sources: ${unknown.join(', ')}. Fix: change its "questions" and "sources", or delete the lab.`,
        );
      }
      return lab;
    }),
  );
}
