import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyText } from '../../../tests/examples/any-text.ts';
import { exampleCodes } from '../../../tests/examples/example-book.ts';
import { countCodes } from './count-codes.ts';
import { writeSetLink } from './set-link.ts';

describe('the number of questions in a link', () => {
  it('matches the set in the link', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray([...exampleCodes]), anyText, (codes, name) => {
        expect(countCodes(writeSetLink({ name, codes }))).toBe(codes.length);
      }),
    );
  });

  it('is 0 for any other text', () => {
    for (const text of ['', '1.', '2.222', '1.22', '1.222!', 'hello']) {
      expect(countCodes(text), text).toBe(0);
    }
  });
});
