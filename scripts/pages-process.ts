/** The process in which `build-pages.ts` builds the pages: it is sent a task and sends its result. */
import { once } from 'node:events';
import { build } from 'astro';
import { pagesInTurn } from '../src/integrations/pages-in-turn.ts';
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
  // Whoever asked was killed: the next build may already write to the same folder.
  process.on('disconnect', () => process.exit(1));
  const [{ outDir, home, checkedOn }] = (await once(process, 'message')) as [PagesToBuild];
  const packages = new Set<string>();
  const integrations = [
    siteMap(outDir, new Map(checkedOn), home),
    noteShipped(packages),
    pagesInTurn(),
  ];
  await build({ root: process.cwd(), outDir, logLevel: 'warn', integrations });
  process.send?.([...packages], () => process.exit());
}
