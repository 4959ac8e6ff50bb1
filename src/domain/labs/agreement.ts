/** How often raters agree and how often they would agree by chance, as shares from 0 to 1. */
export type Agreement = Readonly<Record<'observed' | 'expected', number>>;

/**
 * `table[i][j]` is the number of cases that rater A put into category i and rater B into category
 * j. All functions except `rawAgreement` throw a RangeError if the table is empty or not square, or
 * if a count is negative.
 */
type Table = readonly (readonly number[])[];

/**
 * Returns the agreement beyond chance as a share of the maximum possible. Returns undefined if
 * chance alone gives full agreement.
 */
export function kappaOf({ observed, expected }: Agreement): number | undefined {
  return expected === 1 ? undefined : (observed - expected) / (1 - expected);
}

/**
 * Returns the agreement between two raters. The chance agreement is computed from how often each
 * rater uses each category (Cohen 1960). Returns undefined if there are no cases.
 */
export function cohensAgreement(table: Table): Agreement | undefined {
  requireCounts(table);
  const total = sum(table.map(sum));
  if (total === 0) return undefined;
  const chances = table.map((row, i) => (sum(row) / total) * (sum(column(table, i)) / total));
  return { observed: rawAgreement(table), expected: sum(chances) };
}

/**
 * Returns Cohen's kappa, (po − pe) / (1 − pe), or undefined if there are no cases or chance alone
 * gives full agreement.
 */
export function cohensKappa(table: Table): number | undefined {
  const agreement = cohensAgreement(table);
  return agreement && kappaOf(agreement);
}

/**
 * Returns the agreement on one category: twice the number of cases that both raters put into it,
 * divided by how often the two raters used it in total. Cicchetti & Feinstein 1990 (J Clin
 * Epidemiol 43:551-558) recommend reporting it alongside every kappa.
 */
export function specificAgreement(table: Table, category: number): number | undefined {
  requireCounts(table);
  const used = sum(table[category] ?? []) + sum(column(table, category));
  return used === 0 ? undefined : (2 * (table[category]?.[category] ?? 0)) / used;
}

export function rawAgreement(table: Table): number {
  return sum(table.map((row, i) => row[i] ?? 0)) / sum(table.map(sum));
}

function requireCounts(table: Table): void {
  if (table.length === 0 || table.some((row) => row.length !== table.length)) {
    throw new RangeError('The table needs as many columns as rows, and at least one.');
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
