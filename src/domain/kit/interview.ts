/**
 * An interview of up to six candidates with the same questions. It is an `InterviewRecord`, a
 * record in the reader's progress (`../progress/records.ts`). Candidates have neutral labels, A to
 * F. Links contain only the labels, not the candidates' names. Other people's scores are stored as
 * score codes (`received.ts`), and are shown only for candidates whose scores the reader has
 * locked.
 */

import { listOf } from '../../lib/text.ts';
import { maxMinutes, maxQuestions, within } from '../mock/mock-link.ts';
import { isOpen, type ScoredQuestion, withScore } from '../mock/scored-question.ts';
import {
  maxGap,
  newClock,
  spentBy,
  startClock,
  stopClock,
  updateAnswerClock,
} from '../practice/answer-clock.ts';
import type { StudyQuestion } from '../practice/study-data.ts';
import {
  candidateLabels,
  type InterviewRecord,
  maxCandidateLength,
  maxNoteLength,
  maxRaterNameLength,
  type Score,
} from '../progress/records.ts';
import { cleanName } from '../study-set/set-link.ts';
import { shortHash } from '../words/short-hash.ts';
import { type Scored, scoredMock } from './score-code.ts';

export type Candidate = InterviewRecord['candidates'][number];
export type Label = Candidate['label'];
export type Answer = Candidate['answers'][number];
type ScoredSample = NonNullable<InterviewRecord['questions'][number]['samples']>[number];

export interface InterviewPlan {
  readonly id: string;
  readonly rater: string;
  readonly name: string;
  readonly minutes: number;
  readonly codes: readonly string[];
  readonly labels?: readonly Label[];
  readonly deleted?: readonly Label[] | undefined;
  readonly mock?: string;
}

export function newInterview(plan: InterviewPlan, now: number): InterviewRecord {
  const { id, rater, name, minutes, codes, labels = candidateLabels.slice(0, 1), mock } = plan;
  const { deleted = [] } = plan;
  return {
    id,
    at: now,
    name: cleanName(name),
    minutes: within(minutes, maxMinutes),
    questions: distinct(codes).map((code) => ({ code })),
    candidates: labels.map(newCandidate),
    ...(deleted.length === 0 ? {} : { deleted: [...deleted] }),
    rater,
    raters: [],
    ...(mock === undefined ? {} : { mock }),
  };
}

function distinct(codes: readonly string[]): string[] {
  return [...new Set(codes)].slice(0, maxQuestions);
}

function newCandidate(label: Label): Candidate {
  return { label, name: '', answers: [], lockedAt: null, received: [] };
}

/** How long a question takes with its follow-ups, and how long the start and the end take. */
export const questionMinutes = 10;
export const startAndEndMinutes = 10;

/** Returns how long an interview with this many questions takes. */
export function neededMinutes(questions: number): number {
  return questions * questionMinutes + startAndEndMinutes;
}

/** Suggests a length: the minutes that the questions need, but at most `maxMinutes`. */
export function suggestedMinutes(questions: number): number {
  return Math.min(maxMinutes, neededMinutes(questions));
}

export function codesOf({ questions }: InterviewRecord): string[] {
  return questions.map(({ code }) => code);
}

export function candidateOf({ candidates }: InterviewRecord, label: Label): Candidate | undefined {
  return candidates.find((candidate) => candidate.label === label);
}

/** Returns "Candidate A", or "Candidate A: Name" if the reader entered a name. */
export function nameOfCandidate({ label, name }: Pick<Candidate, 'label' | 'name'>): string {
  const known = name.replace(/\s+/g, ' ').trim();
  return known === '' ? `Candidate ${label}` : `Candidate ${label}: ${known}`;
}

/**
 * Returns a candidate's initials, such as "DR" for Dana Reyes and "AK" for AK, or the label if the
 * name has no letters or digits.
 */
export function initialsOf({ label, name }: Pick<Candidate, 'label' | 'name'>): string {
  const words = name.match(/[\p{L}\p{N}]+/gu) ?? [];
  const [first = label, second] = words;
  if (second !== undefined) return `${firstLetter(first)}${firstLetter(second)}`.toUpperCase();
  return first.length <= 3 ? first : firstLetter(first).toUpperCase();
}

function firstLetter(word: string): string {
  return [...word][0] ?? '';
}

