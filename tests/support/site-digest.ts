import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { siteFiles } from '../../src/integrations/site-files.ts';

/**
 * Returns a line for each file in a built site, with its path and the SHA-256 hash of its content.
 */
export function siteDigest(dist: string): string[] {
  return siteFiles(dist).map((file) => {
    const content = readFileSync(join(dist, file));
    return `${file} ${createHash('sha256').update(content).digest('hex')}`;
  });
}
