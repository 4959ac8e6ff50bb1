import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyText } from '../../../tests/examples/any-text.ts';
import { type Control, initialValues, readValues, writeValue } from './control.ts';
import { readLabLink, writeLabLink } from './lab-link.ts';

const controls: readonly Control[] = [
  { kind: 'number', name: 'cutoff', label: 'Cutoff', range: [0, 1, 0.01], initial: 0.5 },
  {
    kind: 'choice',
    name: 'model',
    label: 'Model',
    options: { a: 'A', b: 'B' },
    initial: 'a',
  },
  { kind: 'switch', name: 'tiers', label: 'Tiers', initial: false },
  { kind: 'text', name: 'query', label: 'Query', initial: 'Patient', maxLength: 20 },
  { kind: 'hidden', name: 'order', initial: '123', pattern: '^[123]{3}$' },
];

const anyValues = fc.record({
  cutoff: fc.integer({ min: 0, max: 100 }).map((hundredths) => hundredths / 100),
  model: fc.constantFrom('a', 'b'),
  tiers: fc.boolean(),
  query: fc.string({ maxLength: 20 }),
  order: fc.constantFrom('123', '321', '222'),
});

describe('a link to a lab', () => {
  it('reads back as it was written, for any values', () => {
    fc.assert(
      fc.property(anyValues, (values) => {
        expect(readLabLink(writeLabLink('x', controls, values), 'x', controls)).toEqual(values);
      }),
    );
  });

  it('contains only changed values', () => {
    const values = { ...initialValues(controls), cutoff: 0.4 };
    expect(writeLabLink('threshold', controls, values)).toBe('#lab-threshold?v=1&cutoff=0.4');
  });

  it('of another lab says nothing about this one', () => {
    expect(readLabLink('#lab-other?v=1', 'x', controls)).toBeUndefined();
    expect(readLabLink('#hint', 'x', controls)).toBeUndefined();
  });

  it('never throws, and any content gives values within their bounds', () => {
    fc.assert(
      fc.property(anyText, anyText, (text, name) => {
        const fragment = `#lab-x?v=1&cutoff=${text}&order=${text}&${name}=${text}`;
        const values = readLabLink(fragment, 'x', controls);
        if (fragment.length > 2000) return;
        expect(values?.['cutoff']).toBeGreaterThanOrEqual(0);
        expect(values?.['cutoff']).toBeLessThanOrEqual(1);
        expect(values?.['order']).toMatch(/^[123]{3}$/);
        expect(Object.keys(values ?? {})).toEqual(controls.map((control) => control.name));
      }),
    );
  });
});

describe('values from a form', () => {
  it.each([
    ['0.456', 0.46],
    ['7', 1],
    ['-3', 0],
    ['', 0.5],
    ['1e', 0.5],
    ['NaN', 0.5],
  ])('"%s" as a number from 0 to 1 in hundredths is %d', (text, value) => {
    const read = readValues(controls, (name) => (name === 'cutoff' ? text : undefined));
    expect(read['cutoff']).toBe(value);
  });

  it('default to the initial values', () => {
    expect(readValues(controls, () => null)).toEqual(initialValues(controls));
  });

  it('are written in a form that can be read back', () => {
    expect([true, false, 0.1, 'a'].map(writeValue)).toEqual(['yes', 'no', '0.1', 'a']);
  });
});
