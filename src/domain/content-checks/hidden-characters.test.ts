import { expect, it } from 'vitest';
import { hiddenInText } from './read-yaml.ts';

it.each([
  ['a second emoji variation selector', 'a\uFE0F\uFE0F', true],
  ['a third mark on a letter', 'a\u0301\u0302\u0303', true],
  ['a third mark on a symbol', '€\u20D0\u20D1\u20D2', true],
  ['two marks on a letter', 'a\u0301\u0302', false],
  ['a letter', 'a', false],
  ['a text that runs backwards', 'a\u202Eb', true],
  ['a space without width', 'a\u200Bb', true],
  ['a tag', 'a\u{E0041}b', true],
  ['a byte order mark in the middle', 'a\uFEFFb', true],
  ['an emoji', '❤\uFE0F', false],
  ['a joiner of hieroglyphs', 'a\u{13430}b', true],
  ['a Braille blank', 'a\u2800b', true],
  ['a line separator', 'a\u2028b', true],
  ['a paragraph separator', 'a\u2029b', true],
  ['a character for private use', 'a\uE000b', true],
  ['half of a pair', 'a\uD800b', true],
  ['a code point that isn’t a character', 'a\uFDD0b', true],
  ['an interlinear annotation', 'a\uFFF9b', true],
  ['a replacement character', 'a\uFFFDb', true],
  ['a control character', 'a\u0007b', true],
  ['a soft hyphen', 'a\u00ADb', true],
  ['a line feed and a tab', 'a\n\tb', false],
])('decides correctly about %s', (_, text, isFound) => {
  expect(hiddenInText('a.md', text).length > 0).toBe(isFound);
});
