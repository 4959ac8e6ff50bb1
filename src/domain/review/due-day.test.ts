import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CardRecord, Grade } from '../progress/records.ts';
import { dayLength, dayName, dayNumber, type OffsetAt, startOfDay, utc } from './days.ts';
import {
  dueAsPlanned,
  dueAsReviewed,
  interviewAhead,
  recallMoment,
  type Study,
} from './due-day.ts';
import { newCard, reviewCard } from './fsrs.ts';

const today = 20_788;
const noon = today * dayLength + dayLength / 2;
const grades: readonly Grade[] = ['again', 'hard', 'good', 'easy'];

function review(
  card: CardRecord,
  grade: Grade,
  at: number,
  on?: string,
  offsetAt = utc,
): CardRecord {
  const outcome = reviewCard(card, grade, at, { interviewOn: on ?? null, offsetAt });
  if ('problem' in outcome) throw new Error(outcome.problem);
  return outcome.card;
}

/** Returns a card that is due in a few weeks and was last reviewed at a given moment. */
function strongCard(at: number, id: CardRecord['id'] = 'question:8d8'): CardRecord {
  const early = review(newCard(id, at), 'easy', at - 20 * dayLength);
  return review(early, 'good', at);
}

function study(interviewOn: string | null, changes: Partial<Study> = {}): Study {
  return {
    settings: { interviewOn, newPerDay: 5, at: noon },
    now: noon,
    offsetAt: utc,
    ...changes,
  };
}

const zones: fc.Arbitrary<OffsetAt> = fc.oneof(
  fc.integer({ min: -720, max: 840 }).map(
    (offset): OffsetAt =>
      () =>
        offset,
  ),
  // The clocks change in the middle of the tested period.
  fc.constant<OffsetAt>((at) => (at < noon + 3 * dayLength ? 120 : 60)),
);
const ids = fc
  .integer({ min: 0, max: 46_655 })
  .map((n) => `question:${n.toString(36).padStart(3, '0')}` as const);
const histories = fc.array(
  fc.tuple(fc.constantFrom(...grades), fc.integer({ min: 1, max: 12 * dayLength })),
  { minLength: 1, maxLength: 7 },
);
const daysAhead = fc.integer({ min: 1, max: 40 });

describe('with an interview ahead, a card', () => {
  it('is never due after the interview day has begun, nor later than FSRS says', () => {
    fc.assert(
      fc.property(ids, histories, daysAhead, zones, (id, history, ahead, zone) => {
        let card = newCard(id, noon);
        let at = noon;
        for (const [grade, wait] of history) {
          const interview = dayNumber(at, zone) + ahead;
          const own = review(card, grade, at, undefined, zone);
          card = review(card, grade, at, dayName(interview), zone);
          expect(card.due).toBeLessThanOrEqual(startOfDay(interview, zone));
          expect(card.due).toBeLessThanOrEqual(own.due);
          expect(card.due).toBeGreaterThan(at);
          expect({ ...card, due: 0 }).toEqual({ ...own, due: 0 });
          at += wait;
        }
      }),
    );
  });

  it('comes up again on a later day before it if first seen at least two days ahead', () => {
    const moments = fc.integer({ min: 0, max: dayLength - 1 });
    const ahead = fc.integer({ min: 2, max: 40 });
    fc.assert(
      fc.property(ids, moments, ahead, zones, (id, moment, left, zone) => {
        const at = startOfDay(today, zone) + Math.min(moment, dayLength - 7_200_000);
        const interview = today + left;
        const { due } = review(newCard(id, at), 'easy', at, dayName(interview), zone);
        expect(dayNumber(due, zone)).toBeGreaterThan(today);
        expect(dayNumber(due, zone)).toBeLessThan(interview);
        expect(due - at).toBeLessThanOrEqual((startOfDay(interview, zone) - at) / 2);
      }),
    );
  });

  it('keeps its order: cards with a later FSRS date aren’t due earlier', () => {
    const span = fc.integer({ min: 1, max: 60 * dayLength });
    fc.assert(
      fc.property(ids, span, span, daysAhead, fc.boolean(), (id, one, two, ahead, wasSeen) => {
        const before = wasSeen ? strongCard(noon - dayLength, id) : newCard(id, noon);
        const interview = interviewAhead(dayName(today + ahead), noon, utc);
        if (interview === undefined) throw new Error('no interview');
        const due = (wait: number): number =>
          dueAsReviewed(noon + wait, before, noon, interview, utc);
        expect(due(Math.min(one, two))).toBeLessThanOrEqual(due(Math.max(one, two)));
      }),
    );
  });

  it('isn’t due again on the day before, or in its last days', () => {
    const fresh = review(newCard('question:8d8', noon), 'easy', noon, dayName(today + 1));
    expect(fresh.due).toBe((today + 1) * dayLength);
    const card = strongCard(noon - 9 * dayLength);
    for (const left of [1, 2]) {
      const { due } = review(card, 'good', noon, dayName(today + left));
      expect(due).toBe((today + left) * dayLength);
    }
    const { due } = review(card, 'good', noon, dayName(today + 7));
    expect(due).toBe(noon + 3.25 * dayLength);
  });

  it('gets its last days from its id, so that cards aren’t all due on the same day', () => {
    const lefts = Array.from({ length: 50 }, (_, index) => {
      const id = `question:${index + 100}` as const;
      const card = strongCard(noon - 9 * dayLength, id);
      return [6, 5, 4, 3, 2].find((left) => {
        const { due } = review(card, 'good', noon, dayName(today + left));
        return due === (today + left) * dayLength;
      });
    });
    expect(new Set(lefts)).toEqual(new Set([2, 3, 4, 5, 6]));
  });

  it('is left to FSRS once the day has begun, or if it isn’t a day', () => {
    const card = strongCard(noon - 20 * dayLength);
    const own = review(card, 'good', noon).due;
    for (const on of [dayName(today), dayName(today - 1), '2026-02-30', 'soon', '']) {
      expect(review(card, 'good', noon, on).due).toBe(own);
    }
  });
});

