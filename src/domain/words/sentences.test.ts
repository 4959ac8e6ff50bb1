import { expect, it } from 'vitest';
import { sentencesIn } from './sentences.ts';

it.each([
  ['One is short. Two is longer.', ['One is short.', 'Two is longer.']],
  [
    'In Lokken v. UnitedHealth, the complaint alleges errors. It goes on.',
    ['In Lokken v. UnitedHealth, the complaint alleges errors.', 'It goes on.'],
  ],
  [
    'Ask Dr. Lee vs. No. 4 of Example Inc. first.',
    ['Ask Dr. Lee vs. No. 4 of Example Inc. first.'],
  ],
  ['Use a unit, e.g. percent. Then stop.', ['Use a unit, e.g. percent.', 'Then stop.']],
  ['', []],
])('finds the sentences of %j', (text, sentences) => {
  expect(sentencesIn(text)).toEqual(sentences);
});
