import { describe, expect, it } from 'vitest';
import { mockOfSet, writeMockLink } from './mock-link.ts';

const question = (code: string, minutes: number) => ({ code, minutes }) as never;
const data = {
  contentVersion: '5f2c9a01',
  questions: [question('222', 2), question('233', 2.5), question('244', 3)],
};

describe('a mock interview with a set', () => {
  it("has the set's questions in its order and the time of their answers", () => {
    const mock = mockOfSet({ name: 'Mine', codes: ['244', '233'] }, data);
    expect(mock).toMatchObject({ codes: ['244', '233'], minutes: 6 });
    expect(writeMockLink(mock)).toBe('2.2.6.5f2c9a01.244233');
  });

  it('adds no time for questions that the guide doesn’t have', () => {
    expect(mockOfSet({ name: '', codes: ['222', 'zzz'] }, data).minutes).toBe(2);
  });
});
