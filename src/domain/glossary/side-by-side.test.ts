import { describe, expect, it } from 'vitest';
import { sideBySide } from './side-by-side.ts';
import { mostUsed, termsOfQuestions } from './terms-of-questions.ts';

describe('terms side by side', () => {
  const term = (id: string, ...lookAlikes: string[]) => ({ id, lookAlikes });
  const ids = (terms: readonly { readonly id: string }[]) => terms.map(({ id }) => id).join(' ');

  it('groups a term with its look-alikes, in the order of the list', () => {
    const { groups, others } = sideBySide([
      term('a'),
      term('de-novo', '510k'),
      term('510k', 'de-novo', 'pma'),
      term('pma'),
      term('z', 'elsewhere'),
    ]);
    expect(groups.map(ids)).toEqual(['510k de-novo pma']);
    expect(ids(others)).toBe('a z');
  });

  it('keeps the order of the list for groups and others, whichever group is larger', () => {
    const { groups, others } = sideBySide([
      term('y'),
      term('b', 'x'),
      term('a', 'c', 'd'),
      term('x'),
      ...['d', 'c', 'e'].map((id) => term(id)),
    ]);
    expect(groups.map(ids)).toEqual(['b x', 'a c d']);
    expect(ids(others)).toBe('y e');
  });

  it('puts each term into one group, and lists each exactly once', () => {
    const list = [term('a', 'b'), term('b', 'a', 'c'), term('c', 'b', 'd'), term('d', 'c')];
    const { groups, others } = sideBySide(list);
    const all = [...groups.flat(), ...others].map(({ id }) => id);
    expect(all.sort()).toEqual(['a', 'b', 'c', 'd']);
    expect(groups.every(({ length }) => length > 1)).toBe(true);
  });
});

describe('terms of questions', () => {
  const terms = [
    { id: 'everywhere', topics: ['fda'], usedBy: ['aaa', 'bbb', 'ccc'] },
    { id: 'rare', topics: ['fda'], usedBy: ['aaa'] },
    { id: 'strange', topics: ['cloud'], usedBy: ['aaa'] },
    { id: 'other', topics: ['hipaa'], usedBy: ['bbb'] },
  ];

  it('come from each question in turn: those of its topics, and the rarest, first', () => {
    const questions = [
      { code: 'aaa', topics: ['fda'] },
      { code: 'bbb', topics: ['hipaa'] },
    ];
    expect(termsOfQuestions(questions, terms, 3)).toEqual([
      { id: 'rare', code: 'aaa' },
      { id: 'other', code: 'bbb' },
      { id: 'everywhere', code: 'aaa' },
    ]);
    expect(termsOfQuestions([], terms, 3)).toEqual([]);
  });

  it('without questions, are those that most questions use', () => {
    expect(mostUsed(terms, 1)).toEqual([terms[0]]);
  });
});
