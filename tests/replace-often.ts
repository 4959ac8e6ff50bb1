/**
 * A process that tests kill: makes a folder of files that all say the same number, puts it in the
 * place of the last one, and so on with the next number.
 */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { replaceFolder } from '../scripts/replace-folder.ts';

const [out = ''] = process.argv.slice(2);
const next = `${out}-next`;

for (let number = 0; ; number += 1) {
  rmSync(next, { recursive: true, force: true });
  mkdirSync(next);
  for (let file = 0; file < 20; file += 1) {
    writeFileSync(join(next, `${file}`), `${process.pid} ${number}`);
  }
  await replaceFolder(next, out);
  if (number === 0) process.send?.('The first is there.');
}