describe('a card’s planned time', () => {
  const soon = dayName(today + 10);

  it('is the stored one while the interview stays the same', () => {
    fc.assert(
      fc.property(ids, histories, daysAhead, zones, (id, history, ahead, zone) => {
        let card = newCard(id, noon);
        let at = noon;
        const interview = dayNumber(noon, zone) + ahead;
        for (const [grade, wait] of history) {
          if (dayNumber(at, zone) >= interview) return;
          card = review(card, grade, at, dayName(interview), zone);
          const { settings } = study(dayName(interview));
          expect(dueAsPlanned(card, { settings, now: at, offsetAt: zone })).toBe(card.due);
          at += wait;
        }
      }),
    );
  });

  it('is FSRS’s own again when the date is removed or past', () => {
    const card = review(strongCard(noon - 20 * dayLength), 'good', noon, soon);
    const own = review(strongCard(noon - 20 * dayLength), 'good', noon).due;
    expect(card.due).toBeLessThan(own);
    expect(dueAsPlanned(card, study(null))).toBe(own);
    expect(dueAsPlanned(card, study(soon, { now: noon + 10 * dayLength }))).toBe(own);
  });

  it('moves later when the interview is postponed', () => {
    const card = review(strongCard(noon - 20 * dayLength), 'good', noon, soon);
    expect(card.due).toBe(noon + 4.75 * dayLength);
    expect(dueAsPlanned(card, study(dayName(today + 20)))).toBe(noon + 9.75 * dayLength);
  });

  it('is before an interview that was set after the review, on different days by id', () => {
    const days = Array.from({ length: 100 }, (_, index) => {
      const card = strongCard(noon - 3 * dayLength, `question:${index + 100}`);
      const due = dueAsPlanned(card, study(soon));
      // The card is due at the same time, no matter when that is computed.
      expect(dueAsPlanned(card, study(soon, { now: noon + 7 * dayLength }))).toBe(due);
      return dayNumber(due, utc) - today;
    });
    expect(Math.min(...days)).toBe(0);
    expect(Math.max(...days)).toBe(9);
    for (let day = 0; day < 10; day += 1) {
      expect(days.filter((planned) => planned === day).length).toBeLessThan(25);
    }
  });

  it('is now for a card from the future, the result of a wrong clock', () => {
    const card = strongCard(noon + 300 * dayLength);
    expect(dueAsPlanned(card, study(null))).toBe(noon);
    expect(dueAsPlanned(card, study(soon))).toBe(noon);
  });
});

describe('the time for which recall is predicted', () => {
  it('is the start of the interview day, or now', () => {
    expect(recallMoment(study(dayName(today + 3)))).toBe((today + 3) * dayLength);
    expect(recallMoment(study(null))).toBe(noon);
    expect(recallMoment(study(dayName(today - 3)))).toBe(noon);
  });
});
