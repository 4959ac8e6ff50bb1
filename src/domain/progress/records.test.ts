import { describe, expect, it } from 'vitest';
import { cardId, readRecord, type StoreName } from './records.ts';

const card = {
  id: 'question:8d8',
  due: 1_795_550_400_000,
  stability: 3.2,
  difficulty: 5,
  scheduledDays: 3,
  learningSteps: 0,
  reps: 1,
  lapses: 0,
  state: 'review',
  lastReview: 1_795_291_200_000,
};
const review = {
  id: '0f8b-4c2e',
  card: 'question:8d8',
  at: 1_795_291_200_000,
  grade: 'good',
  scores: [5, null, 3],
  seconds: 95,
  before: null,
};
const right: readonly (readonly [StoreName, Readonly<Record<string, unknown>>])[] = [
  ['cards', card],
  ['reviews', review],
  ['reviews', { ...review, before: card }],
  ['notes', { code: '8d8', text: 'Say who is bound.', at: 0 }],
  ['bookmarks', { code: '8d8', at: 5 }],
  [
    'mocks',
    { id: 'abcd-1234', link: '1.x', at: 5, questions: [{ code: '8d8', scores: [], seconds: 9 }] },
  ],
  ['settings', { id: 'settings', interviewOn: '2026-12-08', newPerDay: 5, bell: true, at: 5 }],
];

/** The problem with a record, or nothing. */
function problem(store: StoreName, value: unknown): string | undefined {
  const result = readRecord(store, value);
  return 'problem' in result ? result.problem.problem : undefined;
}

describe('a record', () => {
  it.each(right)('of %s reads back as it was written', (store, value) => {
    expect(readRecord(store, value)).toEqual({ value });
  });

  it.each(right)('of %s without a field is rejected, with its name', (store, value) => {
    for (const key of Object.keys(value)) {
      const { [key]: _, ...rest } = value;
      expect(problem(store, rest), key).toMatch(new RegExp(`^${key}`));
    }
  });

  it.each(right)('of %s is rejected if it has an extra field', (store, value) => {
    expect(problem(store, { ...value, name: 'x' })).toBeDefined();
  });

  it.each<[StoreName, object]>([
    ['cards', { ...card, stability: Number.NaN }],
    ['cards', { ...card, stability: Number.POSITIVE_INFINITY }],
    ['cards', { ...card, due: -1 }],
    ['cards', { ...card, due: 1.5 }],
    ['cards', { ...card, due: new Date(0) }],
    ['cards', { ...card, reps: '1' }],
    ['cards', { ...card, id: 'question:8D8' }],
    ['cards', { ...card, id: 'question:8d8\n' }],
    ['cards', { ...card, id: `term:${'a'.repeat(90)}` }],
    ['cards', { ...card, state: 'asleep' }],
    ['reviews', { ...review, scores: [0] }],
    ['reviews', { ...review, scores: [1, 1, 1, 1, 1, 1] }],
    ['reviews', { ...review, before: { ...card, due: null } }],
    ['notes', { code: '8d8', text: '', at: 0 }],
    ['notes', { code: '8d8', text: 'x'.repeat(20_001), at: 0 }],
    ['settings', { id: 'other', interviewOn: null, newPerDay: 5, bell: true, at: 5 }],
    ['settings', { id: 'settings', interviewOn: '2026-02-30', newPerDay: 5, bell: true, at: 5 }],
  ])('of %s is rejected with a wrong value', (store, value) => {
    expect(problem(store, value)).toBeDefined();
  });

  it.each([undefined, null, 5, 'x', [], [card], new Map()])('is not %o', (value) => {
    expect(problem('cards', value)).toBeDefined();
  });

  it('that is rejected keeps its value and its store', () => {
    const value = { ...card, due: 'soon' };
    expect(readRecord('cards', value)).toEqual({
      problem: { store: 'cards', value, problem: expect.stringMatching(/^due: /) },
    });
  });
});

describe('a card’s id', () => {
  it('starts with its deck', () => {
    expect(cardId('term', 'fhir')).toBe('term:fhir');
  });
});
