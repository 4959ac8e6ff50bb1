import { expect, it } from 'vitest';
import { typographic } from './typographic.ts';

it.each([
  [`"We're fine," she said.`, '“We’re fine,” she said.'],
  [`the vendor's "yes"`, 'the vendor’s “yes”'],
  [`("quoted") and 'single'`, '(“quoted”) and ‘single’'],
  [`in the '90s`, 'in the ’90s'],
  ['5 mg/L', '5 mg/L'],
  ['flags: TP / (TP + FN).', 'flags: TP\u00A0/\u00A0(TP\u00A0+\u00A0FN).'],
  ['reach × impact ÷ effort', 'reach × impact ÷ effort'],
])('writes %s as it is typeset', (text, typeset) => {
  expect(typographic(text)).toBe(typeset);
});
