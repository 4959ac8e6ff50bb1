import type { DayPlan } from '../review/forecast.ts';

export interface PlanPart {
  /** New questions with the first reviews, only reviews, or the day before the interview. */
  readonly kind: 'learn' | 'review' | 'eve';
  /** The first and the last day, as `YYYY-MM-DD`. */
  readonly from: string;
  readonly until: string;
  /** The number of new questions, or of reviews if nothing is new. */
  readonly count: number;
}

/** Splits the days of a plan by what they are for. Leaves out parts without questions. */
export function planParts(days: readonly DayPlan[]): PlanPart[] {
  const lastNew = days.findLastIndex((day) => day.new > 0 && !day.isEve);
  const kindOf = (day: DayPlan, index: number): PlanPart['kind'] => {
    if (day.isEve) return 'eve';
    return index <= lastNew ? 'learn' : 'review';
  };
  return [...Map.groupBy(days, (day) => kindOf(day, days.indexOf(day)))].flatMap(
    ([kind, group]) => {
      const count = group.reduce((sum, day) => sum + (kind === 'learn' ? day.new : day.due), 0);
      const [first] = group;
      const last = group.at(-1);
      const isEmpty = group.every((day) => day.due + day.new === 0);
      return isEmpty || !first || !last ? [] : [{ kind, from: first.day, until: last.day, count }];
    },
  );
}
