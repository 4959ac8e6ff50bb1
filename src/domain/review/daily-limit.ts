import { dailyMinutes } from '../progress/daily-minutes.ts';
import type { Study } from './due-day.ts';
import type { DeckEntry } from './new-cards.ts';

/**
 * Returns as many cards, from the start, as fit in the day's minutes. If nothing has been answered
 * today, returns at least one. If `minutesToday` is undefined, returns all.
 * @param isShort true on the day before the interview
 */
export function withinDailyLimit<Item extends { readonly entry: DeckEntry }>(
  wanted: readonly Item[],
  { settings, minutesToday }: Pick<Study, 'settings'> & { readonly minutesToday?: number },
  isShort: boolean,
): readonly Item[] {
  if (minutesToday === undefined) return wanted;
  const limit = Math.min(settings.minutesPerDay ?? Infinity, isShort ? dailyMinutes.eve : Infinity);
  let minutes = minutesToday;
  const out = wanted.findIndex(({ entry }) => {
    const isFirst = minutes === 0;
    minutes += entry.minutes;
    return minutes > limit && !isFirst;
  });
  return out < 0 ? wanted : wanted.slice(0, out);
}
