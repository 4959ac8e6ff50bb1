import { describe, expect, it } from 'vitest';
import { answererOf, describeTurn } from './turns.ts';

const group = { all: ['aaa', 'bbb', 'ccc', 'ddd'], people: ['AK', 'BM', 'CL'] };

describe('whose turn it is', () => {
  it('follows the division of the set, and else the order of the people', () => {
    const takers = new Map([['aaa', 'CL']]);
    const answerers = group.all.map((code) => answererOf({ ...group, takers }, code));
    expect(answerers).toEqual(['CL', 'BM', 'CL', 'AK']);
    expect(answererOf({ ...group, people: ['AK'] }, 'aaa')).toBeUndefined();
    expect(describeTurn({ all: group.all }, 'aaa', 'AK')).toBe('');
  });

  it.each([
    ['aaa', undefined, 'AK answers. BM and CL listen.'],
    ['aaa', 'AK', 'You answer. BM and CL listen.'],
    ['aaa', 'CL', 'AK answers. You and BM listen.'],
  ])('names everyone: %s for %s', (code, me, text) => {
    expect(describeTurn(group, code, me)).toBe(text);
  });

  it.each([
    [undefined, 'AK answers. BM listens.'],
    ['BM', 'AK answers. You listen.'],
  ])('is right for two people, as %s', (me, text) => {
    expect(describeTurn({ ...group, people: ['AK', 'BM'] }, 'aaa', me)).toBe(text);
  });
});
