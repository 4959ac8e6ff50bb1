/**
 * A mock interview in the fragment of `/mock/#…`, format 2:
 * `2.<number>.<minutes>.<version>.<codes>`, for example `2.3.15.5f2c9a01.z7s23sv4h`. If there are
 * scores, they follow: `2.<number>.<minutes>.<version>.<codes>.<score code>.<score code>…`. Such a
 * link opens the comparison.
 *
 * - `number`: the number of questions, 1 to 50, to detect truncated links.
 * - `minutes`: the total time, 1 to 240.
 * - `version`: the version of the content that the questions were picked from, as up to 12
 *   characters from `a-z`, `0-9`, and `-`.
 * - `codes`: the questions' codes, in order, joined without separators. Everyone who opens the link
 *   gets the same questions, even if others have been added to the guide.
 * - `score code`: a rater's scores (`../kit/score-code.ts`), without hyphens. There can be up to
 *   six. They refer to the mock interview before them but aren't part of it. In a study group, the
 *   initials of the person who scored may follow a code, as in `10043z74407w8fbbv7zb-ak`.
 *
 * Everything is in lowercase. A link with fifty questions has fewer than 200 characters, and with
 * six raters, fewer than 1,700. It never contains people's full names. The interview kit opens the
 * same link as a scorecard.
 *
 * Format 1, `1.<number>.<minutes>.<levels>.<topics>.<seed>.<version>.<codes>`, was written until
 * November 2026. Its levels, topics, and seed don't mean anything anymore, but the hash in score
 * codes covers them, so such a link must not change.
 */

import { counted } from '../../lib/text.ts';
import {
  type CodeBook,
  isCode,
  type SortedCodes,
  sortCodes,
  splitCodes,
} from '../study-set/code-book.ts';
import { openLink } from '../study-set/open-link.ts';
import { shortHash } from '../words/short-hash.ts';

/** UI strings about mock interviews that several pages share. */
export const mockWords = {
  create: 'Create a mock interview',
  another: 'Create another mock interview',
  interviewer: 'You’re the interviewer',
  score: 'Score a candidate',
} as const;

export const maxQuestions = 50;
export const maxMinutes = 240;
/** Maximum number of people whose scores are compared, including the reader. */
export const maxRaters = 6;

export interface Mock {
  readonly minutes: number;
  /** The version of the content that the questions were picked from, or empty if it is invalid. */
  readonly contentVersion: string;
  readonly codes: readonly string[];
}

/** A mock interview as read from a link. `codes` are the questions that are still in the guide. */
export interface MockLink extends Mock, SortedCodes {
  readonly scoreCodes: readonly string[];
  readonly problems: readonly string[];
}

export function writeMockLink(mock: Mock): string {
  const contentVersion = mock.contentVersion.toLowerCase().replace(/[^a-z0-9-]/g, '');
  const codes = [...new Set(mock.codes)].filter(isCode).slice(0, maxQuestions);
  const minutes = within(mock.minutes, maxMinutes);
  return write({ drawnFrom: [], minutes, contentVersion: contentVersion.slice(0, 12), codes });
}

/** @param by the initials of the person who scored, if they are known */
export function writeComparisonLink(
  link: string,
  scoreCodes: readonly string[],
  by?: string,
): string {
  const tidy = scoreCodes.map((code) => withInitials(code.replaceAll('-', ''), by).toLowerCase());
  return [link, ...new Set(tidy)].slice(0, maxRaters + 1).join('.');
}

/**
 * Reads a mock interview from a link's fragment, with or without `#`. Uses the valid parts and
 * lists problems. If the fragment is empty, the mock interview has no questions. Never throws.
 */
export function readMockLink(fragment: string, book: CodeBook): MockLink {
  const parsed = fieldsOf(fragment);
  const { minutes, contentVersion, codes, scoreCodes, problems } = parsed;
  return { minutes, contentVersion, ...sortCodes(codes, book), scoreCodes, problems };
}

/**
 * Normalizes a mock interview's link, so that two people always have the same one: without `#`,
 * capitals, a trailing period, or scores. The result doesn't depend on which questions the guide
 * has. It has fewer than 1,000 characters. Never throws.
 */
export function tidyMockLink(fragment: string): string {
  return write(fieldsOf(fragment.toLowerCase()));
}

