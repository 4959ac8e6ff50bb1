import { expect, it } from 'vitest';
import * as own from '../guide.ts';
import { settingsProblems } from './settings.ts';

it('takes the settings of this guide', () => {
  expect(settingsProblems(own)).toEqual([]);
});

it('names each setting that is missing, misspelt, repeated or out of range', () => {
  const [first] = own.levels;
  const { topics: _, ...without } = own;
  expect(
    settingsProblems({
      ...without,
      subjects: own.topics,
      storage: 'My guide',
      levels: [first, { ...first, atLeast: 0 }],
    }),
  ).toEqual([
    expect.stringMatching(/^`storage`: .*lower-case words joined by hyphens/),
    expect.stringMatching(/^`levels.1.atLeast`: .*>=1/),
    '`levels`: ids that differ.',
    expect.stringMatching(/^`topics`: .*expected array/),
    expect.stringMatching(/"subjects"/),
  ]);
});
