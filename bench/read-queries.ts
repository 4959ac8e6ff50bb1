import { readFileSync } from 'node:fs';

/** A query with the questions that answer it. */
export interface Query {
  /** The kind of query: term, phrase, acronym, synonym, variant, typo, or question. */
  readonly kind: string;
  readonly query: string;
  /** The codes of the right questions. */
  readonly codes: readonly string[];
}

/** A query and an engine's answer to it. */
export interface Outcome extends Query {
  /** The codes of the questions that the engine returned, best first. */
  readonly found: readonly string[];
  /** The rank of the first correct result, counted from 1. Infinite if there is none. */
  readonly rank: number;
}

/**
 * Reads a list of queries. Each line has a kind, a query, and codes, separated by tabs. Anything
 * after `#` is a comment.
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

/** Compares results with the expected ones. */
export function outcome(query: Query, found: readonly string[]): Outcome {
  const index = found.findIndex((code) => query.codes.includes(code));
  return { ...query, found, rank: index < 0 ? Number.POSITIVE_INFINITY : index + 1 };
}

/** A query counts as found if a correct question is among this many results. */
const firstFew = 5;

/** The head of the table for the rows that `row` writes. */
export const tableHead =
  '| | queries | in the first five | MRR | empty |\n| --- | --- | --- | --- | --- |';

/**
 * Writes a row of the table. A query is found if one of its questions is among the first five
 * results. MRR is the mean of 1 / rank of the first correct result, which counts as 0 if there is
 * none.
 */
export function row(name: string, outcomes: readonly Outcome[]): string {
  const answered = outcomes.filter(({ rank }) => rank <= firstFew).length;
  const empty = outcomes.filter((one) => one.found.length === 0).length;
  const mrr = outcomes.reduce((sum, { rank }) => sum + 1 / rank, 0) / outcomes.length;
  const share = ((100 * answered) / outcomes.length).toFixed(1);
  return `| ${name} | ${outcomes.length} | ${share} % | ${mrr.toFixed(3)} | ${empty} |`;
}
