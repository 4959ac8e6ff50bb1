/**
 * How many questions a set's link names (format 1, see `set-link.ts`), without looking at what the
 * guide knows of them: for pages that have nothing but the fragment. 0 for any other text.
 */
export function countCodes(fragment: string): number {
  const joined = /^1\.((?:[a-z0-9]{3})*)(?:\.|$)/.exec(fragment)?.[1] ?? '';
  return joined.length / 3;
}
