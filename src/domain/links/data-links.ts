import type { Link } from './link.ts';

/** Keys whose value is a URL, even without a host. */
const addressKey = /^(url|\w+Url|src|href|start_url)$/;

/** Keys with a URL that is only an identifier, as in JSON-LD. */
const nameKey = /^[@$]?id$/;

/**
 * URLs in JSON: those of the site itself anywhere, and those below known keys.
 * @param origin of the site, as its files name it
 */
export function linksOfData(data: unknown, origin: string, key = ''): Link[] {
  if (typeof data === 'string') {
    const isAddress = addressKey.test(key) || isOwn(data, origin);
    return isAddress && !nameKey.test(key) ? [{ address: data, kind: 'followed' }] : [];
  }
  if (Array.isArray(data)) return data.flatMap((item) => linksOfData(item, origin, key));
  if (typeof data !== 'object' || data === null) return [];
  return Object.entries(data).flatMap(([name, value]) => linksOfData(value, origin, name));
}

/** Whether a text is a URL of the site, and not a sentence that starts with one. */
function isOwn(text: string, origin: string): boolean {
  return text.startsWith(`${origin}/`) && !/\s/.test(text);
}
