/**
 * The reader's plan: the questions that matter most for the job, as many as the reader has time
 * for. It is stored in the settings as codes (`planCodes`), next to the interview date.
 */
import { levels } from '../../guide-settings.ts';
import { cardId, type SettingsRecord } from '../progress/records.ts';
import { dayNumber, readDay } from '../review/days.ts';
import type { Study } from '../review/due-day.ts';
import { type Forecast, forecast } from '../review/forecast.ts';
import type { DeckEntry } from '../review/new-cards.ts';
import type { QueueInput } from '../review/queue.ts';

/** The range of days until the interview that readers can choose from. */
export const daysRange = { min: 1, max: 30 } as const;

/** The number of days for readers who don't have a date yet. */
export const defaultDays = 9;

type PlanStudy = Pick<Study, 'now' | 'offsetAt'> & {
  readonly settings: Pick<SettingsRecord, 'planCodes' | 'interviewOn'>;
};

/** True if there is a plan. It lasts through the day of the interview. */
export function hasPlan({ settings, now, offsetAt }: PlanStudy): boolean {
  const day = readDay(settings.interviewOn ?? '');
  const isAhead = day !== undefined && dayNumber(now, offsetAt) <= day;
  return isAhead && (settings.planCodes ?? []).length > 0;
}

/**
 * Sorts a plan for practice. Questions of the easiest level come first, because others build on
 * them. All others keep the order of importance.
 */
function basicsFirst(plan: readonly DeckEntry[]): readonly DeckEntry[] {
  const isBasic = ({ level }: DeckEntry): boolean => level === levels[0]?.id;
  return [...plan.filter(isBasic), ...plan.filter((entry) => !isBasic(entry))];
}

/**
 * Returns the questions in the plan, in the order in which they are asked. If there is no plan, or
 * if none of its questions is left, returns the whole deck. Leaves out codes that the guide no
 * longer has.
 */
export function deckOfPlan(deck: readonly DeckEntry[], study: PlanStudy): readonly DeckEntry[] {
  if (!hasPlan(study)) return deck;
  const entries = new Map(deck.map((entry) => [entry.id, entry]));
  const planned = (study.settings.planCodes ?? []).flatMap(
    (code) => entries.get(cardId('question', code)) ?? [],
  );
  return planned.length > 0 ? basicsFirst(planned) : deck;
}

export interface PlanSize {
  /** How many questions are in the plan: as many as fit, unless the reader chose the number. */
  readonly count: number;
  readonly forecast: Forecast;
}

/** A saved plan. */
export interface SavedPlan {
  /** How many questions the reader chose, whether they fit or not. */
  readonly count: number;
  readonly interviewOn: string | null;
  readonly minutesPerDay: number;
}

/** The share of the daily minutes that a plan may fill. The rest makes up for a missed day. */
const filled = 0.8;

/**
 * Returns how many questions the reader can prepare before the interview within the daily minutes.
 * The number depends on the schedule, which must not leave any question out and must ask each one
 * on two days (or on one, if there is only one day). An earlier answer counts as one of the two
 * days. The result is at least one, because the first day always has time for that, unless the deck
 * is empty. More time never leads to fewer questions than in the saved plan, and less time never
 * leads to more.
 *
 * @param input has the deck in order of importance, and the plan's date and minutes
 * @param saved the plan that the reader changes, if any
 */
export function planSize(input: QueueInput, saved?: SavedPlan): PlanSize {
  const { minutesPerDay = Infinity } = input.settings;
  const run = (count: number, minutes = minutesPerDay) =>
    forecast({
      ...input,
      settings: { ...input.settings, minutesPerDay: minutes },
      deck: basicsFirst(input.deck.slice(0, count)),
      isPlan: true,
    });
  const count = countFor(input.settings, saved, () =>
    fittingCount(input, (tried) => run(tried, filled * minutesPerDay)),
  );
  return { count, forecast: run(count) };
}

function countFor(
  { interviewOn, minutesPerDay = Infinity }: QueueInput['settings'],
  saved: SavedPlan | undefined,
  fitting: () => number,
): number {
  if (saved === undefined) return fitting();
  const days = (interviewOn ?? '').localeCompare(saved.interviewOn ?? '');
  const minutes = minutesPerDay - saved.minutesPerDay;
  if (days === 0 && minutes === 0) return saved.count;
  if (days >= 0 && minutes >= 0) return Math.max(saved.count, fitting());
  if (days <= 0 && minutes <= 0) return Math.min(saved.count, fitting());
  return fitting();
}

/** @param run forecasts the plan with the first questions of the deck */
function fittingCount({ deck, cards }: QueueInput, run: (count: number) => Forecast): number {
  const byId = new Map(cards.map((card) => [card.id, card]));
  const fits = (count: number): boolean => {
    const { unstarted, answeredOn, days } = run(count);
    const needed = Math.min(2, days.length);
    const timesOf = ({ id }: DeckEntry): number =>
      (answeredOn.get(id) ?? []).length + ((byId.get(id)?.reps ?? 0) > 0 ? 1 : 0);
    return unstarted === 0 && deck.slice(0, count).every((entry) => timesOf(entry) >= needed);
  };
  let count = Math.min(1, deck.length);
  let tooMany = deck.length + 1;
  while (tooMany - count > 1) {
    const middle = Math.floor((count + tooMany) / 2);
    if (fits(middle)) count = middle;
    else tooMany = middle;
  }
  return count;
}
