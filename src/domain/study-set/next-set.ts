import { dayLength, type OffsetAt } from '../review/days.ts';
import type { SavedSets } from './saved-sets.ts';
import { peekAtSet, type SetLink } from './set-link.ts';
import { clockTimeOf, daysText, daysUntil } from './set-time.ts';

/** How many days a set without a date is offered after it was last opened or changed. */
const offeredDays = 7;

interface Today {
  readonly now: number;
  readonly offsetAt: OffsetAt;
  readonly practiced: (code: string) => boolean;
}

/**
 * Returns the set to continue with: the one with the next meeting or, if there is none, the set
 * without a date that was opened or changed last, if that was recent. `text` is, for example,
 * "Thursday: HIPAA and FHIR, in 1 day at 7:00 PM. 2 of 3 practiced." `isMeeting` is true if the
 * group meets today or later.
 */
export function nextSet({ sets }: SavedSets, today: Today) {
  const { now, offsetAt, practiced } = today;
  const all = sets.map(({ link, at }) => ({ link, at, set: peekAtSet(link) }));
  const inUse = all.filter(({ set }) => set.all.length > 0);
  const [dated] = inUse
    .filter(({ set }) => daysLeft(set, today) >= 0)
    .sort((a, b) => daysLeft(a.set, today) - daysLeft(b.set, today));
  const recent = inUse.find(
    ({ set, at }) => set.when === undefined && Math.abs(now - at) < offeredDays * dayLength,
  );
  const next = dated ?? recent;
  if (next === undefined) return undefined;
  const { all: codes, name, when } = next.set;
  const day =
    when === undefined ? '' : `, ${daysText(when, now, offsetAt)}${clockTimeOf(when, offsetAt)}`;
  const count = `${codes.filter(practiced).length} of ${codes.length} practiced`;
  const text = `${name || 'Your question set'}${day}. ${count}.`;
  return { link: next.link, text, isMeeting: dated !== undefined };
}

/** Returns the days until the meeting, or NaN if the set has no date. */
function daysLeft({ when }: SetLink, { now, offsetAt }: Today): number {
  return when === undefined ? Number.NaN : daysUntil(when, now, offsetAt);
}
