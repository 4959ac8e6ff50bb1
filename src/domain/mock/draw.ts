import { levels } from '../../guide-settings.ts';
import { type Random, shuffle } from '../../lib/random.ts';
import type { StudyQuestion } from '../practice/study-data.ts';
import { maxMinutes } from './mock-link.ts';

export type PoolQuestion = Pick<StudyQuestion, 'code' | 'level' | 'topics'>;

/** Which questions may be picked. An empty list of levels or topics means all of them. */
interface Choice {
  readonly levels: readonly string[];
  /** A question matches if it has at least one of these topics. */
  readonly topics: readonly string[];
}

export function questionsIn<Q extends PoolQuestion>(pool: readonly Q[], choice: Choice): Q[] {
  return pool.filter(
    ({ level, topics }) =>
      (choice.levels.length === 0 || choice.levels.includes(level)) &&
      (choice.topics.length === 0 || topics.some((topic) => choice.topics.includes(topic))),
  );
}

/**
 * Picks the questions for a mock interview at random, without repeats, and as evenly from the
 * levels as possible. Returns their codes in the order of the levels, so the interview gets harder.
 * If fewer than `count` questions match, returns all of them.
 */
export function drawQuestions(
  pool: readonly PoolQuestion[],
  { count, random, ...choice }: Choice & { readonly count: number; readonly random: Random },
): string[] {
  const chosen = Map.groupBy(questionsIn(pool, choice), ({ level }) => level);
  const byLevel = levels.map(({ id }) => {
    const codes = (chosen.get(id) ?? []).map(({ code }) => code);
    return shuffle(random, codes);
  });
  const drawn = new Set(inTurn(shuffle(random, byLevel)).slice(0, Math.max(0, count)));
  return byLevel.flatMap((codes) => codes.filter((code) => drawn.has(code)));
}

/** Returns the first item of each list, then the second of each, and so on. */
export function inTurn<Item>(lists: readonly (readonly Item[])[]): Item[] {
  const rounds = Math.max(0, ...lists.map((list) => list.length));
  return Array.from({ length: rounds }, (_, round) =>
    lists.flatMap((list) => list.slice(round, round + 1)),
  ).flat();
}

/**
 * Suggests a time for a number of questions from the pool. Returns undefined if the pool is empty
 * or the number is below 1. `inAll` is at most `maxMinutes`.
 */
export function suggestMinutes(questions: readonly { readonly minutes: number }[], count: number) {
  const drawn = Math.min(count, questions.length);
  if (!(drawn >= 1)) return undefined;
  const sum = questions.reduce((total, { minutes }) => total + minutes, 0);
  const answers = (sum * drawn) / questions.length;
  return {
    answers: Math.round(answers),
    /**
     * Twice the answer time, to leave time for thinking and follow-up questions, rounded up to the
     * next five minutes.
     */
    inAll: Math.min(maxMinutes, Math.ceil((answers * 2) / 5) * 5),
  };
}

/**
 * Returns how many questions from the pool fit in a given time, according to `suggestMinutes`, but
 * at least one.
 */
export function countFor(questions: readonly { readonly minutes: number }[], minutes: number) {
  const counts = questions.map((_, index) => index + 1);
  return counts.findLast((count) => (suggestMinutes(questions, count)?.inAll ?? 0) <= minutes) ?? 1;
}

export function describeLevels(questions: readonly { readonly level: string }[]): string {
  const ids = new Set(questions.map(({ level }) => level));
  return levels
    .filter(({ id }) => ids.has(id))
    .map(({ label }) => label)
    .join(', ');
}
