/**
 * A mock interview in the fragment of `/mock/#…`, format 1:
 * `1.<number>.<minutes>.<levels>.<topics>.<seed>.<version>.<codes>`, for example
 * `1.3.15.beginner_advanced..c29l0.5f2c9a01.z7s23sv4h`.
 *
 * - `number`: of questions drawn, 1 to 50, so that a link cut short is noticed.
 * - `minutes`: in all, 1 to 240.
 * - `levels`, `topics`: ids (`src/guide.ts`) from which the questions were drawn, joined by `_`;
 *   empty for all.
 * - `seed`: 0. Links of earlier versions have the seed of their draw here, in base 36; it is carried
 *   on, so that such a link keeps its hash, by which score codes know it.
 * - `version`: short name of the content drawn from, 1 to 12 of `a-z`, `0-9` and `-`.
 * - `codes`: of the questions drawn, in order, joined without separators. They stand here, so
 *   that all who open the link get the same questions even after others have been added.
 *
 * All lower case. Under 500 characters for fifty questions. There is no place for names of
 * people, and the interviewer's scorecard has the same link as the candidate's page.
 */
import { levels, topics } from '../../guide.ts';
import {
  type CodeBook,
  isCode,
  type SortedCodes,
  sortCodes,
  splitCodes,
} from '../study-set/code-book.ts';
import { openLink } from '../study-set/open-link.ts';
import { shortHash } from '../words/short-hash.ts';

/** Most questions of a mock interview. */
export const mostQuestions = 50;
/** Most minutes of a mock interview. */
export const mostMinutes = 240;

/** A mock interview. */
export interface Mock {
  /** Time in all. */
  readonly minutes: number;
  /** Ids of the levels drawn from, in guide order; empty for all. */
  readonly levels: readonly string[];
  /** Ids of the topics drawn from, in listed order; empty for all. */
  readonly topics: readonly string[];
  /** 0, or the seed of an earlier version. */
  readonly seed: number;
  /** Short name of the content drawn from; empty if the link's can't be read. */
  readonly contentVersion: string;
  /** Codes of the questions drawn, in order. */
  readonly codes: readonly string[];
}

/** A mock interview as read from a link. `codes` are the questions that the guide still has. */
export interface MockLink extends Mock, SortedCodes {
  /** Questions that the link speaks of, those that are now retired or unknown included. */
  readonly number: number;
  /** What is wrong with the link itself, in words of ours, for the reader; empty if nothing is. */
  readonly problems: readonly string[];
}

/** Writes a mock interview into the fragment of its link, without `#`. */
export function writeMockLink(mock: Mock): string {
  const codes = [...new Set(mock.codes)].filter(isCode).slice(0, mostQuestions);
  return [
    1,
    codes.length,
    within(mock.minutes, mostMinutes),
    writeIds(mock.levels, levels),
    writeIds(mock.topics, topics),
    (mock.seed >>> 0).toString(36),
    mock.contentVersion
      .toLowerCase()
      .replace(/[^a-z0-9-]/g, '')
      .slice(0, 12),
    codes.join(''),
  ].join('.');
}

/**
 * Reads a mock interview from the fragment of a link, with or without `#`. What can be read
 * works, the rest is named. An empty fragment is a mock without questions. Never throws.
 */
export function readMockLink(fragment: string, book: CodeBook): MockLink {
  const link = openLink(fragment, 'a mock interview');
  if ('problem' in link) return { ...emptyMock, ...sortCodes([], book), problems: [link.problem] };
  if (link.value.length === 0) return { ...emptyMock, ...sortCodes([], book), problems: [] };
  const [number = '', minutes = '', levelIds = '', topicIds = '', seed = '', version = ''] =
    link.value;
  const { codes, isWhole } = codesOf(link.value);
  const drawnFrom = readSeed(seed);
  const isDamaged = !isWhole || drawnFrom === undefined || !/^[0-9a-z-]{0,12}$/.test(version);
  return {
    number: codes.length,
    minutes: readMinutes(minutes) ?? defaultMinutes,
    levels: readIds(levelIds, levels),
    topics: readIds(topicIds, topics),
    seed: drawnFrom ?? 0,
    contentVersion: /^[0-9a-z-]{1,12}$/.exec(version)?.[0] ?? '',
    ...sortCodes(codes, book),
    problems: [
      ...(isDamaged ? ['Part of the link is damaged.'] : []),
      ...minutesProblems(minutes),
      ...numberProblems(number, codes.length),
      ...idProblems(levelIds, levels, 'level'),
      ...idProblems(topicIds, topics, 'topic'),
    ],
  };
}

