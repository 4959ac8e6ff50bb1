/**
 * Reads other people's scores from links and codes, checks them against the interview, and adds
 * them.
 */
import type { Result } from '../../lib/result.ts';
import { maxRaters, readMockLink, splitInitials } from '../mock/mock-link.ts';
import { candidateLabels, type InterviewRecord } from '../progress/records.ts';
import { shortHash } from '../words/short-hash.ts';
import {
  addCandidate,
  type Candidate,
  candidateOf,
  changeCandidate,
  codesOf,
  isBlank,
  isDeleted,
  type Label,
  mockOf,
  nameCandidates,
  type Step,
  scoredAnswers,
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
  /** The fragment of a link to another mock interview, which the page can offer to open. */
  readonly other?: string;
}

const messages = {
  nothing: 'This text has no link or code with scores. Nothing was added.',
  changed: 'This link has other questions than your interview. Nothing was added.',
  own: 'These are your own scores. Nothing was added.',
};

/** In characters. Enough for six links with notes, and then some. */
const maxPasteLength = 60_000;

/**
 * Reads one or more links and codes from pasted text. They may be separated by spaces, line breaks,
 * commas, or semicolons. Other words are ignored if there is a link, so a whole chat message can be
 * pasted. If any of the links and codes doesn't fit, returns a problem.
 */
export function readPasted(
  text: string,
  interview: InterviewRecord,
): Result<FittingScores[], Misfit> {
  const short = text.slice(0, maxPasteLength).trim();
  // Links have digits, and codes start with 1.
  if (short !== '' && !/\d/.test(short)) return misfit(messages.nothing);
  const whole = fitCode(short, interview);
  if ('value' in whole) return whole;
  const hasLink = short.includes('#');
  const words = short
    .split(/[\s,;]+/)
    .filter((word) => (hasLink ? isLinkOrCode(word) : word !== ''));
  if (words.length < 2 && !hasLink) return whole;
  const result = joined(
    words.map((word) =>
      word.includes('#')
        ? fitLink(readKitLink(word.slice(word.indexOf('#'))), interview)
        : fitCode(word, interview),
    ),
  );
  if ('problem' in result) return result;
  const value = latest(result.value);
  return value.length === 0 ? misfit(scoreCodeProblems.noScores) : { value };
}

/** True for a word that has a fragment, or that starts like a code. */
function isLinkOrCode(word: string): boolean {
  return word.includes('#') || /^1[\dA-Z]{3}-/i.test(word);
}

/** If a rater sent scores for a candidate more than once, the last ones count. */
function latest(all: readonly FittingScores[]): FittingScores[] {
  return [...new Map(all.map((one) => [`${one.label} ${one.rater}`, one])).values()];
}

function joined(all: readonly Result<FittingScores[], Misfit>[]): Result<FittingScores[], Misfit> {
  const problem = all.find((one) => 'problem' in one);
  return problem ?? { value: all.flatMap((one) => ('value' in one ? one.value : [])) };
}

function misfit(message: string, other?: string): { readonly problem: Misfit } {
  return { problem: { message, ...(other === undefined ? {} : { other }) } };
}

/**
 * Returns the scores in a link, if any. Returns a problem if the link isn't to this interview, or
 * if the scores are the reader's own or don't fit.
 */
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
 * Checks a code. If `shared` doesn't say which candidate the code is for, tries each label, because
 * a code fits only one.
 */
