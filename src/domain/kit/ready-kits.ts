import { interviewKits } from '../../guide.ts';
import type { StudyData, StudyQuestion } from '../practice/study-data.ts';
import { suggestedMinutes } from './interview.ts';

export interface ReadyKit {
  readonly name: string;
  readonly minutes: number;
  readonly codes: readonly string[];
}

/**
 * Returns kits to start from, with the levels and minutes of `interviewKits` and questions of the
 * guide.
 */
export function readyKits({ questions }: Pick<StudyData, 'questions'>): ReadyKit[] {
  return interviewKits.flatMap(({ name, minutes, levels }) => {
    const codes = inTurn(questions, levels, minutes);
    return codes.length === 0 ? [] : [{ name, minutes, codes }];
  });
}

/** Takes the first questions of each level in turn, as many as fit, in the order of the levels. */
function inTurn(
  questions: readonly StudyQuestion[],
  levels: readonly string[],
  minutes: number,
): string[] {
  const byLevel = levels.map((level) => questions.filter((question) => question.level === level));
  const rounds = Math.max(0, ...byLevel.map((list) => list.length));
  const all = Array.from({ length: rounds }, (_, round) =>
    byLevel.flatMap((list) => list.slice(round, round + 1)),
  ).flat();
  const chosen = all.filter((_, place) => suggestedMinutes(place + 1) <= minutes);
  return byLevel.flat().flatMap((one) => (chosen.includes(one) ? [one.code] : []));
}
