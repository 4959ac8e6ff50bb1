import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';

/** Sorted paths of all files, relative to the folder of the site. */
export function siteFiles(dist: string): string[] {
  return readdirSync(dist, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(dist, join(entry.parentPath, entry.name)))
    .sort();
}

/** A line for each file of a built site: its path and the SHA-256 of its content. */
export function siteDigest(dist: string): string[] {
  return siteFiles(dist).map((file) => {
    const content = readFileSync(join(dist, file));
    return `${file} ${createHash('sha256').update(content).digest('hex')}`;
  });
}