/**
 * Returns the label of the first candidate who isn't the reader or, if there is none, of the first
 * candidate.
 * @param me the reader's initials in study groups, if they are known
 */
export function firstLabel({ candidates }: InterviewRecord, me?: string): Label {
  return (candidates.find(({ name }) => name !== me) ?? candidates[0])?.label ?? 'A';
}

/** Returns a phrase such as "candidate B" or "candidates A and B". */
export function nameCandidates(labels: readonly Label[]): string {
  const distinct = [...new Set(labels)].sort();
  return `candidate${distinct.length === 1 ? '' : 's'} ${listOf(distinct)}`;
}

export function nameOfInterview({ name, questions }: InterviewRecord): string {
  return name || (questions.length === 1 ? 'One question' : `${questions.length} questions`);
}

/** If nothing has been recorded for the question, returns an empty answer. */
export function answerOf({ answers }: Candidate, code: string): Answer {
  const answer = answers.find((one) => one.code === code);
  return answer ?? { code, scores: [], note: '', clock: newClock };
}

export function secondsOf({ clock }: Answer, now: number): number {
  return Math.round(spentBy(clock, now) / 1000);
}

/**
 * Returns how many of a candidate's criteria are scored (`scored`), and how many there are (`of`).
 * @param codes the questions that count
 */
export function progressOf(
  interview: InterviewRecord,
  label: Label,
  questions: ReadonlyMap<string, Pick<StudyQuestion, 'criteria'>>,
  codes: readonly string[] = codesOf(interview),
) {
  const candidate = candidateOf(interview, label) ?? newCandidate(label);
  const sum = (numbers: readonly number[]) => numbers.reduce((total, one) => total + one, 0);
  const answers = codes.map((code) => answerOf(candidate, code));
  return {
    scored: sum(answers.map(decidedIn)),
    of: sum(
      answers.map(({ code, scores }) => questions.get(code)?.criteria.length ?? scores.length),
    ),
  };
}

/** Returns how many criteria of an answer have a score or are marked as "not assessed." */
export function decidedIn(answer: Answer): number {
  return answer.scores.filter((_, criterion) => !isOpen(answer, criterion)).length;
}

/**
 * Returns the index of the last question for which anything has been recorded, or 0 if there is
 * none.
 */
export function lastQuestion(interview: InterviewRecord, label: Label): number {
  const candidate = candidateOf(interview, label) ?? newCandidate(label);
  const answers = codesOf(interview).map((code) => answerOf(candidate, code));
  return Math.max(
    0,
    answers.findLastIndex((answer) => !isUntouched(answer)),
  );
}

/**
 * Returns the label of the candidate whose scoring continues: the first one with unlocked scores
 * that the reader has started or, if there is none, the first one with unlocked scores.
 * @param me the reader's initials in study groups, if they are known
 */
export function unfinishedLabel(interview: InterviewRecord, me?: string): Label {
  const open = interview.candidates.filter((one) => one.lockedAt === null && one.name !== me);
  const started = open.find(({ answers }) => !answers.every(isUntouched));
  return (started ?? open[0])?.label ?? firstLabel(interview, me);
}

/**
 * Returns the index of the question where scoring a candidate continues: the last one that was
 * started, or the next one after it with an open criterion.
 * @param codes the questions on the candidate's scorecard
 */
export function unfinishedQuestion(
  interview: InterviewRecord,
  label: Label,
  questions: ReadonlyMap<string, Pick<StudyQuestion, 'criteria'>>,
  codes: readonly string[] = codesOf(interview),
): number {
  const all = codesOf(interview);
  const last = lastQuestion(interview, label);
  const inOrder = [...all.keys()].map((index) => (last + index) % all.length);
  const open = inOrder.find((index) => {
    const code = all[index] ?? '';
    const { scored, of } = progressOf(interview, label, questions, [code]);
    return codes.includes(code) && scored < of;
  });
  return open ?? last;
}

export function isBlank({ answers, received }: Candidate): boolean {
  return received.length === 0 && answers.every(isUntouched);
}

function isUntouched(answer: Answer): boolean {
  const { note, clock, asked = [] } = answer;
  return (
    decidedIn(answer) === 0 &&
    note === '' &&
    clock.spent === 0 &&
    clock.since === null &&
    asked.length === 0
  );
}

