import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { elapsedOn, nextQuestion, pauseClock, remaining, tick } from './clock.ts';
import {
  beginRun,
  finishAsking,
  goToPlace,
  isTimeUp,
  isUnfinished,
  lockRun,
  type MockRun,
  markSaved,
  noteAnswer,
  readMockRun,
  recordOfRun,
  scoreCriterion,
  updateClock,
} from './mock-run.ts';

const noon = 1_800_000_000_000;
const minute = 60_000;
const start = {
  id: '0123456789abcdef',
  link: '1.2.10...1.v1.222233',
  minutes: 10,
  questions: [
    { code: '222', criteria: ['a', 'b'] },
    { code: '233', criteria: ['c'] },
  ],
};
const begun = beginRun(start, noon);
const asked = updateClock(begun, nextQuestion, noon + 2 * minute);
const scoring = finishAsking(asked, noon + 5 * minute);
const locked = lockRun(scoreCriterion(scoring, 1, 4), noon + 6 * minute);

function reload(run: unknown, now: number): MockRun {
  const read = readMockRun(JSON.stringify(run), now);
  if ('problem' in read) throw new Error(read.problem);
  return read.value;
}

describe('an unfinished mock interview', () => {
  it('is restored as it was stored, at every stage', () => {
    for (const run of [begun, asked, scoring, locked, markSaved(locked)]) {
      expect(reload(run, noon + 2 * minute)).toEqual(updateClock(run, tick, noon + 2 * minute));
    }
  });

  it('keeps its clock running while the page is closed, unless it is paused', () => {
    const later = reload(asked, noon + 4 * minute);
    expect(remaining(later.clock, noon + 4 * minute)).toBe(6 * minute);
    expect(elapsedOn(later.clock, 1, noon + 4 * minute)).toBe(2 * minute);
    expect(isTimeUp(reload(asked, noon + 60 * minute), noon + 60 * minute)).toBe(true);
    const paused = updateClock(asked, pauseClock, noon + 3 * minute);
    expect(remaining(reload(paused, noon + 90 * minute).clock, noon + 90 * minute)).toBe(
      7 * minute,
    );
  });

  it('becomes a record with scores and times, with “not assessed” kept apart from 0', () => {
    expect(recordOfRun(scoring)).toBeUndefined();
    expect(recordOfRun(locked)).toEqual({
      id: start.id,
      link: start.link,
      at: noon + 6 * minute,
      questions: [
        { code: '222', scores: [null, 4], seconds: 120 },
        { code: '233', scores: [null], seconds: 180 },
      ],
    });
  });

  it('is scored question by question, only after asking and before locking', () => {
    expect(scoreCriterion(begun, 0, 5)).toBe(begun);
    expect(scoreCriterion(locked, 0, 5)).toBe(locked);
    expect(goToPlace(scoring, 2)).toBe(scoring);
    const second = scoreCriterion(goToPlace(scoring, 1), 0, 2);
    expect(second.scores).toEqual([[null, null], [2]]);
    expect(scoreCriterion(second, 0, null).scores).toEqual([[null, null], [null]]);
    // The rubric now has a new criterion.
    expect(scoreCriterion(second, 2, 3).scores[1]).toEqual([2, null, 3]);
    expect(scoreCriterion(second, 5, 3).scores[1]).toEqual([2]);
  });

  it('has a note on each question, even after locking', () => {
    const noted = noteAnswer(noteAnswer(begun, 1, 'Say why.'), 1, 'x'.repeat(6000));
    expect(noted.notes?.map((note) => note.length)).toEqual([0, 5000]);
    expect(reload(noted, noon)).toEqual(noted);
    expect(noteAnswer(locked, 0, 'Later').notes).toEqual(['Later', '']);
    // Runs from earlier versions don't have notes.
    const { notes: _, ...earlier } = begun;
    expect(noteAnswer(reload(earlier, noon), 0, 'New').notes).toEqual(['New', '']);
  });

  it('locks once', () => {
    expect(lockRun(begun, noon)).toBe(begun);
    expect(updateClock(scoring, tick, noon)).toBe(scoring);
  });

  it('would be lost until its result is saved', () => {
    expect([begun, scoring, locked, markSaved(locked)].map(isUnfinished)).toEqual([
      true,
      true,
      true,
      false,
    ]);
    expect(markSaved(scoring)).toBe(scoring);
  });
});

describe('a stored mock interview', () => {
  const withClock = (change: object) => ({ ...begun, clock: { ...begun.clock, ...change } });

  it.each([
    ['not JSON', '{'],
    ['another version', { ...begun, version: 2 }],
    ['a question twice', { ...begun, codes: ['222', '222'] }],
    ['scores for more questions', { ...begun, scores: [[], [], []] }],
    ['notes for fewer questions', { ...begun, notes: [''] }],
    ['a score of 0', { ...begun, scores: [[0], []] }],
    ['a place that is not there', { ...begun, place: 2 }],
    ['a clock for fewer questions', { ...begun, clock: { ...begun.clock, used: [0] } }],
    ['a clock that runs after the end', { ...scoring, clock: asked.clock }],
    ['a clock that ended too early', { ...asked, clock: scoring.clock }],
    ['a question that is not there', withClock({ question: 2 })],
    ['more time used than there is', withClock({ used: [6 * minute, 6 * minute] })],
    ['negative time', withClock({ used: [-1, 0] })],
    ['no deadline while it runs', withClock({ deadline: null })],
    ['a deadline while it does not run', withClock({ status: 'paused' })],
    ['more minutes than a mock has', withClock({ total: 241 * minute })],
    ['no moment of locking', { ...locked, lockedAt: null }],
    ['a partner’s code before locking', { ...scoring, partnerCode: '1004' }],
  ])('is refused with %s', (_, stored) => {
    expect(readMockRun(stored, noon)).toEqual({
      problem: expect.stringMatching(/can[’']t be read/),
    });
  });

  it('cannot promise more time than there is', () => {
    const { clock } = reload(withClock({ deadline: noon + 9999 * minute }), noon);
    expect(clock.deadline).toBe(noon + 10 * minute);
  });

  it('never throws when it is read', () => {
    fc.assert(
      fc.property(fc.oneof(fc.anything(), fc.json()), (stored) => {
        expect(readMockRun(stored, noon)).toHaveProperty('problem');
      }),
    );
  });
});
