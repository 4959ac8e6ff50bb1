import type { Still } from '../stills.ts';

const squares = Array.from(
  { length: 12 },
  (_, index) =>
    `<rect class="${index === 7 ? 'on' : 'off'}" x="${20 + index * 23.6}" y="96" width="18" height="18" rx="3"/>`,
).join('');

export const still: Still = {
  value: '1%',
  unit: 'prevalence',
  says: 'The test is good. Of ten alerts, how many are true?',
  drawing: squares,
};
