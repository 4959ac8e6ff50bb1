import { describe, expect, it } from 'vitest';
import { addCandidate, forGroup, nameCandidate, newInterview } from './interview.ts';
import { wordsFor } from './people-words.ts';

const plan = { id: 'i', rater: 'r', name: '', minutes: 10, codes: ['aaa'] };
const blank = newInterview(plan, 0);

describe('the words for the people that are scored', () => {
  it('are labels for candidates, because links have no names', () => {
    const words = wordsFor(nameCandidate('A', 'Dana')(blank, 0), false);
    expect([words.one('A'), words.title('A'), words.full('A')]).toEqual([
      'candidate A',
      'Candidate A',
      'Candidate A: Dana',
    ]);
    expect(words.several(['B', 'A'])).toBe('candidates A and B');
  });

  it('are names where the text stays on this device', () => {
    const named = addCandidate('B')(nameCandidate('A', ' Dana ')(blank, 0), 0);
    const words = wordsFor(named, false);
    expect([words.called('A'), words.calledTitle('A')]).toEqual(['Dana', 'Dana']);
    expect([words.called('B'), words.calledTitle('B')]).toEqual(['candidate B', 'Candidate B']);
    expect(words.calledAll(['B', 'A'])).toBe('Dana and candidate B');
    expect(wordsFor(addCandidate('B')(blank, 0), false).calledAll(['B', 'A'])).toBe(
      'candidates A and B',
    );
    expect([words.askToLock('A'), words.locked('A')]).toEqual([
      'Lock your scores of Dana?',
      'Your scores of Dana are locked.',
    ]);
  });

  it('are initials in a study group, where nobody is a candidate', () => {
    const group = addCandidate('C')(forGroup('Thursday', ['AK', 'BM'])(blank, 0), 0);
    const words = wordsFor(group, true);
    expect([words.one('B'), words.title('B'), words.full('B')]).toEqual(['BM', 'BM', 'BM']);
    expect([words.one('C'), words.title('C')]).toEqual(['person C', 'Person C']);
    expect(words.several(['B', 'A', 'B'])).toBe('AK and BM');
    const { add, next, lock, isLocked, unlock, noun, nouns } = words;
    const all = [add, next, lock, isLocked, unlock, noun, nouns].join(' ');
    expect(all).not.toMatch(/candidate|lock/i);
  });
});
