import type { Link } from './link.ts';

/** URLs that a stylesheet loads. */
export function linksOfStyles(css: string): Link[] {
  const named = /url\(\s*(?:"([^"]*)"|'([^']*)'|([^"'()\s]+))\s*\)|@import\s*["']([^"']+)["']/g;
  return [...css.matchAll(named)].map((found) => ({
    address: found.slice(1).find((group) => group !== undefined) ?? '',
    kind: 'loaded',
  }));
}
