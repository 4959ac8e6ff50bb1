import type { Still } from '../stills.ts';

const releases = Array.from(
  { length: 20 },
  (_, index) =>
    `<rect class="${index < 5 ? 'on' : 'off'}" x="${20 + 28 * (index % 10)}" y="${78 + 34 * Math.floor(index / 10)}" width="22" height="26" rx="3"/>`,
).join('');

export const still: Still = {
  value: '50 cases',
  unit: 'in one group',
  says: 'How often does the gate block a fair model?',
  drawing: releases,
};
