import { describe, expect, it } from 'vitest';
import { roles, topics } from '../../guide-settings.ts';
import { orderForRole, roleOf } from './roles.ts';

const entries = topics.flatMap(({ id }, index) => [
  { id: `a${index}`, topics: [id] },
  { id: `b${index}`, topics: [id, topics[0].id] },
]);

describe('the order for a role', () => {
  it('has every entry once, and begins with a topic that matters most', () => {
    for (const { id, weights } of roles) {
      const ordered = orderForRole(entries, id);
      expect(new Set(ordered)).toEqual(new Set(entries));
      const best = Math.max(...Object.values(weights));
      expect(weights[ordered[0]?.topics[0] ?? '']).toBe(best);
    }
  });

  it('alternates between topics instead of finishing one first', () => {
    const [role] = roles;
    const [best = ''] = Object.entries(role?.weights ?? {})
      .toSorted((a, b) => b[1] - a[1])
      .map(([topic]) => topic);
    const other = topics.find(({ id }) => role?.weights[id] === 4)?.id ?? '';
    const many = [...'abcd'].map((id) => ({ id, topics: [best] }));
    const ordered = orderForRole([...many, { id: 'other', topics: [other] }], role?.id);
    expect(ordered.findIndex(({ id }) => id === 'other')).toBe(1);
  });

  it('doesn’t prefer questions only because they have more topics', () => {
    const weights = roles[0]?.weights ?? {};
    const names = Object.keys(weights).toSorted((a, b) => (weights[b] ?? 0) - (weights[a] ?? 0));
    const one = { id: 'one', topics: names.slice(0, 1) };
    const many = { id: 'many', topics: names.slice(0, 5) };
    expect(orderForRole([many, one], roles[0]?.id)[0]).toBe(one);
  });

  it.each([undefined, 'no-such-role', 'constructor'])('is unchanged for %s', (id) => {
    expect(orderForRole(entries, id)).toEqual(entries);
    expect(roleOf(id)).toBeUndefined();
  });

  it('reads weights only of topics, whatever a topic is called', () => {
    const weighed = entries.filter(({ topics: [id = ''] }) => roles[0]?.weights[id] !== undefined);
    const odd = [{ id: 'odd', topics: ['constructor', 'toString'] }, ...weighed];
    expect(orderForRole(odd, roles[0]?.id).at(-1)?.id).toBe('odd');
  });
});

describe('each role', () => {
  it('weighs topics of the guide, from 1 to 5', () => {
    const known = new Set<string>(topics.map(({ id }) => id));
    for (const { weights } of roles) {
      expect(Object.keys(weights).filter((topic) => !known.has(topic))).toEqual([]);
      for (const weight of Object.values(weights)) {
        expect(weight).toBeGreaterThanOrEqual(1);
        expect(weight).toBeLessThanOrEqual(5);
      }
    }
    expect(new Set(roles.map(({ id }) => id)).size).toBe(roles.length);
  });
});
