/**
 * Cost of the outputs: each is made from the pages of the last build, one after the other, the PDFs
 * by the browser.
 */

import { exportSource } from '../scripts/export-source.ts';
import { makePdfs } from '../scripts/make-pdfs.ts';
import { readContent } from '../src/checked-content.ts';
import { checkContent } from '../src/domain/content-checks/check-content.ts';
import type { MadeFiles } from '../src/domain/export/export.ts';
import { exports } from '../src/domain/export/exports.ts';
import { printDownloads } from '../src/domain/export/print-pages.ts';
import { pathsBelow } from '../src/domain/links/paths.ts';
import { kilobytes, table } from './table.ts';

/** An output with its cost. */
interface Cost {
  readonly name: string;
  readonly seconds: number;
  readonly bytes: number;
}

/** A Markdown table with a row for each output, and their sums. */
export async function outputs(): Promise<string> {
  const { guide } = checkContent(readContent(process.cwd()));
  if (guide === undefined) throw new Error('The content is not valid: run "npm run validate".');
  const paths = pathsBelow('/');
  const started = performance.now();
  const source = await exportSource('dist', guide, paths);
  const reading = { name: 'reading the pages', seconds: since(started), bytes: 0 };
  const costs: Cost[] = [reading];
  for (const { make } of exports) costs.push(await costOf(async () => make(source)));
  const pdfs = { ...source, dist: 'dist', home: paths.home };
  const printed = await costOf(() => makePdfs(printDownloads, pdfs));
  const row = ({ name, seconds, bytes }: Cost): string[] => [
    name,
    seconds.toFixed(2),
    bytes === 0 ? '' : kilobytes(bytes),
  ];
  return table(
    ['output', 'seconds', 'kB'],
    [
      ...costs.map(row),
      row(sumOf('all but the PDFs, target: 20 s', costs)),
      row({ ...printed, name: 'PDFs' }),
      row(sumOf('all, target: 60 s', [...costs, printed])),
    ],
  );
}

/** Creates files and discards them; the first one names the row. */
async function costOf(make: () => Promise<MadeFiles>): Promise<Cost> {
  const started = performance.now();
  let name = '';
  let bytes = 0;
  for await (const file of await make()) {
    name ||= file.path;
    bytes += Buffer.byteLength(file.content);
  }
  return { name, seconds: since(started), bytes };
}

function sumOf(name: string, costs: readonly Cost[]): Cost {
  const sum = (key: 'seconds' | 'bytes'): number =>
    costs.reduce((total, cost) => total + cost[key], 0);
  return { name, seconds: sum('seconds'), bytes: sum('bytes') };
}

function since(started: number): number {
  return (performance.now() - started) / 1000;
}
