import { fileAt } from '../../lib/urls.ts';
import { contentTypeOf } from './content-types.ts';
import { hostPolicy } from './policy.ts';

export type Header = readonly [name: string, value: string];

/**
 * The response headers that a host should send. The build writes them to `_headers` (see
 * `headers-file.ts`).
 */
export interface HostRules {
  /** The site's base path, with a slash at each end. */
  readonly home: string;
  readonly headers: readonly Header[];
  /** Folders with files that never change because their names contain a hash of their content. */
  readonly unchanging: readonly string[];
}

export const cacheForever = 'public, max-age=31536000, immutable';

const hashed = ['_astro/', 'pagefind/filter/', 'pagefind/fragment/', 'pagefind/index/'];

/**
 * The permissions policy, which turns features off. The microphone stays on for recording practice
 * answers.
 */
const permissions =
  'camera=(), display-capture=(), geolocation=(), microphone=(self), midi=(), payment=(), serial=(), usb=()';

/** @param scripts hashes of the site's inline scripts */
export function hostRules(home: string, scripts: readonly string[]): HostRules {
  return {
    home,
    headers: [
      ['Content-Security-Policy', hostPolicy(scripts)],
      // Two years. Subdomains aren't included, because they may not support HTTPS.
      ['Strict-Transport-Security', 'max-age=63072000'],
      ['X-Content-Type-Options', 'nosniff'],
      ['Referrer-Policy', 'no-referrer'],
      ['Cross-Origin-Opener-Policy', 'same-origin'],
      ['Cross-Origin-Resource-Policy', 'same-origin'],
      ['Permissions-Policy', permissions],
    ],
    unchanging: hashed.map((folder) => home + folder),
  };
}

export function headersFor(path: string, { headers, unchanging }: HostRules): Header[] {
  const isImmutable = unchanging.some((folder) => path.startsWith(folder));
  return [
    ...headers,
    ['Cache-Control', isImmutable ? cacheForever : 'no-cache'],
    ['Content-Type', contentTypeOf(fileAt(path))],
  ];
}
