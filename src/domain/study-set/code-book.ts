import type { Guide } from '../guide/build-guide.ts';

export interface RetiredCode {
  readonly code: string;
  /** Day on which the question was removed, `YYYY-MM-DD`. */
  readonly on: string;
  readonly because: string;
  readonly instead?: string | undefined;
}

/** The guide's codes as plain JSON, for checking links. */
export interface CodeBook {
  readonly codes: readonly string[];
  readonly retired: readonly RetiredCode[];
}

export interface SortedCodes {
  readonly codes: readonly string[];
  readonly retired: readonly RetiredCode[];
  /** Valid codes that this version of the guide doesn't have. */
  readonly unknown: readonly string[];
}

export function codeBookOf({ questions, retired }: Pick<Guide, 'questions' | 'retired'>): CodeBook {
  return {
    codes: questions.map(({ code }) => code),
    retired: retired.flatMap(({ code, retired: note }) => (note ? [{ code, ...note }] : [])),
  };
}

/**
 * Splits joined codes, ignoring case and duplicates. `isWhole` is false if any part isn't a code.
 */
export function splitCodes(joined: string): {
  readonly codes: readonly string[];
  readonly isWhole: boolean;
} {
  const triples = joined.toLowerCase().match(/[\s\S]{1,3}/g) ?? [];
  const codes = triples.filter(isCode);
  return { codes: [...new Set(codes)], isWhole: codes.length === triples.length };
}

export function sortCodes(codes: readonly string[], book: CodeBook): SortedCodes {
  const known = new Set(book.codes);
  const retired = new Map(book.retired.map((entry) => [entry.code, entry]));
  const distinct = [...new Set(codes)];
  return {
    codes: distinct.filter((code) => known.has(code)),
    retired: distinct.flatMap((code) => (known.has(code) ? [] : (retired.get(code) ?? []))),
    unknown: distinct.filter((code) => !known.has(code) && !retired.has(code)),
  };
}

export function isCode(text: string): boolean {
  return /^[a-z0-9]{3}$/.test(text);
}
