import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyText } from '../../../tests/examples/any-text.ts';
import { maxGap } from './answer-clock.ts';
import {
  advance,
  hasContent,
  isAllowed,
  isReached,
  type Ladder,
  type LadderAction,
  maxAnswerLength,
  maxUndone,
  readLadder,
  readLadders,
  secondsSpent,
  showsCoverage,
  startLadder,
  stepIds,
} from './ladder.ts';

const start = 1_800_000_000_000;
const next: LadderAction = { type: 'next' };
const back: LadderAction = { type: 'back' };
const undo: LadderAction = { type: 'undo' };
const finish: LadderAction = { type: 'finish' };
const typed: LadderAction = { type: 'answer', way: 'typed' };

/** Performs actions one after another, a second apart. */
function run(ladder: Ladder, ...actions: readonly LadderAction[]): Ladder {
  return actions.reduce(
    (state, action, index) => advance(state, action, start + index * 1000),
    ladder,
  );
}

function score(criterion: number, points: number | null): LadderAction {
  return { type: 'score', criterion, score: points };
}

const foot = startLadder('8d8', 3);
const atRubric = run(foot, typed, next);
const top = run(atRubric, score(0, 4), finish);

describe('unfinished answers', () => {
  const at = Date.UTC(2026, 10, 24);
  const begun = advance(startLadder('z7s', 3), { type: 'answer', way: 'typed' }, at);
  const typed = advance(begun, { type: 'type', text: 'Half.' }, at);

  it('read back as they were written', () => {
    expect(readLadders(JSON.stringify([typed]))).toEqual({ ladders: [typed], problems: [] });
    expect(readLadders(null)).toEqual({ ladders: [], problems: [] });
  });

  it('are read one by one: an unreadable one doesn’t affect the others', () => {
    const { ladders, problems } = readLadders(JSON.stringify([{ version: 9 }, typed, 'x']));
    expect(ladders).toEqual([typed]);
    expect(problems).toHaveLength(2);
  });

  it('never throw when read, for any stored text', () => {
    fc.assert(fc.property(anyText, (text) => readLadders(text).ladders.length === 0));
    fc.assert(fc.property(fc.json(), (text) => readLadders(text).ladders.length === 0));
  });
});

