/**
 * The process in which Astro builds the pages: what Astro, the bundler and the pages hold is given
 * back before outputs are made. It answers with the names of the packages of which code is in
 * scripts of the pages.
 */
import { build } from 'astro';
import { pagesInTurn } from '../src/integrations/pages-in-turn.ts';
import { answer } from './own-process.ts';
import { noteShipped } from './shipped-packages.ts';
import { siteMap } from './site-map.ts';

/** What the process is told. */
export interface PagesToBuild {
  /** Folder for the pages, from the project's root. */
  readonly outDir: string;
  /** Path below which the site will be served, with a slash at each end. */
  readonly home: string;
  /** Addresses of pages with the day on which their facts were checked. */
  readonly checkedOn: readonly (readonly [address: string, day: string])[];
}

if (import.meta.main) {
  await answer(async ({ outDir, home, checkedOn }: PagesToBuild) => {
    const packages = new Set<string>();
    const integrations = [
      siteMap(outDir, new Map(checkedOn), home),
      noteShipped(packages),
      pagesInTurn(),
    ];
    await build({ root: process.cwd(), outDir, logLevel: 'warn', integrations });
    return [...packages];
  });
}
