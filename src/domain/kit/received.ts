/**
 * Reads other people's scores from links and codes, checks them against the interview, and adds
 * them.
 */
import type { Result } from '../../lib/result.ts';
import { maxRaters, readMockLink } from '../mock/mock-link.ts';
import { candidateLabels, type InterviewRecord } from '../progress/records.ts';
import { shortHash } from '../words/short-hash.ts';
import {
  addCandidate,
  type Candidate,
  candidateOf,
  changeCandidate,
  codesOf,
  type Label,
  type Step,
  scoredCandidate,
} from './interview.ts';
import { type KitLink, readKitLink, type SharedScores } from './kit-link.ts';
import { readScoreCode, scoreCodeProblems, writeScoreCode } from './score-code.ts';

/** Scores whose code fits the interview and the candidate. */
export interface FittingScores extends SharedScores {
  readonly rater: string;
}

interface Misfit {
  readonly message: string;
  /** The fragment of a link to another interview, which the page can offer to open. */
  readonly other?: string;
}

const messages = {
  changed: 'This link has other questions than your interview. Nothing was added.',
  own: 'These are your own scores. Nothing was added.',
};

/** Enough for six links with notes, and then some. */
const maxPasteLength = 60_000;

/**
 * Reads links and codes from pasted text. There may be one or several, in any form. If any of them
 * doesn't fit, returns a problem.
 */
export function readPasted(
  text: string,
  interview: InterviewRecord,
): Result<FittingScores[], Misfit> {
  const short = text.slice(0, maxPasteLength).trim();
  const whole = fitCode(short, interview);
  if ('value' in whole) return whole;
  const words = short.split(/[\s,;]+/).filter((word) => word !== '');
  if (words.length < 2 && !short.includes('#')) return whole;
  const result = joined(
    words.map((word) =>
      word.includes('#')
        ? fitLink(readKitLink(word.slice(word.indexOf('#'))), interview)
        : fitCode(word, interview),
    ),
  );
  const isEmpty = 'value' in result && result.value.length === 0;
  return isEmpty ? misfit(scoreCodeProblems.noScores) : result;
}

function joined(all: readonly Result<FittingScores[], Misfit>[]): Result<FittingScores[], Misfit> {
  const problem = all.find((one) => 'problem' in one);
  return problem ?? { value: all.flatMap((one) => ('value' in one ? one.value : [])) };
}

function misfit(message: string, other?: string): { readonly problem: Misfit } {
  return { problem: { message, ...(other === undefined ? {} : { other }) } };
}

/** Returns the scores in a link, if any, or a problem if they don't belong to the interview. */
export function fitLink(
  link: KitLink,
  interview: InterviewRecord,
): Result<FittingScores[], Misfit> {
  if (link.kind === 'problem') return misfit(link.problem);
  if (link.kind === 'mock') {
    if (link.link !== interview.mock) return misfit(scoreCodeProblems.other, link.fragment);
    return joined(scoreCodesOf(link.fragment).map((code) => fitCode(code, interview)));
  }
  if (link.kind !== 'interview') return misfit(scoreCodeProblems.noScores);
  const { interview: shared, scores } = link;
  if (shared.id !== interview.id) return misfit(scoreCodeProblems.other);
  if (shared.codes.join('') !== codesOf(interview).join('')) return misfit(messages.changed);
  if (scores === undefined) return { value: [] };
  if (scores.rater === interview.rater) return misfit(messages.own);
  return fitCode(scores.code, interview, scores);
}

export function scoreCodesOf(fragment: string): readonly string[] {
  return readMockLink(fragment, { codes: [], retired: [] }).scoreCodes;
}

/**
 * Checks a code. If it isn't from a link, tries all candidates, since a code fits only one of them.
 */
function fitCode(
  text: string,
  interview: InterviewRecord,
  shared?: SharedScores,
): Result<FittingScores[], Misfit> {
  const labels = shared === undefined ? candidateLabels : [shared.label];
  let message: string = scoreCodeProblems.other;
  for (const label of labels) {
    const scored = scoredCandidate(interview, label);
    const result = readScoreCode(text, scored);
    if ('problem' in result) {
      message = result.problem;
      continue;
    }
    const code = writeScoreCode(scored, result.value);
    const rater = shared?.rater ?? shortHash(code);
    return { value: [{ label, code, notes: shared?.notes, rater }] };
  }
  return misfit(message);
}

/**
 * Adds a rater's scores for a candidate, replacing any earlier ones. Returns the same interview if
 * it already has these scores or if there are too many raters.
 */
export function addScores({ label, rater, code, notes }: FittingScores): Step {
  return (interview, now) => {
    if (rater === interview.rater) return interview;
    const earlier = candidateOf(addCandidate(label)(interview, now), label)?.received ?? [];
    const before = earlier.find((one) => one.rater === rater);
    const isSame = before?.code === code && before.notes?.join('\n') === notes?.join('\n');
    if (isSame || (before === undefined && earlier.length >= maxRaters - 1)) return interview;
    const received = {
      ...before,
      rater,
      code,
      ...(notes === undefined ? {} : { notes: [...notes] }),
    };
    const isKnown = interview.raters.some(({ key }) => key === rater);
    const raters = isKnown ? interview.raters : [...interview.raters, { key: rater, name: '' }];
    if (raters.length > 40) return interview;
    return changeCandidate(
      { ...addCandidate(label)(interview, now), raters },
      label,
      (candidate) => ({
        ...candidate,
        received: [...candidate.received.filter((one) => one.rater !== rater), received],
      }),
    );
  };
}

export function removeScores(label: Label, rater: string): Step {
  return (interview) =>
    changeCandidate(interview, label, (candidate) => ({
      ...candidate,
      received: candidate.received.filter((one) => one.rater !== rater),
    }));
}

export type RatersScores = ReturnType<typeof receivedScores>[number];

/**
 * Returns the name that the reader entered for a rater, or else a name such as "Rater 2". (The
 * reader is number 1.)
 */
export function nameOfRater({ raters }: InterviewRecord, key: string): string {
  const index = raters.findIndex((rater) => rater.key === key);
  return raters[index]?.name.trim() || `Rater ${index + 2}`;
}

/**
 * Returns other people's scores for a candidate, in the order of the raters. Leaves out codes that
 * don't fit.
 */
export function receivedScores(interview: InterviewRecord, { label, received }: Candidate) {
  const order = interview.raters.map(({ key }) => key);
  return received
    .toSorted((a, b) => order.indexOf(a.rater) - order.indexOf(b.rater))
    .flatMap(({ rater, code, notes = [] }) => {
      const result = readScoreCode(code, scoredCandidate(interview, label));
      if ('problem' in result) return [];
      return [{ name: nameOfRater(interview, rater), questions: result.value, notes }];
    })
    .slice(0, maxRaters - 1);
}
