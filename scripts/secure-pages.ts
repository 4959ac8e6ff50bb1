import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { writeHeadersFile } from '../src/domain/headers/headers-file.ts';
import { hostRules } from '../src/domain/headers/host-rules.ts';
import { pagePolicy, readInlineCode, withPolicy } from '../src/domain/headers/policy.ts';

/**
 * Finishes each page of `dist`: writes its content security policy with the
 * hashes of its inline code. Writes `_headers` for the host.
 *
 * @param home path under which the site is served, with a slash at each end
 */
export function securePages(dist: string, home: string): void {
  const ofSite = new Set<string>();
  for (const file of readdirSync(dist, { recursive: true, encoding: 'utf8' })) {
    if (!file.endsWith('.html')) continue;
    const path = join(dist, file);
    try {
      const html = readFileSync(path, 'utf8');
      const code = readInlineCode(html);
      const scripts = code.scripts.map(hash);
      for (const script of scripts) ofSite.add(script);
      const policy = pagePolicy(
        { scripts, styles: code.styles.map(hash) },
        html.includes('<site-search'),
      );
      writeFileSync(path, withPolicy(html, policy));
    } catch (error) {
      throw new Error(`${path}: ${error instanceof Error ? error.message : error}`, {
        cause: error,
      });
    }
  }
  writeFileSync(join(dist, '_headers'), writeHeadersFile(hostRules(home, [...ofSite].sort())));
}

/** The form of a hash in a policy: https://www.w3.org/TR/CSP3/#grammardef-hash-source. */
function hash(code: string): string {
  return `sha256-${createHash('sha256').update(code).digest('base64')}`;
}