/** Adds the initials of the person who scored to a score code or a rater's key. */
export function withInitials(text: string, by: string | undefined): string {
  return by === undefined ? text : `${text}-${by.toLowerCase()}`;
}

/** Splits off initials. A group in a score code has four characters, so it doesn't look like them. */
export function splitInitials(text: string): { readonly text: string; readonly by?: string } {
  const [, before = '', by = ''] = /^(.+)-([a-z][a-z0-9]{0,2})$/i.exec(text) ?? [];
  return by === '' ? { text } : { text: before, by: by.toUpperCase() };
}

/** Returns the codes of all questions in a link, in order, even if the guide doesn't have them. */
export function codesInMockLink(fragment: string): readonly string[] {
  return fieldsOf(fragment).codes;
}

/**
 * Returns the 32-bit FNV-1a hash of a link, which identifies the mock interview. It isn't secret.
 */
export function mockHash(fragment: string): number {
  return Number.parseInt(shortHash(fragment.trim().replace(/^#/, '').toLowerCase()), 16);
}

interface Fields extends Mock {
  /** The levels, topics, and seed in a format 1 link. Empty in format 2. */
  readonly drawnFrom: readonly string[];
  readonly scoreCodes: readonly string[];
  readonly problems: readonly string[];
}

const defaultMinutes = 30;
const noFields: Fields = {
  drawnFrom: [],
  minutes: defaultMinutes,
  contentVersion: '',
  codes: [],
  scoreCodes: [],
  problems: [],
};

function write(fields: Omit<Fields, 'scoreCodes' | 'problems'>): string {
  const { drawnFrom, minutes, contentVersion, codes } = fields;
  const format = drawnFrom.length === 0 ? 2 : 1;
  return [format, codes.length, minutes, ...drawnFrom, contentVersion, codes.join('')].join('.');
}

function fieldsOf(fragment: string): Fields {
  const link = openLink(fragment, 'a mock interview', 2);
  if ('problem' in link) return { ...noFields, problems: [link.problem] };
  const { format, fields } = link.value;
  if (fields.length === 0) return noFields;
  const [number = '', minutes = '', ...rest] = fields;
  const given = format === 1 ? rest.splice(0, 3) : [];
  const [version = '', joined = '', ...scores] = rest;
  const { codes: all, isWhole } = splitCodes(joined);
  const codes = all.slice(0, maxQuestions);
  const scoreCodes = scores.filter((text) => /^[0-9a-z]{8,300}(-[a-z][0-9a-z]{0,2})?$/.test(text));
  const isDamaged =
    !isWhole || scoreCodes.length < scores.length || !/^[0-9a-z-]{0,12}$/.test(version);
  return {
    drawnFrom: format === 1 ? tidyDrawnFrom(given) : [],
    minutes: readMinutes(minutes) ?? defaultMinutes,
    contentVersion: /^[0-9a-z-]{1,12}$/.exec(version)?.[0] ?? '',
    codes,
    scoreCodes: [...new Set(scoreCodes)].slice(0, maxRaters),
    problems: [
      ...(isDamaged ? ['Part of the link is damaged.'] : []),
      ...minutesProblems(minutes),
      ...numberProblems(number, codes.length),
    ],
  };
}

function tidyDrawnFrom([levels = '', topics = '', seed = '']: readonly string[]): string[] {
  const ids = [levels, topics].map((text) => (/^[a-z0-9_-]{0,300}$/.test(text) ? text : ''));
  return [...ids, /^[0-9a-z]{1,7}$/.test(seed) ? seed : '0'];
}

function readMinutes(text: string): number | undefined {
  return /^\d{1,6}$/.test(text) ? within(Number(text), maxMinutes) : undefined;
}

function minutesProblems(text: string): string[] {
  const minutes = readMinutes(text);
  if (String(minutes) === text) return [];
  return [
    `We couldn’t read the time in the link, so it’s set to ${minutes ?? defaultMinutes} minutes.`,
  ];
}

function numberProblems(text: string, found: number): string[] {
  if (found === 0) return ['This link has no questions. Ask for the link again.'];
  if (text === String(found)) return [];
  return [
    `This link is damaged: only ${counted(found, 'question')} could be read. Ask for it again.`,
  ];
}

/** Returns the nearest whole number from 1 to `max`. */
export function within(value: number, max: number): number {
  return Math.min(max, Math.max(1, Math.round(value) || 1));
}
