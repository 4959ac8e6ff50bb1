/** What a candidate does in a mock interview. A step that makes no sense changes nothing. */
import type { MockRecord, Score } from '../progress/records.ts';
import { finishClock, type MockClock, newClock, startClock } from './clock.ts';
import { longestAnswerNote, type MockRun, mockRunVersion } from './mock-run.ts';
import type { ScoredQuestion } from './scored-question.ts';
import { withScore } from './with-score.ts';

/** What a run begins with. */
export interface RunStart {
  /** Id of the record that the result will be saved as. */
  readonly id: string;
  /** The mock, see `tidyMockLink`. */
  readonly link: string;
  readonly minutes: number;
  /** The questions in order, with the criteria of their rubrics. */
  readonly questions: readonly { readonly code: string; readonly criteria: readonly unknown[] }[];
}

/** Begins a mock interview: the clock runs from now. */
export function beginRun({ id, link, minutes, questions }: RunStart, now: number): MockRun {
  return {
    version: mockRunVersion,
    id,
    link,
    stage: 'asking',
    codes: questions.map(({ code }) => code),
    clock: startClock(newClock(minutes, questions.length), now),
    scores: questions.map(({ criteria }) => criteria.slice(0, 5).map(() => null)),
    place: 0,
    lockedAt: null,
    isSaved: false,
    notes: questions.map(() => ''),
    partnerCode: '',
  };
}

/** Takes a step of the clock (`clock.ts`) while questions are being asked. */
export function turnClock(
  run: MockRun,
  step: (clock: MockClock, now: number) => MockClock,
  now: number,
): MockRun {
  if (run.stage !== 'asking') return run;
  const clock = step(run.clock, now);
  return clock === run.clock ? run : { ...run, clock };
}

/** Ends the questions; scoring begins with the first. */
export function finishAsking(run: MockRun, now: number): MockRun {
  if (run.stage !== 'asking') return run;
  return { ...run, stage: 'scoring', clock: finishClock(run.clock, now), place: 0 };
}

/** Goes to the question at a place, to score it. */
export function goToPlace(run: MockRun, place: number): MockRun {
  return run.stage === 'scoring' && place in run.codes ? { ...run, place } : run;
}

/** Scores a criterion of the question whose turn it is; `null` takes the score back. */
export function scoreCriterion(run: MockRun, criterion: number, score: Score): MockRun {
  if (run.stage !== 'scoring') return run;
  const scores = run.scores.map((given, place) =>
    place === run.place ? withScore(given, criterion, score) : given,
  );
  return { ...run, scores };
}

/** Locks the scores for good. */
export function lockRun(run: MockRun, now: number): MockRun {
  return run.stage === 'scoring' ? { ...run, stage: 'locked', lockedAt: now } : run;
}

/** Notes that the result is saved. */
export function markSaved(run: MockRun): MockRun {
  return run.stage === 'locked' ? { ...run, isSaved: true } : run;
}

/** Writes down something on a question, at any stage: scores are what is locked. */
export function noteAnswer(run: MockRun, place: number, note: string): MockRun {
  const notes = run.codes.map((_, index) =>
    index === place ? note.slice(0, longestAnswerNote) : (run.notes?.[index] ?? ''),
  );
  return { ...run, notes };
}

/** Forgets the partner's code that an earlier version stored. */
export function dropPartnerCode<Run extends { readonly partnerCode: string }>(run: Run): Run {
  return { ...run, partnerCode: '' };
}

/** The result of a locked run as it is saved; undefined before. */
export function recordOfRun(run: MockRun): MockRecord | undefined {
  const { id, link, lockedAt, codes, clock, scores } = run;
  if (lockedAt === null) return undefined;
  const questions = codes.map((code, place) => ({
    code,
    scores: [...(scores[place] ?? [])],
    seconds: Math.round((clock.used[place] ?? 0) / 1000),
  })) satisfies ScoredQuestion[];
  return { id, link, at: lockedAt, questions };
}
