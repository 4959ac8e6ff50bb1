/** What an interviewer does on a scorecard. A step that makes no sense changes nothing. */
import { newClock, readOn, spentBy, startClock, stopClock } from '../practice/answer-clock.ts';
import type { Score } from '../progress/records.ts';
import {
  type CardQuestion,
  longestCandidate,
  longestNote,
  type ScorecardRun,
  type ScoredSample,
  scorecardRunVersion,
} from './scorecard-run.ts';
import type { ScoredQuestion } from './scored-question.ts';
import { withScore } from './with-score.ts';

/** An empty scorecard of a mock. */
export function newScorecard(
  link: string,
  questions: readonly { readonly code: string; readonly criteria: readonly unknown[] }[],
): ScorecardRun {
  return {
    version: scorecardRunVersion,
    link,
    candidate: '',
    questions: questions.map(({ code, criteria }) => ({
      code,
      scores: criteria.slice(0, 5).map(() => null),
      note: '',
      clock: newClock,
    })),
    isLocked: false,
    partnerCode: '',
  };
}

/** Names the candidate. */
export function nameCandidate(card: ScorecardRun, candidate: string): ScorecardRun {
  return { ...card, candidate: candidate.slice(0, longestCandidate) };
}

/** Scores a criterion; `null` takes the score back. */
export function scoreOnCard(
  card: ScorecardRun,
  code: string,
  criterion: number,
  score: Score,
): ScorecardRun {
  if (card.isLocked) return card;
  return changeQuestion(card, code, (question) => ({
    ...question,
    scores: withScore(question.scores, criterion, score),
  }));
}

/** Writes a note on a question, also after locking: scores are what is locked. */
export function noteOnCard(card: ScorecardRun, code: string, note: string): ScorecardRun {
  return changeQuestion(card, code, (question) => ({
    ...question,
    note: note.slice(0, longestNote),
  }));
}

/** Starts the timer of a question, and stops that of any other; or stops it. */
export function switchTimer(card: ScorecardRun, code: string, now: number): ScorecardRun {
  if (card.isLocked) return card;
  const questions = card.questions.map((question) => {
    const isStarted = question.code === code && question.clock.since === null;
    const step = isStarted ? startClock : stopClock;
    return { ...question, clock: step(question.clock, now) };
  });
  return { ...card, questions };
}

/** Counts the time until now; the running timer goes on. */
export function readTimers(card: ScorecardRun, now: number): ScorecardRun {
  const questions = card.questions.map((question) => ({
    ...question,
    clock: readOn(question.clock, now),
  }));
  return { ...card, questions };
}

/** Locks the scores for good and stops the timer. */
export function lockCard(card: ScorecardRun, now: number): ScorecardRun {
  if (card.isLocked) return card;
  const questions = card.questions.map((question) => ({
    ...question,
    clock: stopClock(question.clock, now),
  }));
  return { ...card, questions, isLocked: true };
}

/** Scores a criterion of a sample answer, until it is compared with the guide's score. */
export function scoreSample(
  card: ScorecardRun,
  code: string,
  { sample, criterion }: { readonly sample: number; readonly criterion: number },
  score: Score,
): ScorecardRun {
  return changeSample(card, code, sample, (given) =>
    given.isCompared ? given : { ...given, scores: withScore(given.scores, criterion, score) },
  );
}

/** Shows the guide's scores of a question's sample answers. */
export function compareSamples(card: ScorecardRun, code: string, count: number): ScorecardRun {
  return Array.from({ length: count }, (_, sample) => sample).reduce(
    (changed, sample) =>
      changeSample(changed, code, sample, (given) => ({ ...given, isCompared: true })),
    card,
  );
}

function changeSample(
  card: ScorecardRun,
  code: string,
  sample: number,
  change: (given: ScoredSample) => ScoredSample,
): ScorecardRun {
  return changeQuestion(card, code, (question) => {
    const length = Math.max(question.samples?.length ?? 0, sample + 1);
    const samples = Array.from({ length }, (_, place) => {
      const given = question.samples?.[place] ?? { scores: [], isCompared: false };
      return place === sample ? change(given) : given;
    });
    return { ...question, samples };
  });
}

/** The scores on a card, with the time of each question up to now. */
export function scoredOnCard({ questions }: ScorecardRun, now: number): ScoredQuestion[] {
  return questions.map(({ code, scores, clock }) => ({
    code,
    scores,
    seconds: Math.round(spentBy(clock, now) / 1000),
  }));
}

function changeQuestion(
  card: ScorecardRun,
  code: string,
  change: (question: CardQuestion) => CardQuestion,
): ScorecardRun {
  const questions = card.questions.map((question) =>
    question.code === code ? change(question) : question,
  );
  return { ...card, questions };
}