/**
 * The same mock as the guide itself writes its link, without `#`: what came with the link on its
 * way (capitals, a full stop after it) is gone, so that two people have the same one. It does not
 * depend on what the guide knows of the codes. Under 500 characters. Never throws.
 */
export function tidyMockLink(fragment: string): string {
  const lower = fragment.toLowerCase();
  const mock = readMockLink(lower, { codes: [], retired: [] });
  return writeMockLink({ ...mock, codes: codesInMockLink(lower) });
}

/** Codes of all questions that a mock's link names, in order, whatever the guide knows of them. */
export function codesInMockLink(fragment: string): readonly string[] {
  const link = openLink(fragment, 'a mock interview');
  return 'problem' in link ? [] : codesOf(link.value).codes;
}

/** Short name of a mock: the FNV-1a hash of its link, 32 bits. Tells mocks apart; no secret. */
export function mockHash(fragment: string): number {
  return Number.parseInt(shortHash(fragment.trim().replace(/^#/, '').toLowerCase()), 16);
}

const defaultMinutes = 30;
const emptyMock = {
  number: 0,
  minutes: defaultMinutes,
  levels: [],
  topics: [],
  seed: 0,
  contentVersion: '',
};

function codesOf(fields: readonly string[]): ReturnType<typeof splitCodes> {
  const { codes, isWhole } = splitCodes(fields[6] ?? '');
  return { codes: codes.slice(0, mostQuestions), isWhole: isWhole && fields.length === 7 };
}

function readSeed(text: string): number | undefined {
  const seed = /^[0-9a-z]{1,7}$/.test(text) ? Number.parseInt(text, 36) : 2 ** 32;
  return seed < 2 ** 32 ? seed : undefined;
}

function readMinutes(text: string): number | undefined {
  return /^\d{1,6}$/.test(text) ? within(Number(text), mostMinutes) : undefined;
}

function minutesProblems(text: string): string[] {
  const minutes = readMinutes(text);
  if (minutes === undefined) {
    return [`The time in the link can't be read. It is set to ${defaultMinutes} minutes.`];
  }
  if (minutes === Number(text)) return [];
  return [`The time must be 1 to ${mostMinutes} minutes. It is set to ${minutes}.`];
}

function numberProblems(text: string, found: number): string[] {
  if (found === 0) return ['The link names no questions.'];
  if (text === String(found)) return [];
  const promised = /^\d{1,3}$/.test(text) ? Number(text) : undefined;
  if (promised === undefined) return ["The number of questions in the link can't be read."];
  const questions = promised === 1 ? 'question' : 'questions';
  return [`The link speaks of ${promised} ${questions}, and ${found} can be read.`];
}

function within(value: number, most: number): number {
  return Math.min(most, Math.max(1, Math.round(value) || 1));
}

function writeIds(ids: readonly string[], terms: readonly { readonly id: string }[]): string {
  const named = terms.filter(({ id }) => ids.includes(id));
  return named.length === terms.length ? '' : named.map(({ id }) => id).join('_');
}

function readIds(text: string, terms: readonly { readonly id: string }[]): string[] {
  const ids = text.split('_');
  return terms.map(({ id }) => id).filter((id) => ids.includes(id));
}

function idProblems(
  text: string,
  terms: readonly { readonly id: string }[],
  kind: 'level' | 'topic',
): string[] {
  const isKnown = (id: string): boolean => terms.some((term) => term.id === id);
  if (text === '' || text.split('_').every(isKnown)) return [];
  return [`The link names a ${kind} that this guide does not have. Its questions stay the same.`];
}
