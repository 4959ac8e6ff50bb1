import { describe, expect, it } from 'vitest';
import { codesOfPerson, firstTurn, isFromSet, labelOfTurn } from './group-turns.ts';
import { addCandidate, forGroup, newInterview, scoreAnswer } from './interview.ts';

const all = ['aaa', 'bbb', 'ccc', 'ddd'];
const group = { all, people: ['AK', 'BM', 'CL'], takers: new Map([['ccc', 'AK']]) };
const plan = { id: 'i', rater: 'r', name: '', minutes: 10, codes: all };
const interview = forGroup('Thursday', group.people)(newInterview(plan, 0), 0);

describe('the scorecards of a group', () => {
  it('follow the turns', () => {
    expect(all.map((code) => labelOfTurn(interview, group, code))).toEqual(['A', 'B', 'A', 'A']);
    expect(codesOfPerson(interview, group, 'A')).toEqual(['aaa', 'ccc', 'ddd']);
    expect(codesOfPerson(interview, undefined, 'A')).toEqual(all);
    expect(labelOfTurn(interview, { all, people: ['AK'] }, 'aaa')).toBeUndefined();
  });

  it('have what was scored out of turn, and all questions for a guest', () => {
    const scored = scoreAnswer('B', 'aaa', 0, 4)(interview, 0);
    expect(codesOfPerson(scored, group, 'B')).toEqual(['aaa', 'bbb']);
    expect(codesOfPerson(addCandidate('D')(interview, 0), group, 'D')).toEqual(all);
  });

  it('remain the group’s after questions were added to the set or moved', () => {
    const scored = forGroup('Thursday', group.people)(newInterview({ ...plan, mock: 'm' }, 0), 0);
    expect(isFromSet(scored, group)).toBe(true);
    expect(isFromSet(scored, { ...group, all: ['eee', ...all.toReversed()] })).toBe(true);
    expect(isFromSet(scored, { ...group, all: ['aaa', 'bbb', 'ccc'] })).toBe(false);
    expect(isFromSet(scored, { all: ['eee', ...all], people: ['ZZ'] })).toBe(false);
    expect(isFromSet(scored, { all })).toBe(true);
    // A candidate's interview isn't from a set.
    expect(isFromSet(interview, group)).toBe(false);
  });

  it('start with someone other than the reader', () => {
    expect(firstTurn(interview, group, undefined)).toEqual({ label: 'A', question: 0 });
    expect(firstTurn(interview, group, 'AK')).toEqual({ label: 'B', question: 1 });
    expect(firstTurn(interview, { all, people: ['AK'] }, 'BM')).toBeUndefined();
  });
});