describe('the answer-first ladder', () => {
  it('goes one step at a time, and only after the answer has begun', () => {
    expect(advance(foot, next, start)).toBe(foot);
    expect(advance(foot, finish, start)).toBe(foot);
    expect(advance(atRubric, typed, start)).toBe(atRubric);
    expect([foot, run(foot, typed), atRubric, top].map(({ step }) => step)).toEqual(stepIds);
    expect(advance(atRubric, next, start)).toBe(atRubric);
  });

  it('shows what a typed answer covers next to the rubric, and not before', () => {
    const text: LadderAction = { type: 'type', text: 'Data drift' };
    expect(showsCoverage(run(foot, typed, text))).toBe(false);
    expect(showsCoverage(run(foot, typed, text, next))).toBe(true);
    expect(showsCoverage(atRubric)).toBe(false);
  });

  it('lets the reader switch ways to answer without losing typed text', () => {
    const text: LadderAction = { type: 'type', text: 'Data drift' };
    const recorded = run(foot, typed, text, { type: 'answer', way: 'recorded' });
    expect(recorded).toMatchObject({ step: 'answering', way: 'recorded', answer: 'Data drift' });
  });

  it('selects another criterion for digit keys', () => {
    expect(run(atRubric, { type: 'turn', criterion: 2 }).criterion).toBe(2);
    expect(advance(atRubric, { type: 'turn', criterion: 3 }, start)).toBe(atRubric);
    expect(advance(foot, { type: 'turn', criterion: 1 }, start)).toBe(foot);
  });

  it('has content once something was typed, scored, or spoken for a while', () => {
    const answering = advance(foot, typed, start);
    expect([foot, answering].map(hasContent)).toEqual([false, false]);
    const spoken = advance(answering, { type: 'tick' }, start + 20_000);
    const text = advance(answering, { type: 'type', text: 'Drift' }, start);
    expect([spoken, text, atRubric].map(hasContent)).toEqual([true, true, true]);
  });

  it('takes scores once the rubric is seen, and ends with at least one', () => {
    expect(run(foot, typed, score(0, 3)).scores).toEqual([null, null, null]);
    const scored = run(atRubric, score(0, 3), score(2, 5), score(2, null), score(1, null));
    expect(scored.scores).toEqual([3, null, null]);
    expect(run(atRubric, finish).step).toBe('rubric');
    for (const wrong of [score(3, 3), score(-1, 3), score(0, 6), score(0, 2.5)]) {
      expect(advance(atRubric, wrong, start)).toBe(atRubric);
    }
  });

  it('takes one score for all criteria, of which the reader then changes some', () => {
    const alike = run(atRubric, score(0, 2), { type: 'score-all', score: 4 });
    expect(alike).toMatchObject({ scores: [4, 4, 4], criterion: 0 });
    expect(run(alike, score(2, 3)).scores).toEqual([4, 4, 3]);
    expect(run(alike, undo).scores).toEqual([2, null, null]);
    expect(advance(atRubric, { type: 'score-all', score: 6 }, start)).toBe(atRubric);
    expect(advance(foot, { type: 'score-all', score: 4 }, start)).toBe(foot);
  });

  it('undoes actions one by one back to the start', () => {
    const undone = run(top, ...Array.from({ length: 8 }, () => undo));
    expect({ ...undone, clock: foot.clock }).toEqual(foot);
    expect(advance(foot, undo, start)).toBe(foot);
    expect(run(atRubric, score(0, 2), score(0, 5), undo).scores[0]).toBe(2);
  });

  it('stores a limited number of actions', () => {
    const many = Array.from({ length: 200 }, () => score(0, 1));
    expect(run(atRubric, ...many).past).toHaveLength(maxUndone);
  });

  it('keeps the typed answer through back and undo, and cuts one that is too long', () => {
    const text: LadderAction = { type: 'type', text: 'Data drift' };
    expect(run(foot, typed, text, next, back, undo, undo, undo).answer).toBe('Data drift');
    expect(run(foot, text).answer).toBe('');
    const long: LadderAction = { type: 'type', text: 'a'.repeat(maxAnswerLength + 1) };
    expect(run(foot, typed, long).answer).toHaveLength(maxAnswerLength);
  });
});

describe('an answer’s clock', () => {
  const answering = advance(foot, typed, start);

  it('runs while the reader answers, even after going back, and at no other step', () => {
    const done = advance(answering, next, start + 90_000);
    expect(secondsSpent(done, start + 500_000)).toBe(90);
    const again = advance(done, back, start + 500_000);
    expect(secondsSpent(again, start + 510_000)).toBe(100);
  });

  it('stops while it is paused', () => {
    const paused = advance(answering, { type: 'pause' }, start + 10_000);
    expect(secondsSpent(paused, start + 60_000)).toBe(10);
    const resumed = advance(paused, { type: 'resume' }, start + 60_000);
    expect(secondsSpent(resumed, start + 65_000)).toBe(15);
  });

  it('doesn’t count sleep, or time that the device clock was set forward', () => {
    const ticked = advance(answering, { type: 'tick' }, start + 30_000);
    const awake = advance(ticked, { type: 'tick' }, start + 30_000 + maxGap + 1);
    expect(secondsSpent(awake, start + 31_000 + maxGap)).toBe(30);
  });

  it('never runs backward when the clock is set back', () => {
    const ticked = advance(answering, { type: 'tick' }, start + 30_000);
    const setBack = advance(ticked, { type: 'tick' }, start - 3_600_000);
    expect(secondsSpent(setBack, start - 3_600_000)).toBe(30);
    expect(secondsSpent(setBack, start - 3_595_000)).toBe(35);
  });

  it('does not count the time away when a stored ladder is opened again', () => {
    const ticked = advance(answering, { type: 'tick' }, start + 30_000);
    const opened = advance(ticked, { type: 'resume' }, start + 90_000);
    expect(secondsSpent(opened, start + 95_000)).toBe(35);
  });
});

