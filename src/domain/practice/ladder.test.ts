import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyText } from '../../../tests/examples/any-text.ts';
import { maxGap } from './answer-clock.ts';
import {
  advance,
  hasContent,
  hasWork,
  type Ladder,
  type LadderAction,
  maxAnswerLength,
  readLadder,
  readLadders,
  secondsSpent,
  startLadder,
  stepIds,
} from './ladder.ts';

const now = 1_800_000_000_000;
const start: LadderAction = { type: 'start' };
const next: LadderAction = { type: 'next' };
const back: LadderAction = { type: 'back' };
const finish: LadderAction = { type: 'finish' };
const reopen: LadderAction = { type: 'reopen' };

function run(ladder: Ladder, ...actions: readonly LadderAction[]): Ladder {
  return actions.reduce(
    (state, action, index) => advance(state, action, now + index * 1000),
    ladder,
  );
}

function score(criterion: number, points: number | null): LadderAction {
  return { type: 'score', criterion, score: points };
}

const foot = startLadder('8d8', 3);
const answering = run(foot, start);
const atRubric = run(answering, next);
const top = run(atRubric, score(0, 4), finish);
const half = run(answering, { type: 'type', text: 'Half.' });

describe('unfinished answers', () => {
  it('read back as they were written', () => {
    expect(readLadders(JSON.stringify([half, atRubric]))).toEqual({ value: [half, atRubric] });
  });

  it('are read one by one: an unreadable one doesn’t affect the others', () => {
    expect(readLadders(JSON.stringify([{ version: 9 }, half, 'x']))).toEqual({ value: [half] });
    expect(readLadders(JSON.stringify([{ version: 9 }]))).toHaveProperty('problem');
  });

  it('never throw when read, for any stored text', () => {
    const isEmpty = (text: string): boolean => {
      const read = readLadders(text);
      return 'problem' in read || read.value.length === 0;
    };
    fc.assert(fc.property(fc.oneof(anyText, fc.json()), isEmpty));
  });
});

describe('the answer-first ladder', () => {
  it('goes one step at a time, and only after the answer has begun', () => {
    for (const action of [next, finish, back, reopen]) expect(run(foot, action)).toBe(foot);
    for (const action of [start, next, reopen]) expect(run(atRubric, action)).toBe(atRubric);
    expect([foot, answering, atRubric, top].map(({ step }) => step)).toEqual(stepIds);
    expect(run(atRubric, back).step).toBe('answering');
    expect(run(top, reopen)).toEqual({ ...top, step: 'rubric' });
  });

  it('selects another criterion for digit keys', () => {
    expect(run(atRubric, { type: 'turn', criterion: 2 }).criterion).toBe(2);
    expect(run(atRubric, { type: 'turn', criterion: 3 })).toBe(atRubric);
    expect(run(foot, { type: 'turn', criterion: 1 })).toBe(foot);
  });

  it('has content once something was typed, scored, or spoken for a while', () => {
    const spoken = advance(answering, { type: 'tick' }, now + 20_000);
    const all = [foot, answering, spoken, half, atRubric];
    expect(all.map(hasContent)).toEqual([false, false, true, true, true]);
    // Time alone is nothing to lose.
    expect(all.map(hasWork)).toEqual([false, false, false, true, true]);
  });

  it('takes scores once the rubric is seen, and ends with at least one', () => {
    expect(run(answering, score(0, 3))).toBe(answering);
    const scored = run(atRubric, score(0, 3), score(2, 5), score(2, null), score(1, null));
    expect(scored.scores).toEqual([3, null, null]);
    expect(run(atRubric, finish).step).toBe('rubric');
    for (const wrong of [score(3, 3), score(-1, 3), score(0, 6), score(0, 2.5)]) {
      expect(run(atRubric, wrong)).toBe(atRubric);
    }
  });

  it('takes one score for all criteria, of which the reader then changes some', () => {
    const alike = run(atRubric, score(0, 2), { type: 'score-all', score: 4 });
    expect(alike).toMatchObject({ scores: [4, 4, 4], criterion: 0 });
    expect(run(alike, score(2, 3)).scores).toEqual([4, 4, 3]);
    expect(run(atRubric, { type: 'score-all', score: 6 })).toBe(atRubric);
  });

  it('keeps the typed answer when going back, and cuts one that is too long', () => {
    expect(run(half, next, back).answer).toBe('Half.');
    expect(run(foot, { type: 'type', text: 'Half.' }).answer).toBe('');
    const long: LadderAction = { type: 'type', text: 'a'.repeat(maxAnswerLength + 1) };
    expect(run(answering, long).answer).toHaveLength(maxAnswerLength);
  });
});

