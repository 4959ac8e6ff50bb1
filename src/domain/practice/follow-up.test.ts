import { describe, expect, it } from 'vitest';
import { type AnsweredQuestion, fittingFollowUp } from './follow-up.ts';

const criterion = (name: string) => ({
  criterion: name,
  one: 'No.',
  three: 'So-so.',
  five: 'Yes.',
});
const question = {
  criteria: [criterion('Says why'), criterion('Says how'), criterion('Says when')],
  points: ['Define it.', 'Rank it.', 'End it.'],
  probes: [
    { ask: 'And then what?', reply: 'Then this.' },
    { ask: 'Why so?', reply: 'Because.', tests: 'criterion 1' },
    { ask: 'How so?', reply: 'Like this.', tests: 'criterion 2' },
    { ask: 'How else?', reply: 'Like that.', tests: 'criterion 2' },
    { ask: 'Which rank?', reply: 'The first.', tests: 'hint 2' },
  ],
};

function asked(answered: Partial<AnsweredQuestion>): string | undefined {
  return fittingFollowUp(question, {
    scores: [4, 4, 4],
    missing: [],
    practiced: new Set(),
    ...answered,
  })?.ask;
}

describe('the follow-up that fits', () => {
  it('tests the criterion with the lowest score', () => {
    expect(asked({ scores: [4, 2, 5] })).toBe('How so?');
    expect(asked({ scores: [3, null, 5] })).toBe('Why so?');
    expect(
      fittingFollowUp(question, { scores: [4, 2, 5], missing: [], practiced: new Set() }),
    ).toEqual({ place: 2, ask: 'How so?', reply: 'Like this.', because: 'Says how' });
  });

  it('tests a point that was missed when no follow-up tests the lowest criterion', () => {
    expect(asked({ scores: [5, 5, 2], missing: [1] })).toBe('Which rank?');
    expect(asked({ scores: [5, 5, 5], missing: [1] })).toBe('Which rank?');
    expect(asked({ scores: [5, 2, 5], missing: [1] })).toBe('How so?');
  });

  it('is one that wasn’t practiced before, among those that fit equally well', () => {
    expect(asked({ scores: [4, 2, 5], practiced: new Set([2]) })).toBe('How else?');
    expect(asked({ scores: [4, 2, 5], practiced: new Set([2, 3]) })).toBe('How so?');
  });

  it('is any if nothing fits, and none if the question has none', () => {
    expect(asked({ scores: [5, 5, 5] })).toBe('And then what?');
    const none = { ...question, probes: [] };
    expect(
      fittingFollowUp(none, { scores: [1], missing: [0], practiced: new Set() }),
    ).toBeUndefined();
  });
});
