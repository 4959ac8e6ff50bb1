import { meanOf, meanScore } from '../practice/answer-words.ts';
import type { StudyQuestion } from '../practice/study-data.ts';
import type { ReviewRecord } from '../progress/records.ts';
import { dayName, dayNumber, type OffsetAt } from './days.ts';

export interface WeekScore {
  /** Its Monday, `YYYY-MM-DD`. */
  readonly monday: string;
  /** From 1 to 5; null for a week without scores. */
  readonly mean: number | null;
}

export interface ScoreChange {
  /** Id of the level, or the text of the criterion. */
  readonly id: string;
  readonly count: number;
  readonly first: number;
  readonly latest: number;
  /** Whether a question was scored twice; otherwise both numbers are of the same answers. */
  readonly isRepeated: boolean;
}

export interface CriterionChange extends ScoreChange {
  readonly code: string;
}

export type ScoreTrend = ReturnType<typeof scoreTrend>;

const maxWeeks = 12;
const maxCriteria = 8;

/** 1970-01-01 was a Thursday. */
function mondayOf(day: number): number {
  return day - ((((day + 3) % 7) + 7) % 7);
}

export function scoreTrend(
  reviews: readonly ReviewRecord[],
  questions: readonly StudyQuestion[],
  now: number,
  offsetAt: OffsetAt,
) {
  const scored = reviews
    .filter(({ card, scores }) => card.startsWith('question:') && meanScore(scores) !== null)
    .filter(({ at }) => dayNumber(at, offsetAt) <= dayNumber(now, offsetAt))
    .sort((a, b) => a.at - b.at);
  const byCode = Map.groupBy(scored, ({ card }) => card.slice(card.indexOf(':') + 1));
  return {
    /** From the week of the first score to this one, at most twelve. */
    weeks: weeksOf(scored, now, offsetAt),
    levels: levelsOf(byCode, questions),
    /** The criteria with the lowest latest scores, the lowest first. */
    criteria: criteriaOf(byCode, questions),
  };
}

function weeksOf(
  scored: readonly ReviewRecord[],
  now: number,
  offsetAt: OffsetAt,
): readonly WeekScore[] {
  const [first] = scored;
  if (first === undefined) return [];
  const last = mondayOf(dayNumber(now, offsetAt));
  const start = Math.max(mondayOf(dayNumber(first.at, offsetAt)), last - 7 * (maxWeeks - 1));
  const byWeek = Map.groupBy(scored, ({ at }) => mondayOf(dayNumber(at, offsetAt)));
  return Array.from({ length: (last - start) / 7 + 1 }, (_, index) => {
    const monday = start + 7 * index;
    const answers = byWeek.get(monday) ?? [];
    const mean = meanOf(answers.flatMap(({ scores }) => meanScore(scores) ?? []));
    return { monday: dayName(monday), mean };
  });
}

function levelsOf(
  byCode: ReadonlyMap<string, readonly ReviewRecord[]>,
  questions: readonly StudyQuestion[],
): readonly ScoreChange[] {
  const levels = Map.groupBy(
    questions.filter(({ code }) => byCode.has(code)),
    ({ level }) => level,
  );
  return [...levels].map(([id, group]) => {
    const answers = group.map(({ code }) => byCode.get(code) ?? []);
    const meanAt = (place: number): number =>
      meanOf(answers.flatMap((list) => meanScore(list.at(place)?.scores ?? []) ?? [])) ?? 0;
    const isRepeated = answers.some((list) => list.length > 1);
    return { id, count: group.length, first: meanAt(0), latest: meanAt(-1), isRepeated };
  });
}

function criteriaOf(
  byCode: ReadonlyMap<string, readonly ReviewRecord[]>,
  questions: readonly StudyQuestion[],
): readonly CriterionChange[] {
  return questions
    .flatMap(({ code, criteria }) =>
      criteria.flatMap(({ criterion }, place) => {
        const scores = (byCode.get(code) ?? []).flatMap((review) => review.scores[place] ?? []);
        const [first] = scores;
        const latest = scores.at(-1);
        if (first === undefined || latest === undefined) return [];
        return [{ id: criterion, code, count: 1, first, latest, isRepeated: scores.length > 1 }];
      }),
    )
    .filter(({ latest }) => latest < 5)
    .sort((a, b) => a.latest - b.latest)
    .slice(0, maxCriteria);
}