/**
 * True if the questions can still be changed. They can't be changed in a mock interview, or once
 * anything has been recorded or received.
 */
export function isOpenForQuestions({ candidates, mock }: InterviewRecord): boolean {
  return mock === undefined && candidates.every((candidate) => isBlank(candidate));
}

/**
 * Returns what a candidate's score codes belong to: a mock interview, or else the interview, its
 * questions, and the label.
 */
export function scoredCandidate(interview: InterviewRecord, label: Label): Scored {
  const mock = mockOf(interview, label);
  if (mock !== undefined) return scoredMock(mock);
  const codes = codesOf(interview);
  const hash = Number.parseInt(shortHash(`${interview.id}.${label}.${codes.join('')}`), 16);
  return { hash, codes };
}

/** Returns the link to the mock interview that a candidate's scores belong to, if there is one. */
export function mockOf({ mock }: InterviewRecord, label: Label): string | undefined {
  return label === 'A' ? mock : undefined;
}

export function scoredAnswers(
  interview: InterviewRecord,
  candidate: Candidate,
  now: number,
): ScoredQuestion[] {
  return codesOf(interview).map((code) => {
    const answer = answerOf(candidate, code);
    return { code, scores: answer.scores, seconds: secondsOf(answer, now) };
  });
}

/**
 * Returns the id of the interview that opens from a mock interview's link. It is the same on every
 * device.
 */
export function idOfMock(link: string): string {
  return `mock-${shortHash(link)}`;
}

// Steps. If one returns the same object, nothing has changed.

export type Step = (interview: InterviewRecord, now: number) => InterviewRecord;

/**
 * Takes a step. If it changed the interview, also updates `at`, because the newer version wins if
 * two devices have different ones.
 */
export function takeStep(interview: InterviewRecord, step: Step, now: number): InterviewRecord {
  const changed = step(interview, now);
  return changed === interview ? interview : { ...changed, at: Math.max(now, interview.at + 1) };
}

export function renameInterview(name: string): Step {
  return (interview) => ({ ...interview, name: cleanName(name) });
}

/** Questions that stay keep their samples. */
export function replan(codes: readonly string[], minutes: number): Step {
  return (interview) => {
    if (!isOpenForQuestions(interview) || codes.length === 0) return interview;
    const before = new Map(interview.questions.map((question) => [question.code, question]));
    const questions = distinct(codes).map((code) => before.get(code) ?? { code });
    return { ...interview, minutes: within(minutes, maxMinutes), questions };
  };
}

export function addCandidate(label: Label): Step {
  return (interview) => {
    if (candidateOf(interview, label) !== undefined || isDeleted(interview, label)) {
      return interview;
    }
    const all = [...interview.candidates, newCandidate(label)];
    return { ...interview, candidates: all.toSorted((a, b) => (a.label < b.label ? -1 : 1)) };
  };
}

/**
 * Returns the label after the last one that was ever used, if there is one. The label of a deleted
 * candidate isn't used again, because links with that candidate's scores may still arrive.
 */
export function nextLabel({ candidates, deleted = [] }: InterviewRecord): Label | undefined {
  const used = [...candidates.map(({ label }) => label), ...deleted];
  return candidateLabels[Math.max(...used.map((label) => candidateLabels.indexOf(label))) + 1];
}

/** Returns the labels of deleted candidates, in order. */
export function deletedLabels(interview: InterviewRecord): Label[] {
  const { deleted = [] } = interview;
  return [...new Set(deleted)]
    .filter((label) => candidateOf(interview, label) === undefined)
    .toSorted();
}

export function isDeleted(interview: InterviewRecord, label: Label): boolean {
  return deletedLabels(interview).includes(label);
}

/** An interview always has a candidate, so the only one can be removed if another label is free. */
export function canRemove(interview: InterviewRecord): boolean {
  return interview.candidates.length > 1 || nextLabel(interview) !== undefined;
}

/** Removes a candidate. If there is only one, adds a new one with the next label. */
export function removeCandidate(label: Label): Step {
  return (interview) => {
    const others = interview.candidates.filter((candidate) => candidate.label !== label);
    const next = nextLabel(interview);
    if (others.length === interview.candidates.length || !canRemove(interview)) return interview;
    const candidates = others.length === 0 && next !== undefined ? [newCandidate(next)] : others;
    return { ...interview, candidates, deleted: [...deletedLabels(interview), label].toSorted() };
  };
}

