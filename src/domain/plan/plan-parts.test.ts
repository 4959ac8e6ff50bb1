import { expect, it } from 'vitest';
import { planParts } from './plan-parts.ts';

const day = (number: number, fresh: number, due: number) => ({
  day: `2026-12-0${number}`,
  new: fresh,
  due,
  minutes: 30,
});

it('splits the days of a plan into learning, reviewing, and the day before the interview', () => {
  const eve = { ...day(6, 0, 2), isEve: true } as const;
  const days = [day(2, 4, 0), day(3, 0, 4), day(4, 3, 1), day(5, 0, 5), eve];
  expect(planParts(days)).toEqual([
    { kind: 'learn', from: '2026-12-02', until: '2026-12-04', count: 7 },
    { kind: 'review', from: '2026-12-05', until: '2026-12-05', count: 5 },
    { kind: 'eve', from: '2026-12-06', until: '2026-12-06', count: 2 },
  ]);
});

it('leaves out a part without questions', () => {
  expect(planParts([day(2, 3, 0), day(3, 0, 0)]).map(({ kind }) => kind)).toEqual(['learn']);
  expect(planParts([])).toEqual([]);
});
