import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { nextPages } from '../src/components/page/next-pages.ts';
import { writeHeadersFile } from '../src/domain/headers/headers-file.ts';
import { hostRules } from '../src/domain/headers/host-rules.ts';
import { readInlineCode } from '../src/domain/headers/inline-code.ts';
import { pagePolicy } from '../src/domain/headers/policy.ts';
import { withPolicy } from '../src/domain/headers/with-policy.ts';

/**
 * Writes its content security policy into each page of `dist`, and `_headers` for its host.
 *
 * @param home path below which the site is served, with a slash at each end
 */
export function securePages(dist: string, home: string): void {
  const ofSite = new Set<string>();
  for (const file of readdirSync(dist, { recursive: true, encoding: 'utf8' })) {
    if (!file.endsWith('.html')) continue;
    // A character for each byte: half the room for the longest pages, and the same bytes again.
    const html = readFileSync(join(dist, file), 'latin1');
    const code = readInlineCode(html);
    const scripts = [...code.scripts, ...(loadsScript.test(html) ? [nextPages] : [])].map(hash);
    for (const one of scripts) ofSite.add(one);
    writeFileSync(
      join(dist, file),
      withPolicy(html, pagePolicy({ scripts, styles: code.styles.map(hash) })),
      'latin1',
    );
  }
  writeFileSync(join(dist, '_headers'), writeHeadersFile(hostRules(home, [...ofSite].sort())));
}

/** What a page has that loads the script of the frame, which brings the rules for next pages. */
const loadsScript = /<script data-late=/;

/** As a policy names code, given its bytes: https://www.w3.org/TR/CSP3/#grammardef-hash-source. */
function hash(code: string): string {
  return `sha256-${createHash('sha256').update(code, 'latin1').digest('base64')}`;
}
