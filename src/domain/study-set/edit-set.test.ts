import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { exampleCodes } from '../../../tests/examples/example-book.ts';
import { addToSet, moveInSet, removeFromSet, renameSet } from './set-link.ts';

const set = Object.freeze({ name: 'Mine', codes: Object.freeze(['222', '233', '244']) });

describe('a study set', () => {
  it('appends questions, each once', () => {
    expect(addToSet(set, '255', '222', '255').codes).toEqual(['222', '233', '244', '255']);
  });

  it('removes questions', () => {
    expect(removeFromSet(set, '222', '244', 'xyz').codes).toEqual(['233']);
  });

  it('moves a question to a position, but never past either end', () => {
    expect(moveInSet(set, '244', 0).codes).toEqual(['244', '222', '233']);
    expect(moveInSet(set, '222', 1).codes).toEqual(['233', '222', '244']);
    expect(moveInSet(set, '222', 99).codes).toEqual(['233', '244', '222']);
    expect(moveInSet(set, '244', -1).codes).toEqual(['244', '222', '233']);
    expect(moveInSet(set, 'xyz', 0)).toBe(set);
  });

  it('is renamed with a cleaned-up name', () => {
    expect(renameSet(set, ' The\tnight before ').name).toBe('The night before');
  });

  it('has the same questions after any move', () => {
    fc.assert(
      fc.property(
        fc.shuffledSubarray([...exampleCodes]),
        fc.nat(60),
        fc.nat(60),
        (codes, which, to) => {
          const moved = moveInSet({ name: '', codes }, codes[which] ?? '', to);
          expect([...moved.codes].sort()).toEqual([...codes].sort());
        },
      ),
    );
  });
});
