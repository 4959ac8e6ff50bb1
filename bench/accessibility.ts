/**
 * Every page of the built site in both themes at both widths: every axe rule, contrast of drawings
 * and fields, and reflow at 400%. Tests check each page in two of the four combinations.
 */
import { existsSync } from 'node:fs';
import { chromium, type Page } from 'playwright-core';
import { browserArguments, ensureBrowser } from '../scripts/find-browser.ts';
import { sitePages, sweep } from '../tests/page-sweep.ts';
import { serveSite } from '../tests/serve-site.ts';
import { table } from './table.ts';

/** Pages of one kind, with their violations. */
interface Kind {
  pages: number;
  readonly faults: string[];
}

/** Checks all pages of `dist`. Prints a Markdown table by kind of page, then each finding. */
export async function accessibility(): Promise<string> {
  if (!existsSync('dist')) throw new Error('There is no dist: run "npm run build" first.');
  const served = await serveSite({ dist: 'dist', port: 4700 });
  const browser = await chromium.launch({
    executablePath: ensureBrowser(),
    args: browserArguments,
  });
  const context = await browser.newContext({ serviceWorkers: 'block' });
  const kinds = await lookAtAll(await context.newPage(), served.address);
  await browser.close();
  await served.close();
  const rows = [...kinds].map(([kind, { pages, faults }]) => [
    kind,
    String(pages),
    String(faults.length),
  ]);
  const faults = [...kinds.values()].flatMap((kind) => kind.faults);
  return [table(['pages', 'number', 'findings'], rows), ...faults].join('\n\n');
}

async function lookAtAll(page: Page, address: string): Promise<Map<string, Kind>> {
  const kinds = new Map<string, Kind>();
  for (const path of sitePages('dist')) {
    const [folder = '', rest = ''] = path.split('/');
    const name = rest === '' ? 'one of a kind' : `${folder}/…`;
    const kind = kinds.get(name) ?? { pages: 0, faults: [] };
    kinds.set(name, kind);
    kind.pages += 1;
    kind.faults.push(...(await sweep(page, address + path, 'all looks')));
  }
  return kinds;
}
