import { expect, it } from 'vitest';
import { nextSet } from './next-set.ts';
import { keepSet, noSets } from './saved-sets.ts';
import type { StudySet } from './set-link.ts';

const now = Date.parse('2026-12-02T15:00:00Z');
const day = 86_400_000;
const practiced = (code: string) => code !== '244';

/**
 * Returns the text that is offered if these sets were opened one day apart, the first one just now.
 */
function offered(...sets: readonly StudySet[]) {
  const saved = sets.reduceRight(
    (all, set, index) => keepSet(all, set, { at: now - index * day, isChanged: false }),
    noSets,
  );
  return nextSet(saved, { now, offsetAt: () => 0, practiced })?.text;
}

const set = (name: string, on?: string): StudySet => ({
  name,
  codes: ['222', '233', '244'],
  id: name.toLowerCase(),
  when: on === undefined ? undefined : { day: on },
});

it('the set of the next day is offered first, then the one opened last', () => {
  const thursday = set('Thursday', '2026-12-03');
  expect(offered(set('Plain'), set('Later', '2026-12-09'), thursday)).toBe(
    'Thursday, in 1 day. 2 of 3 practiced.',
  );
  const evening = { at: Date.parse('2026-12-03T19:30:00Z') };
  expect(offered({ ...thursday, when: evening })).toBe(
    'Thursday, in 1 day at 7:30 PM. 2 of 3 practiced.',
  );
  expect(offered(set('Now', '2026-12-02'), thursday)).toBe('Now, today. 2 of 3 practiced.');
  expect(offered(set('Over', '2026-12-01'), set('Plain'), set('Older'))).toBe(
    'Plain. 2 of 3 practiced.',
  );
});

it('nothing is offered of sets that are over, old, or empty', () => {
  const over = set('Over', '2026-12-01');
  expect(offered()).toBeUndefined();
  expect(offered(over)).toBeUndefined();
  expect(offered({ ...set('Empty'), codes: [] })).toBeUndefined();
  expect(offered(over, set('Plain'))).toBe('Plain. 2 of 3 practiced.');
  const old = keepSet(noSets, set('Old'), { at: now - 8 * day, isChanged: true });
  expect(nextSet(old, { now, offsetAt: () => 0, practiced })).toBeUndefined();
  // A set without a name.
  expect(offered(set(''))).toBe('Your question set. 2 of 3 practiced.');
});
