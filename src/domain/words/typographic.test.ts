import { expect, it } from 'vitest';
import { typographic, withWholeFormulas } from './typographic.ts';

it.each([
  [`"We're fine," she said.`, '“We’re fine,” she said.'],
  [`the vendor's "yes"`, 'the vendor’s “yes”'],
  [`("quoted") and 'single'`, '(“quoted”) and ‘single’'],
  [`in the '90s`, 'in the ’90s'],
  ['5 mg/L', '5 mg/L'],
])('writes %s with typographic quotes', (text, typeset) => {
  expect(typographic(text)).toBe(typeset);
});

it('keeps formulas on one line, and lets words break', () => {
  const text = 'flags: TP / (TP + FN), or reach × impact';
  expect(withWholeFormulas(text).replaceAll('\u00A0', '~')).toBe(
    'flags: TP~/~(TP~+~FN), or reach × impact',
  );
});
