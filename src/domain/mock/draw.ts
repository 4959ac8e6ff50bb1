import { levels } from '../../guide.ts';
import { type Random, shuffle } from '../../lib/random.ts';

/** What a draw needs to know of a question. */
export interface PoolQuestion {
  readonly code: string;
  /** Level, see `src/guide.ts`. */
  readonly level: string;
  readonly topics: readonly string[];
}

/** What may be drawn; an empty list of levels or topics leaves all in. */
export interface Choice {
  readonly levels: readonly string[];
  /** A question is in if it has any of them. */
  readonly topics: readonly string[];
  /** Only these questions, if given: a study set. */
  readonly codes?: readonly string[] | undefined;
}

/** What to draw. */
export interface DrawRequest extends Choice {
  /** How many questions. */
  readonly count: number;
  readonly random: Random;
}

/** The questions that a choice leaves in, in the order of the pool. */
export function questionsIn<Q extends PoolQuestion>(pool: readonly Q[], choice: Choice): Q[] {
  return pool.filter(
    ({ code, level, topics }) =>
      (choice.levels.length === 0 || choice.levels.includes(level)) &&
      (choice.topics.length === 0 || topics.some((topic) => choice.topics.includes(topic))) &&
      (choice.codes === undefined || choice.codes.includes(code)),
  );
}

/**
 * Draws the questions of a mock interview: codes without repeats, spread over the levels as
 * evenly as their questions allow, in the order of the levels so that the interview gets harder.
 * Gives fewer than `count` if the choice leaves fewer in.
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

/** Takes one of each list in turn until there are enough or none is left. */
function takeInTurn(lists: readonly (readonly string[])[], count: number): Set<string> {
  const rounds = Math.max(...lists.map((list) => list.length));
  const inTurn = Array.from({ length: rounds }, (_, round) =>
    lists.flatMap((list) => list.slice(round, round + 1)),
  );
  return new Set(inTurn.flat().slice(0, Math.max(0, count)));
}
