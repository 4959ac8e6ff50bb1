/**
 * Returns the number of single-character insertions, deletions, replacements, and swaps of
 * neighboring characters that turn `a` into `b` (Damerau–Levenshtein distance, optimal string
 * alignment).
 *
 * @param limit distances above this limit are returned as `limit + 1`
 */
export function editDistance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) > limit) return limit + 1;
  let before: number[] = [];
  let above = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let i = 1; i <= a.length; i += 1) {
    const row = nextRow(a, b, i, above, before);
    if (Math.min(...row) > limit) return limit + 1;
    before = above;
    above = row;
  }
  return Math.min(limit + 1, above[b.length] ?? 0);
}

/** Computes row `i` of the table of distances between prefixes from the two rows above it. */
function nextRow(a: string, b: string, i: number, above: number[], before: number[]): number[] {
  const row = [i];
  for (let j = 1; j <= b.length; j += 1) {
    const cost = a[i - 1] === b[j - 1] ? 0 : 1;
    let best = Math.min(at(above, j) + 1, at(row, j - 1) + 1, at(above, j - 1) + cost);
    const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
    if (swapped) best = Math.min(best, at(before, j - 2) + 1);
    row.push(best);
  }
  return row;
}

function at(row: readonly number[], column: number): number {
  return row[column] ?? 0;
}
