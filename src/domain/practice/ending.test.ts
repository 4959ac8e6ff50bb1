import { describe, expect, it } from 'vitest';
import type { CardId, Score } from '../progress/records.ts';
import { dayLength } from '../review/days.ts';
import { endingOf, quoteOf } from './ending.ts';

const now = Date.UTC(2026, 11, 3, 12);

function review(id: string, scores: readonly Score[], daysAgo = 0, deck = 'question') {
  const card = `${deck}:${id}` as CardId;
  return { id, card, at: now - daysAgo * dayLength - 1000, scores: [...scores] };
}

const nothingTyped = new Set<string>();

describe('the end of a session', () => {
  it('has the mean of its answers, what went best, and the weakest criterion of the weakest answer', () => {
    const answers = [review('a', [4, 2]), review('b', [5, 2, 2]), review('c', [4, null])];
    const { mean, best, fix } = endingOf(answers, [], nothingTyped);
    expect(mean).toBeCloseTo((3 + 3 + 4) / 3);
    expect(best).toMatchObject({ review: { id: 'b' }, criterion: 0, score: 5 });
    expect(fix).toMatchObject({ review: { id: 'a' }, criterion: 1, score: 2 });
  });

  it('prefers a typed answer among the best, so that its words can be quoted', () => {
    const answers = [review('a', [5]), review('b', [5])];
    const { best } = endingOf(answers, [], new Set(['b']));
    expect(best?.review.id).toBe('b');
  });

  it('corrects something other than what it praises, and nothing that is perfect', () => {
    const { best, fix } = endingOf([review('a', [3, 3])], [], nothingTyped);
    expect([best?.criterion, fix?.criterion]).toEqual([0, 1]);
    expect(endingOf([review('a', [5, 5])], [], nothingTyped).fix).toBeUndefined();
    expect(endingOf([review('a', [null])], [], nothingTyped)).toMatchObject({ mean: null });
  });

  it.each([
    [4, 'same as last time'],
    [3.6, 'up 0.4 from last time'],
    [5, 'down 1.0 from last time'],
  ])('compares a question with its own last score, %d', (before, text) => {
    const scores = before === 3.6 ? [3, 3, 4, 4, 4] : [before];
    const earlier = [
      review('a', scores, 3),
      review('a', [1], 4),
      review('a', [null], 0),
      review('other', [2], 1),
    ];
    expect(endingOf([review('a', [4])], earlier, nothingTyped).change).toBe(text);
    const both = [review('a', [4]), review('new', [1])];
    expect(endingOf(both, earlier, nothingTyped).change).toBe(`${text} on 1 repeated question`);
    const others = [review('other', [2], 1)];
    expect(endingOf([review('a', [4])], others, nothingTyped).change).toBeUndefined();
  });

  it('compares with nothing at first', () => {
    expect(endingOf([review('a', [4])], [], nothingTyped).change).toBeUndefined();
  });
});

describe('a quote', () => {
  const answer = 'I would ask first. Have fifty alerts judged by two clinicians! Then decide';

  it('is the sentence or the keyword with the most matching words; without any, there is none', () => {
    expect(
      quoteOf(answer, [
        [24, 30],
        [31, 40],
        [66, 70],
      ]),
    ).toBe('Have fifty alerts judged by two clinicians!');
    expect(quoteOf(answer, [])).toBe('');
    expect(quoteOf('510(k), risk category, IMDRF', [[8, 12]])).toBe('risk category');
  });

  it('is cut at a word if it is long', () => {
    const quote = quoteOf('word '.repeat(60), [[0, 4]]);
    expect(quote.length).toBeLessThanOrEqual(161);
    expect(quote).toMatch(/word…$/);
  });
});