const anyAction: fc.Arbitrary<LadderAction> = fc.oneof(
  fc.constantFrom(typed, { type: 'answer', way: 'recorded' } as const, back, undo, finish),
  { weight: 3, arbitrary: fc.constant(next) },
  fc.constantFrom(
    { type: 'tick' } as const,
    { type: 'pause' } as const,
    { type: 'resume' } as const,
    { type: 'turn', criterion: 1 } as const,
  ),
  fc.record({ type: fc.constant('type' as const), text: fc.string() }),
  fc.record({
    type: fc.constant('score' as const),
    criterion: fc.integer({ min: -1, max: 5 }),
    score: fc.option(fc.integer({ min: 0, max: 6 })),
  }),
  fc.record({
    type: fc.constant('score-all' as const),
    score: fc.option(fc.integer({ min: 0, max: 6 })),
  }),
);
const anyRun = fc.array(
  fc.tuple(anyAction, fc.oneof(fc.integer({ min: -1e7, max: 1e7 }), fc.nat(20_000))),
  { maxLength: 60 },
);

describe('any sequence of actions at any times', () => {
  it('advances at most one step, counts time forward, and can be stored and read back', () => {
    fc.assert(
      fc.property(anyRun, fc.integer({ min: 0, max: 6 }), (actions, criteria) => {
        let ladder = startLadder('8d8', criteria);
        let now = start;
        let passedForward = 0;
        for (const [action, passed] of actions) {
          const before = JSON.stringify(ladder);
          now += passed;
          passedForward += Math.max(0, passed);
          const after = advance(ladder, action, now);
          expect(JSON.stringify(ladder)).toBe(before);
          if (!isAllowed(ladder, action)) expect(after).toBe(ladder);
          const climbed = stepIds.indexOf(after.step) - stepIds.indexOf(ladder.step);
          if (action.type !== 'undo') expect(climbed).toBeLessThanOrEqual(1);
          expect(after.clock.spent).toBeGreaterThanOrEqual(ladder.clock.spent);
          expect(after.clock.spent).toBeLessThanOrEqual(passedForward);
          expect(readLadder(JSON.stringify(after))).toEqual({ value: after });
          ladder = after;
        }
      }),
      { numRuns: 60 },
    );
  });

  it('never reaches a new step by undoing', () => {
    fc.assert(
      fc.property(anyRun, (actions) => {
        let ladder = foot;
        let furthest = ladder.step;
        for (const [action] of actions) {
          ladder = advance(ladder, action, start);
          if (action.type === 'undo') expect(isReached(ladder.step, furthest)).toBe(true);
          if (isReached(furthest, ladder.step)) furthest = ladder.step;
        }
      }),
      { numRuns: 100 },
    );
  });
});

describe('a stored ladder', () => {
  const problemOf = (value: unknown): string => {
    const read = readLadder(value);
    return 'problem' in read ? read.problem : '';
  };

  it('is refused with a message if it is damaged, from another version, or contradicts itself', () => {
    expect(problemOf('{')).toMatch(/^The stored answer can’t be read/);
    expect(problemOf({ ...foot, version: 2 })).toBe(
      'The stored answer can’t be read: a newer version of the guide saved it. Reload this page.',
    );
    expect(problemOf({ ...foot, step: 'model' })).toContain('step');
    for (const change of [
      { clock: { spent: 0, since: start } },
      { step: 'hint' },
      { step: 'rubric' },
      { step: 'scored', way: 'spoken' },
      { criterion: 3 },
      { past: [{ step: 'question', way: null, scores: [], criterion: 0 }] },
    ]) {
      expect(problemOf({ ...foot, ...change })).toContain('parts don’t match');
    }
  });

  it('from the first version, which showed the parts one by one, is ready to be scored', () => {
    const position = { way: 'typed', scores: [4, null, null], criterion: 1 };
    for (const step of ['hint', 'outline', 'rubric', 'model-answer', 'probes']) {
      const stored = {
        ...foot,
        ...position,
        step,
        answer: 'Half.',
        clock: { spent: 61_000, since: null },
        past: [
          { step: 'question', way: null, scores: [null, null, null], criterion: 0 },
          { ...position, step: 'outline' },
        ],
      };
      const read = readLadder(JSON.stringify(stored));
      const ladder = 'value' in read ? read.value : foot;
      expect(ladder).toMatchObject({ step: 'rubric', scores: [4, null, null], answer: 'Half.' });
      expect(run(ladder, finish).step).toBe('scored');
      expect(run(ladder, undo).step).toBe('rubric');
    }
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
