/**
 * Other people's scores of a mock interview, to compare, format 1: `Raters`, plain
 * data, stored as JSON (`src/browser/storage-keys.ts`), of one mock at a time. The reader names the
 * raters, and the names stay on this device.
 */
import * as z from 'zod/mini';
import { readVersioned } from '../../lib/read-versioned.ts';
import type { Result } from '../../lib/result.ts';
import { listOf } from '../progress/records.ts';
import { maxRaters, readMockLink, tidyMockLink } from './mock-link.ts';
import {
  readScoreCode,
  type ScoreCodeProblem,
  scoreCodeProblems,
  writeScoreCode,
} from './score-code.ts';
import type { ScoredQuestion } from './scored-question.ts';

const ratersVersion = 1;

/** Maximum length of a rater's name, in UTF-16 units. */
export const maxRaterNameLength = 30;

const raterSchema = z.object({
  /** The normalized score code. */
  code: z.string().check(z.minLength(1), z.maxLength(400)),
  /** Empty if the reader entered none. */
  name: z.string().check(z.maxLength(maxRaterNameLength)),
});

const ratersSchema = z.object({
  version: z.literal(ratersVersion),
  /** The mock, see `tidyMockLink`. */
  link: z.string().check(z.minLength(1), z.maxLength(1000)),
  raters: listOf(raterSchema, maxRaters),
});

export type Raters = z.infer<typeof ratersSchema>;

export interface Rater {
  readonly code: string;
  readonly name: string;
  readonly questions: readonly ScoredQuestion[];
}

export function readRaters(given: unknown): Result<Raters> {
  const name = 'The saved comparison';
  return readVersioned({ name, version: ratersVersion, schema: ratersSchema }, given);
}

/** The raters of a mock, with their scores. A code that doesn't fit it is left out. */
export function ratersOf(stored: Raters | undefined, link: string): Rater[] {
  if (stored?.link !== link) return [];
  return stored.raters.flatMap(({ code, name }) => {
    const read = readScoreCode(code, link);
    return 'problem' in read ? [] : [{ code, name, questions: read.value }];
  });
}

/** The raters of a mock, with others appended, each code once; the same object if none is new. */
export function addRaters(
  stored: Raters | undefined,
  link: string,
  codes: readonly string[],
): Raters | undefined {
  const before = stored?.link === link ? stored : undefined;
  const raters = before?.raters ?? [];
  const fresh = [...new Set(codes)].filter((code) => raters.every((rater) => rater.code !== code));
  if (fresh.length === 0) return stored;
  const all = [...raters, ...fresh.map((code) => ({ code, name: '' }))];
  return { ...before, version: ratersVersion, link, raters: all.slice(0, maxRaters) };
}

export function nameRater(stored: Raters, code: string, name: string): Raters {
  const raters = stored.raters.map((rater) =>
    rater.code === code ? { ...rater, name: name.slice(0, maxRaterNameLength) } : rater,
  );
  return { ...stored, raters };
}

export function removeRater(stored: Raters, code: string): Raters {
  return { ...stored, raters: stored.raters.filter((rater) => rater.code !== code) };
}

/** Reads pasted scores: codes in any form, or links with them. Returns normalized codes. */
export function readPastedScores(text: string, link: string): Result<string[], ScoreCodeProblem> {
  const short = text.slice(0, maxPasteLength).trim();
  const whole = tidyScoreCode(short, link);
  if ('value' in whole) return { value: [whole.value] };
  const words = short.split(/[\s,;]+/).filter((word) => word !== '');
  if (words.length < 2 && !short.includes('#')) return whole;
  const codes: string[] = [];
  for (const word of words) {
    const read = word.includes('#') ? codesInLink(word, link) : [tidyScoreCode(word, link)];
    for (const one of read) {
      if ('problem' in one) return one;
      codes.push(one.value);
    }
  }
  return codes.length === 0 ? { problem: scoreCodeProblems.noScores } : { value: codes };
}

/** Six links of maximum length, with a margin. */
const maxPasteLength = 15_000;

function codesInLink(address: string, link: string): Result<string, ScoreCodeProblem>[] {
  const fragment = address.slice(address.indexOf('#')).toLowerCase();
  if (tidyMockLink(fragment) !== link) return [{ problem: scoreCodeProblems.otherMock }];
  const { scoreCodes } = readMockLink(fragment, { codes: [], retired: [] });
  return scoreCodes.map((code) => tidyScoreCode(code, link));
}

export function tidyScoreCode(text: string, link: string): Result<string, ScoreCodeProblem> {
  const read = readScoreCode(text, link);
  return 'problem' in read ? read : { value: writeScoreCode(link, read.value) };
}
