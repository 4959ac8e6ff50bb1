import { readdirSync, readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { labWithCode } from '../../src/components/labs/all-labs.ts';
import type { Lab } from '../../src/components/labs/lab.ts';
import { labSchema } from '../../src/schemas/lab.ts';

const folder = 'src/content/labs';

export const allLabs: readonly Lab[] = readdirSync(folder).map((file) => {
  const id = file.replace('.yaml', '');
  const data = labSchema(id).parse(parse(readFileSync(`${folder}/${file}`, 'utf8')));
  return labWithCode({ id, ...data });
});

export function labOnDisk(id: string): Lab {
  const lab = allLabs.find((one) => one.id === id);
  if (lab === undefined) throw new Error(`There is no lab "${id}".`);
  return lab;
}
