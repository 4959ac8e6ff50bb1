/**
 * Orders texts by UTF-16 units, which is the same in every language and browser. For use with
 * `sort`.
 */
export function compareTexts(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
