import { expect, it } from 'vitest';
import { hiddenInText, hiddenInValues } from './hidden-characters.ts';

/** The pattern in `visible-line.ts`, for single characters. */
const hidden =
  /\u2800|(?!\n|\t|\uFE0F)[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Zl}\p{Zp}\p{Bidi_Control}\p{Default_Ignorable_Code_Point}\p{Noncharacter_Code_Point}\uFFF9-\uFFFD]/u;

it('finds every hidden character in texts and values, and nothing else', () => {
  const wrong: string[] = [];
  for (let code = 0; code < 0x3000; code += 1) {
    const character = String.fromCodePoint(code);
    // A byte order mark is allowed at the start of a text.
    const text = `a${character}`;
    const isFound = hiddenInText('a.md', text).length > 0;
    const isFoundInValue = hiddenInValues('a.md', text, () => ({ line: 1, column: 1 })).length > 0;
    const isHidden = hidden.test(text);
    if (isFound !== isHidden || isFoundInValue !== isHidden) wrong.push(code.toString(16));
  }
  expect(wrong).toEqual([]);
});

it.each([
  ['a second emoji variation selector', 'a\uFE0F\uFE0F', true],
  ['a third mark on a letter', 'a\u0301\u0302\u0303', true],
  ['a third mark on a symbol', '€\u20D0\u20D1\u20D2', true],
  ['two marks on a letter', 'a\u0301\u0302', false],
  ['an emoji', '❤\uFE0F', false],
  ['a joiner of hieroglyphs', 'a\u{13430}b', true],
])('decides correctly about %s', (_, text, isFound) => {
  expect(hiddenInText('a.md', text).length > 0).toBe(isFound);
});
