import { readdirSync } from 'node:fs';
import { join, relative } from 'node:path';

/** Returns the sorted paths of all files, relative to the site's folder. */
export function siteFiles(dist: string): string[] {
  return readdirSync(dist, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(dist, join(entry.parentPath, entry.name)))
    .sort();
}
