import { readFileSync } from 'node:fs';

export interface Query {
  /** The kind of query, such as term, phrase, acronym, synonym, or typo. */
  readonly kind: string;
  readonly query: string;
  /** The codes of the questions that answer the query. */
  readonly codes: readonly string[];
}

export interface Outcome extends Query {
  /** The codes of the questions that the search returned, best first. */
  readonly found: readonly string[];
  /** The rank of the first correct result, counted from 1, or infinity if there is none. */
  readonly rank: number;
}

/**
 * Reads a list of queries. Each line has a kind, a query, and codes, separated by tabs. The codes
 * are separated by commas. Lines that start with `#` are comments.
 */
export function readQueries(file: string): Query[] {
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => {
      const [kind = '', query = '', codes = ''] = line.split('\t');
      return { kind, query, codes: codes.split(',') };
    });
}

export function outcome(query: Query, found: readonly string[]): Outcome {
  const index = found.findIndex((code) => query.codes.includes(code));
  return { ...query, found, rank: index < 0 ? Number.POSITIVE_INFINITY : index + 1 };
}

/** A query counts as answered if its first correct result has at most this rank. */
const firstFew = 5;

export const tableHead =
  '| | queries | in the first five | MRR | empty |\n| --- | --- | --- | --- | --- |';

/**
 * Formats a table row. MRR is the mean reciprocal rank: the mean over all queries of 1 / rank, or
 * of 0 if no result is correct.
 */
export function row(name: string, outcomes: readonly Outcome[]): string {
  const answered = outcomes.filter(({ rank }) => rank <= firstFew).length;
  const empty = outcomes.filter((one) => one.found.length === 0).length;
  const mrr = outcomes.reduce((sum, { rank }) => sum + 1 / rank, 0) / outcomes.length;
  const share = ((100 * answered) / outcomes.length).toFixed(1);
  return `| ${name} | ${outcomes.length} | ${share} % | ${mrr.toFixed(3)} | ${empty} |`;
}
