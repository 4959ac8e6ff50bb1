import { expect, it } from 'vitest';
import { paragraphStarts } from './paragraph-starts.ts';

it('starts each paragraph after its share of the words, to five seconds', () => {
  expect(paragraphStarts(['a b', 'c d e f', 'g h'], 120)).toEqual([0, 30, 90]);
  expect(paragraphStarts(['a', 'b c d e f g'], 60)).toEqual([0, 10]);
});

it('counts words, not markup', () => {
  const cited = 'one two <sup class="cite"><a href="#source-1" aria-label="Source 1"></a></sup>';
  expect(paragraphStarts([cited, 'three four'], 60)).toEqual([0, 30]);
});

it('needs no words', () => {
  expect(paragraphStarts([], 60)).toEqual([]);
  expect(paragraphStarts([''], 60)).toEqual([0]);
});