/** Deletes everything about a candidate except the name. */
export function clearCandidate(label: Label): Step {
  return (interview) =>
    changeCandidate(interview, label, ({ name }) => ({ ...newCandidate(label), name }));
}

/**
 * Restores a removed candidate, unless the label belongs to a candidate with data again.
 * @param before the interview with the candidate. Someone who was added only because this was the
 *   only candidate is removed.
 */
export function restoreCandidate(candidate: Candidate, before: InterviewRecord): Step {
  return (interview) => {
    const { label } = candidate;
    const existing = candidateOf(interview, label);
    if (existing !== undefined && !isBlank(existing)) return interview;
    const { deleted: _, ...others } = interview;
    const deleted = deletedLabels(interview).filter((one) => one !== label);
    const isSubstitute = (one: Candidate) =>
      before.candidates.length === 1 && one.name === '' && one.label !== label && isBlank(one);
    const freed = {
      ...others,
      candidates: interview.candidates.filter((one) => !isSubstitute(one)),
      ...(deleted.length === 0 ? {} : { deleted }),
    };
    return changeCandidate(addCandidate(label)(freed, 0), label, () => candidate);
  };
}

export function nameCandidate(label: Label, name: string): Step {
  return (interview) =>
    changeCandidate(interview, label, (candidate) => ({
      ...candidate,
      name: name.slice(0, maxCandidateLength),
    }));
}

/**
 * Names an interview after a study group and its candidates after up to six members. Adds
 * candidates as needed.
 */
export function forGroup(name: string, people: readonly string[]): Step {
  return (interview, now) =>
    candidateLabels.slice(0, people.length).reduce(
      (grown, label, index) => {
        const added = addCandidate(label)(grown, now);
        return nameCandidate(label, people[index] ?? '')(added, now);
      },
      renameInterview(name)(interview, now),
    );
}

/** Scores a criterion, unless the scores are locked. `null` marks it as "not assessed." */
export function scoreAnswer(label: Label, code: string, criterion: number, score: Score): Step {
  return changeAnswer(label, code, (answer, candidate) =>
    candidate.lockedAt === null
      ? {
          ...answer,
          scores: withScore(answer.scores, criterion, score),
          notAssessed: withMark(answer.notAssessed, criterion, score === null),
        }
      : answer,
  );
}

/** Changes a note, even if the scores are locked. */
export function noteAnswer(label: Label, code: string, note: string): Step {
  return changeAnswer(label, code, (answer) => ({ ...answer, note: note.slice(0, maxNoteLength) }));
}

export function markAsked(label: Label, code: string, probe: number, isAsked: boolean): Step {
  return changeAnswer(label, code, (answer) => ({
    ...answer,
    asked: withMark(answer.asked, probe, isAsked),
  }));
}

function withMark(marked: readonly number[] = [], index: number, isMarked: boolean): number[] {
  const others = marked.filter((one) => one !== index);
  return isMarked ? [...others, index] : others;
}

/**
 * Starts a question's timer and stops all others. If the question's timer is already running, just
 * stops it. If the candidate's scores are locked, does nothing.
 */
export function switchTimer(label: Label, code: string): Step {
  return (interview, now) => {
    const candidate = candidateOf(interview, label);
    if (candidate === undefined || candidate.lockedAt !== null) return interview;
    const isRunning = answerOf(candidate, code).clock.since !== null;
    const stopped = stopTimers(interview, now);
    if (isRunning) return stopped;
    const start = (answer: Answer) => ({ ...answer, clock: startClock(answer.clock, now) });
    return changeAnswer(label, code, start)(stopped, now);
  };
}

/** Moves a candidate's running timer to another question. If none is running, does nothing. */
export function moveTimer(label: Label, code: string): Step {
  return (interview, now) => {
    const running = runningTimer(interview);
    if (running?.label !== label || running.code === code) return interview;
    return switchTimer(label, code)(interview, now);
  };
}

export function runningTimer({ candidates }: InterviewRecord) {
  for (const { label, answers } of candidates) {
    const running = answers.find(({ clock }) => clock.since !== null);
    if (running !== undefined) return { label, code: running.code };
  }
  return undefined;
}

