import { expect, it } from 'vitest';
import { noProgress } from '../progress/record-lists.ts';
import type { ReviewRecord } from '../progress/records.ts';
import { defaultSettings } from '../progress/settings.ts';
import { utc } from '../review/days.ts';
import { newCard, reviewCard } from '../review/fsrs.ts';
import { nextStep } from './next-step.ts';

const now = Date.UTC(2026, 10, 24, 12);
const deck = ['aaa', 'bbb'].map((code) => ({
  id: `question:${code}` as const,
  minutes: 20,
  level: 'beginner',
  topics: [],
}));

/** The state after answering the first questions with this grade, 20 minutes each. */
function after(count: number, grade: 'again' | 'easy', at: number, minutesPerDay: number) {
  const answers = deck.slice(0, count).map(({ id }) => {
    const before = newCard(id, at);
    const reviewed = reviewCard(before, grade, at);
    if ('problem' in reviewed) throw new Error(reviewed.problem);
    const review: ReviewRecord = {
      ...{ id: `review-${id}`, card: id, at, grade, scores: [], seconds: 1200, before: null },
    };
    return { card: reviewed.card, review };
  });
  const progress = {
    ...noProgress,
    cards: answers.map(({ card }) => card),
    reviews: answers.map(({ review }) => review),
    settings: [{ ...defaultSettings, minutesPerDay, newPerDay: 5 }],
  };
  return nextStep(deck, { progress, now, offsetAt: utc });
}

it.each([
  [
    'nothing has been answered',
    after(0, 'easy', now, 20),
    'Practice today’s 1',
    'Today: 0 due, 1 new',
  ],
  [
    'the plan has questions left',
    after(1, 'easy', now, 60),
    'Practice today’s 1',
    'Today: 0 due, 1 new',
  ],
  [
    'the plan is done, but some are due',
    after(1, 'again', now, 20),
    'Review 1 due',
    'Done for today, but 1 more is due',
  ],
  ['the plan is done', after(1, 'easy', now, 20), 'Practice one more', 'Done for today'],
  [
    'everything has been answered',
    after(2, 'easy', now, 20),
    'Practice one more',
    'Done for today',
  ],
])('if %s, the next step says so', (_, next, label, text) => {
  expect(next).toMatchObject({ label, text });
});

it('has one more question: a new one first, then the weakest', () => {
  expect(after(1, 'easy', now, 20)?.choice).toEqual({ kind: 'question', code: 'bbb' });
  expect(after(2, 'easy', now, 20)?.choice).toMatchObject({ kind: 'question' });
  expect(nextStep([], { progress: noProgress, now, offsetAt: utc })).toBeUndefined();
});
