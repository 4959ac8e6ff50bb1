import { describe, expect, it } from 'vitest';
import { usedRules } from './used-rules.ts';

describe('rules for what stands on a page', () => {
  const sheet =
    '.a{x:1}.a .b text{x:2}.a .c,.a .b{x:3}.a .c.d{x:4}figcaption{x:5}@media print{.a .c{x:6}}';

  it('are those whose classes all occur, and at-rules whole', () => {
    expect(usedRules(sheet, new Set(['a', 'b']))).toBe(
      '.a{x:1}.a .b text{x:2}.a .c,.a .b{x:3}figcaption{x:5}@media print{.a .c{x:6}}',
    );
  });

  it('are all of them where all classes occur', () => {
    expect(usedRules(sheet, new Set(['a', 'b', 'c', 'd']))).toBe(sheet);
  });

  it('are none of a class that only begins like one that occurs', () => {
    expect(usedRules('.a-b{x:1}', new Set(['a']))).toBe('');
  });
});
