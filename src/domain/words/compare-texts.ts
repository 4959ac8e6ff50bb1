/**
 * Compares strings by their UTF-16 code units, for use with `sort`. The order is the same in every
 * language and browser.
 */
export function compareTexts(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
