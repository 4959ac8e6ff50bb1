import { expect, it } from 'vitest';
import { hiddenInText, hiddenInValues } from './hidden-characters.ts';

/** The pattern of `hidden-characters.ts`, without its fast path for common letters. */
const hidden =
  /(?!\n|\t|\uFE0F)[\p{Cc}\p{Cs}\p{Co}\p{Zl}\p{Zp}\p{Bidi_Control}\p{Default_Ignorable_Code_Point}\p{Noncharacter_Code_Point}\uFFF9-\uFFFD]/u;

it('finds every character that hides, in texts and in values, and no other one', () => {
  const wrong: string[] = [];
  // Beyond these, the fast path accepts no letters.
  for (let code = 0; code < 0x3000; code += 1) {
    const character = String.fromCodePoint(code);
    // A byte order mark at the start of a text is allowed.
    const text = `a${character}`;
    const isFound = hiddenInText('a.md', text).length > 0;
    const isFoundInValue = hiddenInValues('a.md', text, () => ({ line: 1, column: 1 })).length > 0;
    const isHidden = hidden.test(text);
    if (isFound !== isHidden || isFoundInValue !== isHidden) wrong.push(code.toString(16));
  }
  expect(wrong).toEqual([]);
});
