/** How often raters agree, and how often they would agree by chance, as shares from 0 to 1. */
export type Agreement = Readonly<Record<'observed' | 'expected', number>>;

/**
 * Counts. `table[i][j]` is the number of cases that rater A put in category i and rater B in j. For
 * Fleiss, `table[case][category]` is a number of ratings. Functions throw a RangeError if the rows
 * don't fit or a count is negative.
 */
type Table = readonly (readonly number[])[];

/** Returns agreement beyond chance as a share of what is possible, or undefined if nothing is. */
export function kappaOf({ observed, expected }: Agreement): number | undefined {
  return expected === 1 ? undefined : (observed - expected) / (1 - expected);
}

/** Agreement of two raters, with chance computed from each rater's own frequencies (Cohen 1960). */
export function cohensAgreement(table: Table): Agreement | undefined {
  requireCounts(table, table.length);
  const total = sum(table.map(sum));
  if (total === 0) return undefined;
  const chances = table.map((row, i) => (sum(row) / total) * (sum(column(table, i)) / total));
  return { observed: rawAgreement(table), expected: sum(chances) };
}

/** Cohen's kappa, (po − pe) / (1 − pe). Undefined if chance alone explains everything. */
export function cohensKappa(table: Table): number | undefined {
  const agreement = cohensAgreement(table);
  return agreement && kappaOf(agreement);
}

/**
 * Agreement of a fixed number of ratings for each case, at least two, with chance computed from all
 * ratings together. The raters may differ from case to case (Fleiss 1971,
 * https://doi.org/10.1037/h0031619).
 */
export function fleissAgreement(table: Table): Agreement {
  requireCounts(table, table[0]?.length ?? 0);
  const ratings = sum(table[0] ?? []);
  if (ratings < 2 || table.some((row) => sum(row) !== ratings)) {
    throw new RangeError('Each case needs the same number of ratings, at least two.');
  }
  return {
    observed: sum(table.map(agreementOnCase)) / table.length,
    expected: sum(ratingShares(table).map((share) => share * share)),
  };
}

/** Share of the pairs of ratings on one case that agree (Fleiss 1971, formula 2). */
export function agreementOnCase(ratings: readonly number[]): number {
  const total = sum(ratings);
  return (sum(ratings.map((count) => count * count)) - total) / (total * (total - 1));
}

export function ratingShares(table: Table): number[] {
  const total = sum(table.map(sum));
  return (table[0] ?? []).map((_, category) => sum(column(table, category)) / total);
}

/**
 * Agreement on one category: twice the number of cases that both raters put there, over all that
 * either put there. Cicchetti & Feinstein 1990 (J Clin Epidemiol 43:551-558) ask for it beside
 * every kappa.
 */
export function specificAgreement(table: Table, category: number): number | undefined {
  requireCounts(table, table.length);
  const used = sum(table[category] ?? []) + sum(column(table, category));
  return used === 0 ? undefined : (2 * (table[category]?.[category] ?? 0)) / used;
}

export function rawAgreement(table: Table): number {
  return sum(table.map((row, i) => row[i] ?? 0)) / sum(table.map(sum));
}

function requireCounts(table: Table, width: number): void {
  if (table.length === 0 || table.some((row) => row.length !== width)) {
    throw new RangeError('The table must not be empty, and its rows must have the same length.');
  }
  if (table.flat().some((count) => !(count >= 0))) {
    throw new RangeError('Counts must not be negative.');
  }
}

function column(table: Table, index: number): number[] {
  return table.map((row) => row[index] ?? 0);
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
