import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { writeHeadersFile } from '../domain/headers/headers-file.ts';
import { hostRules } from '../domain/headers/host-rules.ts';
import { pagePolicy, readInlineCode, withPolicy } from '../domain/headers/policy.ts';
import { siteFiles } from './site-files.ts';

/**
 * Adds a content security policy to each page, with the hashes of the page's inline code, and
 * writes `_headers` for the host. Astro's own policy would list the code of the whole site on every
 * page and leave out inline scripts (https://github.com/withastro/astro/issues/16664).
 */
export function policy(): AstroIntegration {
  let home = '/';
  return {
    name: 'policy',
    hooks: {
      'astro:config:done': ({ config }) => {
        home = config.base;
      },
      'astro:build:done': ({ dir }) => {
        const dist = fileURLToPath(dir);
        const ofSite = new Set<string>();
        for (const file of siteFiles(dist).filter((name) => name.endsWith('.html'))) {
          const path = join(dist, file);
          const html = readFileSync(path, 'utf8');
          const code = readInlineCode(html);
          const hashes = { scripts: code.scripts.map(hash), styles: code.styles.map(hash) };
          for (const script of hashes.scripts) ofSite.add(script);
          const canSearch = html.includes('<site-search');
          writeFileSync(path, withPolicy(html, pagePolicy(hashes, canSearch)));
        }
        const rules = hostRules(home, [...ofSite].sort());
        writeFileSync(join(dist, '_headers'), writeHeadersFile(rules));
      },
    },
  };
}

/** Returns a hash source for a policy (https://www.w3.org/TR/CSP3/#grammardef-hash-source). */
function hash(code: string): string {
  return `sha256-${createHash('sha256').update(code).digest('base64')}`;
}