function fitCode(
  text: string,
  interview: InterviewRecord,
  shared?: SharedScores,
): Result<FittingScores[], Misfit> {
  const labels = shared === undefined ? candidateLabels : [shared.label];
  const signed = splitInitials(text);
  const by = shared?.by ?? signed.by;
  let message: string = scoreCodeProblems.other;
  for (const label of labels) {
    const scored = scoredCandidate(interview, label);
    const result = readScoreCode(signed.text, scored);
    if ('problem' in result) {
      message = result.problem;
      continue;
    }
    const code = writeScoreCode(scored, result.value);
    if (isDeleted(interview, label)) {
      return misfit(
        `These scores are for ${nameCandidates([label])}, whom you deleted. Nothing was added.`,
      );
    }
    if (shared === undefined && code === codeOfOwnMock(interview, label)) {
      return misfit(messages.own);
    }
    // In a group, initials identify a person across the cards that they scored.
    const rater = by === undefined ? (shared?.rater ?? shortHash(code)) : shortHash(`by ${by}`);
    return { value: [{ label, code, notes: shared?.notes, rater, ...(by && { by }) }] };
  }
  return misfit(message);
}

/**
 * Returns the code for the reader's own scores in a mock interview. Other people's codes are almost
 * certain to differ in their times. Returns undefined if the candidate's scores aren't for a mock
 * interview, or if they aren't locked.
 */
function codeOfOwnMock(interview: InterviewRecord, label: Label): string | undefined {
  const own = candidateOf(interview, label);
  if (mockOf(interview, label) === undefined || own?.lockedAt == null) return undefined;
  const scored = scoredCandidate(interview, label);
  return writeScoreCode(scored, scoredAnswers(interview, own, own.lockedAt));
}

/** True if the interview already has these scores. If they come with notes, compares these, too. */
export function hasScores(
  interview: InterviewRecord,
  { label, rater, code, notes }: FittingScores,
): boolean {
  const there = candidateOf(interview, label)?.received.find((one) => one.rater === rater);
  const textOf = (all: readonly string[] = []) => all.join('\n');
  return there?.code === code && textOf(notes ?? there.notes) === textOf(there.notes);
}

/**
 * Adds a rater's scores for a candidate, replacing any earlier ones. Returns the same interview if
 * the scores are the reader's own, if it already has them, if the candidate was deleted, or if
 * there are too many raters.
 */
export function addScores(scores: FittingScores): Step {
  const { label, rater, by = '', code, notes } = scores;
  return (interview, now) => {
    if (rater === interview.rater || hasScores(interview, scores)) return interview;
    if (isDeleted(interview, label)) return interview;
    const earlier = candidateOf(addCandidate(label)(interview, now), label)?.received ?? [];
    const before = earlier.find((one) => one.rater === rater);
    if (before === undefined && earlier.length >= maxRaters - 1) return interview;
    const received = {
      ...before,
      rater,
      code,
      ...(notes === undefined ? {} : { notes: [...notes] }),
    };
    const isKnown = interview.raters.some(({ key }) => key === rater);
    const raters = isKnown ? interview.raters : [...interview.raters, { key: rater, name: by }];
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

/**
 * Restores what the reader had received from some raters in an earlier state of the interview. Also
 * removes candidates and raters that were added only for these scores. Whatever else has changed
 * since then stays.
 */
export function restoreReceived(
  before: InterviewRecord,
  all: readonly Pick<FittingScores, 'label' | 'rater'>[],
): Step {
  const labels = new Set(all.map(({ label }) => label));
  const isAdded = (candidate: Candidate): boolean =>
    labels.has(candidate.label) && candidateOf(before, candidate.label) === undefined;
  return (interview) => {
    const restored = all.reduce((changed, { label, rater }) => {
      const earlier = candidateOf(before, label)?.received ?? [];
      return changeCandidate(changed, label, (candidate) => ({
        ...candidate,
        received: [
          ...candidate.received.filter((one) => one.rater !== rater),
          ...earlier.filter((one) => one.rater === rater),
        ],
      }));
    }, interview);
    const candidates = restored.candidates.filter((one) => !(isAdded(one) && isBlank(one)));
    const isNamed = (key: string): boolean =>
      before.raters.some((rater) => rater.key === key) ||
      candidates.some(({ received }) => received.some(({ rater }) => rater === key));
    return { ...restored, candidates, raters: restored.raters.filter(({ key }) => isNamed(key)) };
  };
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
