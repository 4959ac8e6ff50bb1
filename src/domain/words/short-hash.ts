/**
 * Returns a short hash: FNV-1a over UTF-16 code units, 32 bits, as eight hexadecimal digits
 * (https://datatracker.ietf.org/doc/draft-eastlake-fnv/). It's good enough to tell versions apart
 * but not for security.
 */
export function shortHash(text: string): string {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  }
  return (hash >>> 0).toString(16).padStart(8, '0');
}
