import { expect, it } from 'vitest';
import { lengthText, minutesText, shortMinutes } from './minutes.ts';

it('says minutes with their unit, and a single minute without an s', () => {
  const texts = [1, 1.25, 2, 2.5, 2.75].map(minutesText);
  expect(texts).toEqual(['1 minute', '1¼ minutes', '2 minutes', '2½ minutes', '2¾ minutes']);
  expect(shortMinutes(2.5)).toBe('2½ min');
});

it('says both how long answers take and how long practice takes', () => {
  const questions = [{ minutes: 2.5 }, { minutes: 3 }];
  expect(lengthText(questions)).toBe('6 minutes out loud, about 12 with scoring');
  expect(lengthText([{ minutes: 1 }])).toBe('1 minute out loud, about 4 with scoring');
  expect(lengthText([{ minutes: 2.25 }])).toBe('2 minutes out loud, about 5 with scoring');
});