/**
 * Counts the time until now. If the time was last counted more than `maxGap` ago, the reader was
 * away, so this stops the timer without counting the time since then.
 */
export const updateTimers: Step = (interview, now) =>
  changeClocks(interview, ({ clock }) =>
    clock.since !== null && now - clock.since > maxGap
      ? stopClock(clock, now)
      : updateAnswerClock(clock, now),
  );

export const stopTimers: Step = (interview, now) =>
  changeClocks(interview, ({ clock }) => stopClock(clock, now));

/**
 * Stops timers that an earlier visit left running. The time since they were last updated doesn't
 * count.
 */
export const dropTimers: Step = (interview) =>
  changeClocks(interview, ({ clock }) => ({ ...clock, since: null }));

function changeClocks(
  interview: InterviewRecord,
  clockOf: (answer: Answer) => Answer['clock'],
): InterviewRecord {
  if (runningTimer(interview) === undefined) return interview;
  const candidates = interview.candidates.map((candidate) => ({
    ...candidate,
    answers: candidate.answers.map((answer) => ({ ...answer, clock: clockOf(answer) })),
  }));
  return { ...interview, candidates };
}

export function lockCandidate(label: Label): Step {
  return (interview, now) =>
    changeCandidate(stopTimers(interview, now), label, (candidate) =>
      candidate.lockedAt === null ? { ...candidate, lockedAt: now } : candidate,
    );
}

/** True if the scores are locked and no other people's scores have been received yet. */
export function canUnlock({ lockedAt, received }: Candidate): boolean {
  return lockedAt !== null && received.length === 0;
}

export function unlockCandidate(label: Label): Step {
  return (interview) =>
    changeCandidate(interview, label, (candidate) =>
      canUnlock(candidate) ? { ...candidate, lockedAt: null } : candidate,
    );
}

export function nameRater(key: string, name: string): Step {
  return (interview) => ({
    ...interview,
    raters: interview.raters.map((rater) =>
      rater.key === key ? { ...rater, name: name.slice(0, maxRaterNameLength) } : rater,
    ),
  });
}

export function scoreSample(
  code: string,
  at: { readonly sample: number; readonly criterion: number },
  score: Score,
): Step {
  return changeSamples(code, at.sample + 1, (given, place) =>
    place !== at.sample || given.isCompared
      ? given
      : { ...given, scores: withScore(given.scores, at.criterion, score) },
  );
}

/** Reveals the guide's scores for the first `count` samples. */
export function compareSamples(code: string, count: number): Step {
  return changeSamples(code, count, (given) => ({ ...given, isCompared: true }));
}

/** Changes a question's samples, and adds empty ones if there are fewer than `count`. */
function changeSamples(
  code: string,
  count: number,
  change: (given: ScoredSample, place: number) => ScoredSample,
): Step {
  return (interview) => ({
    ...interview,
    questions: interview.questions.map((question) => {
      if (question.code !== code) return question;
      const given = question.samples ?? [];
      const samples = Array.from({ length: Math.max(count, given.length) }, (_, place) =>
        change(given[place] ?? { scores: [], isCompared: false }, place),
      );
      return { ...question, samples };
    }),
  });
}

export function changeCandidate(
  interview: InterviewRecord,
  label: Label,
  change: (candidate: Candidate) => Candidate,
): InterviewRecord {
  const before = candidateOf(interview, label);
  if (before === undefined) return interview;
  const after = change(before);
  if (after === before) return interview;
  const candidates = interview.candidates.map((one) => (one === before ? after : one));
  return { ...interview, candidates };
}

function changeAnswer(
  label: Label,
  code: string,
  change: (answer: Answer, candidate: Candidate) => Answer,
): Step {
  return (interview) => {
    if (!codesOf(interview).includes(code)) return interview;
    return changeCandidate(interview, label, (candidate) => {
      const before = answerOf(candidate, code);
      const changed = change(before, candidate);
      if (changed === before) return candidate;
      const isThere = candidate.answers.some((answer) => answer.code === code);
      const answers = isThere
        ? candidate.answers.map((answer) => (answer.code === code ? changed : answer))
        : [...candidate.answers, changed];
      return { ...candidate, answers };
    });
  };
}
