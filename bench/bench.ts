/**
 * `npm run bench`: the cost of pages, builds, and edits, as Markdown tables, next to a hand-written
 * page and stock Starlight in the same run. `npm run bench -- weight growth` runs parts of it; the
 * options are in `bench-options.ts`.
 */
import { accessibility } from './accessibility.ts';
import { type BenchOptions, readOptions } from './bench-options.ts';
import { buildProfile } from './build-profile.ts';
import { devLoop } from './dev-loop.ts';
import { growth } from './growth.ts';
import { lighthousePages } from './lighthouse.ts';
import { machineLine } from './machine.ts';
import { observatory } from './observatory.ts';
import { pageWeight } from './page-weight.ts';
import { updateCost } from './update-cost.ts';

/** Every measurement by the name of its part. */
const measurements: Readonly<Record<string, (options: BenchOptions) => Promise<string>>> = {
  weight: pageWeight,
  lighthouse: lighthousePages,
  growth,
  dev: devLoop,
  profile: buildProfile,
  observatory,
  update: updateCost,
  accessibility,
};

const options = readOptions();
const names = options.parts.length > 0 ? options.parts : Object.keys(measurements);
const unknown = names.filter((name) => measurements[name] === undefined);
if (unknown.length > 0) {
  console.error(`Unknown: ${unknown.join(', ')}. Parts: ${Object.keys(measurements).join(', ')}.`);
  process.exit(1);
}
console.log(`${machineLine()}\n`);
for (const name of names) console.log(`## ${name}\n\n${await measurements[name]?.(options)}\n`);
