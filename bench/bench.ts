/**
 * `npm run bench`: measures what pages, search, and updates cost, and prints Markdown tables. `npm
 * run bench -- weight` measures only one part. Pages and search are measured on the last build. The
 * update part builds the site again.
 */
import { pageWeight } from './page-weight.ts';
import { searchTable } from './search-cost.ts';
import { updateCost } from './update-cost.ts';

const measurements: Readonly<Record<string, () => Promise<string>>> = {
  weight: pageWeight,
  search: searchTable,
  update: updateCost,
};

const names = process.argv.slice(2);
const unknown = names.filter((name) => measurements[name] === undefined);
if (unknown.length > 0) {
  console.error(`Unknown: ${unknown.join(', ')}. Parts: ${Object.keys(measurements).join(', ')}.`);
  process.exit(1);
}
for (const name of names.length > 0 ? names : Object.keys(measurements)) {
  console.log(`## ${name}\n\n${await measurements[name]?.()}\n`);
}
