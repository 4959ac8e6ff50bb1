import { levels } from '../../guide.ts';
import { type Random, shuffle } from '../../lib/random.ts';
import { maxMinutes } from './mock-link.ts';

export interface PoolQuestion {
  readonly code: string;
  readonly level: string;
  readonly topics: readonly string[];
}

/** What may be picked; an empty list of levels or topics means all. */
interface Choice {
  readonly levels: readonly string[];
  /** A question matches if it has any of them. */
  readonly topics: readonly string[];
  readonly codes?: readonly string[] | undefined;
}

interface DrawRequest extends Choice {
  readonly count: number;
  readonly random: Random;
}

/** The questions that match a choice, in the order of the pool. */
export function questionsIn<Q extends PoolQuestion>(pool: readonly Q[], choice: Choice): Q[] {
  return pool.filter(
    ({ code, level, topics }) =>
      (choice.levels.length === 0 || choice.levels.includes(level)) &&
      (choice.topics.length === 0 || topics.some((topic) => choice.topics.includes(topic))) &&
      (choice.codes === undefined || choice.codes.includes(code)),
  );
}

/**
 * Picks the questions of a mock interview at random: codes without repeats, spread over the levels
 * as evenly as their questions allow, in the order of the levels so that the interview gets harder.
 * Returns fewer than `count` if fewer match.
 */
export function drawQuestions(pool: readonly PoolQuestion[], request: DrawRequest): string[] {
  const { random } = request;
  const chosen = questionsIn(pool, request);
  const byLevel = levels.map(({ id }) => shuffle(random, codesOf(chosen, id)));
  const drawn = takeInTurn(shuffle(random, byLevel), request.count);
  return byLevel.flatMap((codes) => codes.filter((code) => drawn.has(code)));
}

function codesOf(questions: readonly PoolQuestion[], level: string): string[] {
  return questions.filter((question) => question.level === level).map(({ code }) => code);
}

function takeInTurn(lists: readonly (readonly string[])[], count: number): Set<string> {
  const rounds = Math.max(...lists.map((list) => list.length));
  const inTurn = Array.from({ length: rounds }, (_, round) =>
    lists.flatMap((list) => list.slice(round, round + 1)),
  );
  return new Set(inTurn.flat().slice(0, Math.max(0, count)));
}

interface SuggestedTime {
  readonly answers: number;
  /** Total minutes: twice the answers, for thinking and follow-up questions, rounded up to five. */
  readonly inAll: number;
}

/**
 * Suggests a time for a number of questions from the pool; undefined if there
 * are none.
 */
export function suggestMinutes(
  questions: readonly { readonly minutes: number }[],
  count: number,
): SuggestedTime | undefined {
  const drawn = Math.min(count, questions.length);
  if (!(drawn >= 1)) return undefined;
  const sum = questions.reduce((total, { minutes }) => total + minutes, 0);
  const answers = (sum / questions.length) * drawn;
  return {
    answers: Math.round(answers),
    inAll: Math.min(maxMinutes, Math.ceil((answers * 2) / 5) * 5),
  };
}

export function describeLevels(questions: readonly { readonly level: string }[]): string {
  const ids = new Set(questions.map(({ level }) => level));
  return levels
    .filter(({ id }) => ids.has(id))
    .map(({ label }) => label)
    .join(', ');
}