describe('an answer’s clock', () => {
  it('runs while the reader answers, even after going back, and at no other step', () => {
    const done = advance(answering, next, now + 90_000);
    expect(secondsSpent(done, now + 500_000)).toBe(90);
    const again = advance(done, back, now + 500_000);
    expect(secondsSpent(again, now + 510_000)).toBe(100);
  });

  it('stops while it is paused', () => {
    const paused = advance(answering, { type: 'pause' }, now + 10_000);
    expect(secondsSpent(paused, now + 60_000)).toBe(10);
    const resumed = advance(paused, { type: 'resume' }, now + 60_000);
    expect(secondsSpent(resumed, now + 65_000)).toBe(15);
  });

  it('doesn’t count sleep, time away, or time that the device clock was set forward or back', () => {
    const ticked = advance(answering, { type: 'tick' }, now + 30_000);
    const awake = advance(ticked, { type: 'tick' }, now + 30_000 + maxGap + 1);
    expect(secondsSpent(awake, now + 31_000 + maxGap)).toBe(30);
    const setBack = advance(ticked, { type: 'tick' }, now - 3_600_000);
    expect(secondsSpent(setBack, now - 3_595_000)).toBe(35);
    const opened = advance(ticked, { type: 'resume' }, now + 90_000);
    expect(secondsSpent(opened, now + 95_000)).toBe(35);
  });
});

const anyScore = fc.option(fc.integer({ min: 0, max: 6 }));
const anyAction: fc.Arbitrary<LadderAction> = fc.oneof(
  fc.constantFrom(start, back, finish, reopen),
  { weight: 3, arbitrary: fc.constant(next) },
  fc.constantFrom<LadderAction>(
    { type: 'tick' },
    { type: 'pause' },
    { type: 'resume' },
    { type: 'turn', criterion: 1 },
  ),
  fc.record({ type: fc.constant('type'), text: fc.string() }),
  fc.record({
    type: fc.constant('score'),
    criterion: fc.integer({ min: -1, max: 5 }),
    score: anyScore,
  }),
  fc.record({ type: fc.constant('score-all'), score: anyScore }),
);
const anyRun = fc.array(
  fc.tuple(anyAction, fc.oneof(fc.integer({ min: -1e7, max: 1e7 }), fc.nat(20_000))),
  { maxLength: 60 },
);

it('any actions at any times advance at most one step, count time forward, and can be stored', () => {
  fc.assert(
    fc.property(anyRun, fc.integer({ min: 0, max: 6 }), (actions, criteria) => {
      let ladder = startLadder('8d8', criteria);
      let at = now;
      let passedForward = 0;
      for (const [action, passed] of actions) {
        const before = JSON.stringify(ladder);
        at += passed;
        passedForward += Math.max(0, passed);
        const after = advance(ladder, action, at);
        expect(JSON.stringify(ladder)).toBe(before);
        const climbed = stepIds.indexOf(after.step) - stepIds.indexOf(ladder.step);
        expect(climbed).toBeLessThanOrEqual(1);
        expect(after.clock.spent).toBeGreaterThanOrEqual(ladder.clock.spent);
        expect(after.clock.spent).toBeLessThanOrEqual(passedForward);
        expect(readLadder(JSON.stringify(after))).toEqual({ value: after });
        ladder = after;
      }
    }),
    { numRuns: 60 },
  );
});

describe('a stored ladder', () => {
  const problemOf = (value: unknown): string => {
    const read = readLadder(value);
    return 'problem' in read ? read.problem : '';
  };

  it('is refused with a message if it is damaged, from another version, or contradicts itself', () => {
    expect(problemOf('{')).toMatch(/^The stored answer can’t be read/);
    expect(problemOf({ ...foot, version: 3 })).toBe(
      'The stored answer can’t be read: a newer version of the guide saved it. Reload this page.',
    );
    expect(problemOf({ ...foot, step: 'model' })).toContain('step');
    for (const change of [
      { clock: { spent: 0, since: now } },
      { step: 'scored' },
      { criterion: 3 },
    ]) {
      expect(problemOf({ ...foot, ...change })).toContain('parts don’t match');
    }
  });

  it('from the first version, which showed the parts one by one, is ready to be scored', () => {
    for (const step of ['hint', 'outline', 'rubric', 'model-answer', 'probes']) {
      const position = { way: 'typed', scores: [4, null, null], criterion: 1 };
      const clock = { spent: 61_000, since: null };
      const stored = { ...foot, ...position, version: 1, step, answer: 'Half.', clock };
      const read = readLadder(JSON.stringify({ ...stored, past: [{ ...position, step }] }));
      const ladder = 'value' in read ? read.value : foot;
      expect(ladder).toEqual({
        ...{ ...foot, step: 'rubric', answer: 'Half.', clock },
        ...{ scores: [4, null, null], criterion: 1 },
      });
      expect(run(ladder, finish).step).toBe('scored');
    }
    const begun = { ...half, version: 1, way: 'spoken', past: [] };
    expect(readLadder(begun)).toEqual({ value: half });
  });

  it('never throws, for any stored text', () => {
    fc.assert(
      fc.property(fc.oneof(fc.anything(), fc.json(), fc.string()), (value) => {
        expect(problemOf(value)).not.toBe('');
      }),
      { numRuns: 200 },
    );
  });
});
