/**
 * Cohen's kappa of two raters (Cohen 1960): (po − pe) / (1 − pe), where pe is the agreement
 * expected from each rater's own frequencies.
 *
 * @param table square, `table[i][j]` cases that rater A put in category i and rater B in j
 * @returns undefined if chance alone explains everything (pe = 1) or the table is empty
 * @throws RangeError if the table is not square or holds a negative count
 */
export function cohensKappa(table: readonly (readonly number[])[]): number | undefined {
  requireCounts(table, table.length);
  const total = sum(table.map(sum));
  if (total === 0) return undefined;
  const observed = sum(table.map((row, i) => row[i] ?? 0)) / total;
  const expected = sum(
    table.map((row, i) => (sum(row) / total) * (sum(table.map((other) => other[i] ?? 0)) / total)),
  );
  return expected === 1 ? undefined : (observed - expected) / (1 - expected);
}

/**
 * Fleiss' kappa of a fixed number of ratings for each case; the raters may differ from case to
 * case (Fleiss 1971, https://doi.org/10.1037/h0031619). It generalizes Scott's pi.
 *
 * @param table `table[case][category]` number of ratings; every row has the same sum, at least 2
 * @returns undefined if all ratings fall in one category
 * @throws RangeError if rows differ in length or in their number of ratings
 */
export function fleissKappa(table: readonly (readonly number[])[]): number | undefined {
  requireCounts(table, table[0]?.length ?? 0);
  const ratings = sum(table[0] ?? []);
  if (ratings < 2 || table.some((row) => sum(row) !== ratings)) {
    throw new RangeError('Each case needs the same number of ratings, at least two.');
  }
  const cases = table.length;
  const agreement = table.map(
    (row) => (sum(row.map((count) => count * count)) - ratings) / (ratings * (ratings - 1)),
  );
  const shares = (table[0] ?? []).map(
    (_, category) => sum(table.map((row) => row[category] ?? 0)) / (cases * ratings),
  );
  const observed = sum(agreement) / cases;
  const expected = sum(shares.map((share) => share * share));
  return expected === 1 ? undefined : (observed - expected) / (1 - expected);
}

/** Share of cases on which two raters agree. */
export function rawAgreement(table: readonly (readonly number[])[]): number {
  return sum(table.map((row, i) => row[i] ?? 0)) / sum(table.map(sum));
}

function requireCounts(table: readonly (readonly number[])[], width: number): void {
  const right = table.length > 0 && table.every((row) => row.length === width);
  if (!right) throw new RangeError('The table must not be empty, and its rows must fit.');
  if (table.flat().some((count) => !(count >= 0))) {
    throw new RangeError('Counts must not be negative.');
  }
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
