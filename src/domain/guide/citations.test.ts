import { expect, it } from 'vitest';
import { sourcesIn, withoutCitations } from './citations.ts';

it('finds citations however their attributes are written', () => {
  const body = [
    'One <Cite id="a" />.',
    "Two <Cite id='b' history />.",
    'Three <Cite history id="c" />, and <Cite history="" id="a"/> again.',
  ].join(' ');
  expect(sourcesIn(body)).toEqual(['a', 'b', 'c']);
  expect(withoutCitations(body)).toBe('One. Two. Three, and again.');
});
