import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  checkSession,
  currentCard,
  type KnownCards,
  noteReview,
  parseSession,
  type Session,
  sessionProgress,
  skipCard,
  startSession,
  undoReview,
} from './session-format.ts';

function readSession(given: unknown, cards: KnownCards) {
  const read = parseSession(given);
  return 'problem' in read ? read : { value: checkSession(read.value, cards) };
}

const ids = ['question:22b', 'question:22c', 'question:22d', 'term:fhir'];
const known: KnownCards = { current: new Set(ids), retired: new Set(['question:22z']) };
const { session } = startSession('Due today', ids, known, '2026-11-24');

describe('a practice session', () => {
  it('leaves out cards that are retired, unknown or repeated, and says which', () => {
    const started = startSession(
      ' ',
      ['question:22b', 'question:22z', 'question:22b', '<b>', 'term:fhir'],
      known,
      '2026-11-24',
    );
    expect(started.session.queue.map(({ card }) => card)).toEqual(['question:22b', 'term:fhir']);
    expect(started.session.name).toBe('Practice');
    expect(started.messages).toEqual([
      'We left out question 22z because it has been retired.',
      'This guide has no <b>, so we left it out.',
    ]);
  });

  it('goes from card to card as they are reviewed or skipped, and ends with the skipped ones', () => {
    const skipped = skipCard(noteReview(session, 'review-1'));
    expect(currentCard(skipped)).toBe('question:22d');
    expect(sessionProgress(skipped)).toEqual({ total: 4, reviewed: 1, left: 3, number: 2 });
    const left = ['d', 'fhir'].reduce(noteReview, skipped);
    expect(currentCard(left)).toBe('question:22c');
    expect(currentCard(skipCard(left))).toBe('question:22c');
    expect(sessionProgress(noteReview(left, 'c'))).toMatchObject({ number: undefined, left: 0 });
  });

  it('goes on with cards that an earlier version marked as skipped', () => {
    const [first, ...rest] = session.queue;
    const queue = [{ ...first, state: 'skipped' }, ...rest];
    const read = readSession({ ...session, queue, place: 1 }, known);
    if ('problem' in read) throw new Error(read.problem);
    const left = ['c', 'd', 'fhir'].reduce(noteReview, read.value.session);
    expect(currentCard(left)).toBe('question:22b');
  });

  it('undoes the last review and returns to its card', () => {
    const reviewed = noteReview(noteReview(session, 'a'), 'b');
    const { session: undone, review } = undoReview(reviewed);
    expect(review).toBe('b');
    expect(undone).toEqual(noteReview(session, 'a'));
    expect(undoReview(undoReview(undone).session).review).toBeUndefined();
  });

  it('is empty and done when no card fits', () => {
    const empty = startSession('Set', ['question:zzz'], known, '2026-11-24').session;
    expect(currentCard(noteReview(skipCard(empty), 'a'))).toBeUndefined();
  });
});

describe('a stored session', () => {
  it('drops cards that were retired since, and keeps its position', () => {
    const stored = JSON.stringify(noteReview(noteReview(session, 'a'), 'b'));
    const later: KnownCards = {
      current: new Set(ids.slice(1)),
      retired: new Set(ids.slice(0, 1)),
    };
    const read = readSession(stored, later);
    if ('problem' in read) throw new Error(read.problem);
    expect(read.value.messages).toEqual(['We left out question 22b because it has been retired.']);
    expect(currentCard(read.value.session)).toBe('question:22d');
    expect(read.value.session.reviews).toEqual([{ card: 'question:22c', review: 'b' }]);
  });

  it('continues with an open card, although earlier guides could stop at an answered one', () => {
    const read = readSession({ ...noteReview(session, 'a'), place: 0 }, known);
    expect('value' in read && currentCard(read.value.session)).toBe('question:22c');
  });

  it('is refused with a message when it is damaged or contradicts itself', () => {
    for (const change of [
      { place: 5 },
      { queue: [...session.queue, ...session.queue] },
      { reviews: [{ card: 'question:22b', review: 'a' }] },
      { version: 2 },
      { day: 'today' },
      { queue: [{ card: 'question:<b>', state: 'waiting' }] },
    ]) {
      const read = readSession({ ...session, ...change }, known);
      expect('problem' in read ? read.problem : '').toMatch(/^The stored session can’t be read/);
    }
  });

  it('never throws, for any stored text', () => {
    fc.assert(
      fc.property(fc.oneof(fc.anything(), fc.json(), fc.string()), (value) => {
        expect(readSession(value, known)).toHaveProperty('problem');
      }),
      { numRuns: 200 },
    );
  });

  it('reads back the same after any actions, none of which changes its input', () => {
    const actions: readonly ((state: Session) => Session)[] = [
      (state) => noteReview(state, 'r'),
      skipCard,
      (state) => undoReview(state).session,
    ];
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...actions), { maxLength: 40 }), (chosen) => {
        const last = chosen.reduce((state, act) => {
          const before = JSON.stringify(state);
          const after = act(state);
          expect(JSON.stringify(state)).toBe(before);
          const { total, reviewed, left } = sessionProgress(after);
          expect(reviewed + left).toBe(total);
          expect(reviewed).toBe(after.reviews.length);
          return after;
        }, session);
        expect(readSession(JSON.stringify(last), known)).toEqual({
          value: { session: last, messages: [] },
        });
      }),
      { numRuns: 100 },
    );
  });
});
