import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { laterValue, withLaterFields } from '../../../tests/examples/later-fields.ts';
import { versionZero } from '../../../tests/examples/version-zero.ts';
import { type RecordFormat, upgrade } from './record-versions.ts';
import { readRecord, type StoreName } from './records.ts';

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
  [
    'interviews',
    {
      id: 'abcd-1234',
      at: 5,
      name: '',
      minutes: 60,
      questions: [{ code: '8d8' }],
      candidates: [{ label: 'A', name: 'Zoë', answers: [], lockedAt: null, received: [] }],
      rater: 'mine',
      raters: [],
    },
  ],
  ['settings', { id: 'settings', interviewOn: '2026-12-08', newPerDay: 5, bell: true, at: 5 }],
];

function problem(store: StoreName, value: unknown): string | undefined {
  const result = readRecord(store, value);
  return 'problem' in result ? result.problem : undefined;
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

  it('names a field once, even if it breaks two rules', () => {
    const [, card] = right.find(([store]) => store === 'cards') ?? [];
    expect(problem('cards', { ...card, due: 1e300 })).toBe('due is missing or wrong');
  });

  it('keeps the fields of a later version, at any depth', () => {
    fc.assert(
      fc.property(fc.constantFrom(...right), laterValue, ([store, value], later) => {
        const stored = withLaterFields(value, later);
        expect(readRecord(store, stored)).toEqual({ value: stored });
      }),
    );
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

  it.each<[StoreName, unknown, string]>([
    ['notes', { code: '8d8', text: 5, at: 1 }, 'text is missing or wrong'],
    ['notes', { code: '8d8' }, 'text and at are missing or wrong'],
    ['notes', { code: '8d8', at: 1, more: 1 }, 'text is missing or wrong'],
    ['notes', null, 'the record isn’t valid'],
    ['cards', { id: 7 }, 'id, due, stability, and 7 more are missing or wrong'],
  ])('of %s is rejected with the fields that are wrong: %j', (store, value, words) => {
    expect(problem(store, value)).toBe(words);
  });
});

describe('records of version 0', () => {
  it('are upgraded with their other fields, and damaged ones stay as they are', () => {
    const { format, stored, upgraded } = versionZero;
    expect(upgrade(0, stored, format)).toEqual(upgraded);
    const damaged = { store: 'notes', value: null };
    expect(upgrade(0, [damaged, ...stored], format)).toEqual([damaged, ...upgraded]);
  });

  it('are refused by a guide that has no upgrade from it, and later ones too', () => {
    const { stored } = versionZero;
    expect(upgrade(0, stored)).toBeUndefined();
    expect(upgrade(2, stored)).toBeUndefined();
    const onlyLater: RecordFormat = { version: 2, upgrades: new Map([[1, (record) => record]]) };
    expect(upgrade(0, stored, onlyLater)).toBeUndefined();
    expect(upgrade(1, stored, onlyLater)).toEqual(stored);
  });
});
