import { build } from 'astro';
import { noteShipped } from './shipped-packages.ts';
import { siteMap } from './site-map.ts';

/** Input of a page build. */
export interface PagesToBuild {
  /** Folder for the pages, from the project's root. */
  readonly outDir: string;
  /** Path below which the site will be served, with a slash at each end. */
  readonly home: string;
  /** Addresses of pages with the day on which their facts were checked. */
  readonly checkedOn: ReadonlyMap<string, string>;
}

/** Builds the pages with Astro. Returns the names of the packages bundled into their scripts. */
export async function buildPages({ outDir, home, checkedOn }: PagesToBuild): Promise<string[]> {
  const packages = new Set<string>();
  const integrations = [siteMap(outDir, checkedOn, home), noteShipped(packages)];
  await build({ root: process.cwd(), outDir, logLevel: 'warn', integrations });
  return [...packages];
}
