/**
 * Counts the questions in a set's link (format 1, see `set-link.ts`) without checking that they
 * exist: for pages that have only the fragment. 0 for any other text.
 */
export function countCodes(fragment: string): number {
  const joined = /^1\.((?:[a-z0-9]{3})*)(?:\.|$)/.exec(fragment)?.[1] ?? '';
  return joined.length / 3;
}
