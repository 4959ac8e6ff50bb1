/**
 * Tests with unfinished work that a later version of the guide stored. This version must keep
 * fields that it doesn't know.
 */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  countLaterFields,
  laterValue,
  withLaterFields,
} from '../../../tests/examples/later-fields.ts';
import { nextQuestion, pauseClock, resumeClock, tick } from '../mock/clock.ts';
import {
  beginRun,
  finishAsking,
  goToPlace,
  lockRun,
  type MockRun,
  markSaved,
  noteAnswer,
  readMockRun,
  scoreCriterion,
  updateClock,
} from '../mock/mock-run.ts';
import { newCard, reviewCard } from '../review/fsrs.ts';
import { advance, type Ladder, readLadder, startLadder } from './ladder.ts';
import { noteSample } from './leniency.ts';
import {
  noteReview,
  parseSession,
  type Session,
  skipCard,
  startSession,
} from './session-format.ts';

const now = 1_800_000_000_000;
const link = '1.2.10...1.v1.222233';
const questions = [
  { code: '222', criteria: ['a', 'b'] },
  { code: '233', criteria: ['c'] },
];

/**
 * Expects that a stored value with unknown fields in each object is read unchanged, and that
 * actions keep these fields in all objects.
 */
function keepsLaterFields<Value>(
  value: Value,
  read: (given: unknown) => unknown,
  actions: readonly ((value: Value, turn: number) => Value)[],
): void {
  fc.assert(
    fc.property(laterValue, fc.array(fc.nat(actions.length - 1)), (later, turns) => {
      const stored = withLaterFields(value, later);
      expect(read(JSON.stringify(stored))).toEqual({ value: stored });
      const { objects } = countLaterFields(stored, later);
      const after = turns.reduce(
        (before, place, turn) => actions[place]?.(before, turn) ?? before,
        stored,
      );
      expect(countLaterFields(after, later).kept).toBeGreaterThanOrEqual(objects);
      expect(read(JSON.stringify(after))).toEqual({ value: after });
    }),
  );
}

describe('unknown fields stay', () => {
  it('in a practice session', () => {
    const cards = ['question:22b', 'question:22c', 'question:22d', 'term:fhir'];
    const known = { current: new Set(cards), retired: new Set<string>() };
    const { session } = startSession('Due today', cards, known, '2026-11-24');
    keepsLaterFields<Session>(noteReview(session, 'review-1'), parseSession, [
      skipCard,
      (before, turn) => noteReview(before, `review-${turn + 2}`),
    ]);
  });

  it('in an unfinished answer', () => {
    const ladder = advance(startLadder('8d8', 3), { type: 'start' }, now);
    keepsLaterFields<Ladder>(advance(ladder, { type: 'pause' }, now), readLadder, [
      (before, turn) => advance(before, { type: 'type', text: `Half ${turn}.` }, now + turn),
      (before, turn) => advance(before, { type: 'resume' }, now + turn * 1000),
      (before, turn) => advance(before, { type: 'tick' }, now + turn * 1000),
      (before, turn) => advance(before, { type: 'pause' }, now + turn * 1000),
      (before) => advance(before, { type: 'score', criterion: 1, score: 4 }, now),
      (before) => advance(before, { type: 'turn', criterion: 2 }, now),
    ]);
  });

  it('in a mock interview', () => {
    const id = '0123456789abcdef';
    const paused = updateClock(
      beginRun({ id, link, minutes: 10, questions }, now),
      pauseClock,
      now,
    );
    keepsLaterFields<MockRun>(paused, (given) => readMockRun(given, now), [
      (before) => updateClock(before, nextQuestion, now),
      (before) => updateClock(before, tick, now),
      (before) => updateClock(before, (clock, at) => pauseClock(resumeClock(clock, at), at), now),
      (before, turn) => noteAnswer(before, turn % 2, `Note ${turn}`),
      (before) => finishAsking(before, now),
      (before, turn) => goToPlace(before, turn % 2),
      (before) => scoreCriterion(before, 0, 4),
      (before) => lockRun(before, now),
      markSaved,
    ]);
  });

  it('in a card that is reviewed', () => {
    fc.assert(
      fc.property(laterValue, fc.constantFrom('again', 'hard', 'good', 'easy'), (later, grade) => {
        const card = withLaterFields(newCard('question:8d8', now), later);
        const outcome = reviewCard(card, grade, now);
        expect('card' in outcome && outcome.card).toMatchObject({ later, reps: 1 });
      }),
    );
  });

  it('in sample answers that the reader scores again', () => {
    const samples = [
      { code: '8d8', answer: 0, above: 1, later: 1 },
      { code: '8d8', answer: 1, above: 2, later: 2 },
    ];
    expect(noteSample(samples, { code: '8d8', answer: 0, above: 0 })).toEqual([
      { code: '8d8', answer: 1, above: 2, later: 2 },
      { code: '8d8', answer: 0, above: 0, later: 1 },
    ]);
  });
});
