import { describe, expect, it } from 'vitest';
import { changeOpenParts, readOpenParts, writeOpenParts } from './open-parts.ts';

const day = '2026-11-24';

describe('the open parts of questions', () => {
  it('read back as they were written, without questions that have none', () => {
    const open = new Map([
      ['z7s', ['hint', 'answer']],
      ['xt6', []],
    ]);
    const text = writeOpenParts(open, day);
    expect(text).toBe('1 2026-11-24 z7s:hint,answer');
    expect(readOpenParts(text, day)).toEqual(new Map([['z7s', ['hint', 'answer']]]));
  });

  it('keep the others when one is opened or closed, and its question becomes the newest', () => {
    const open = readOpenParts(`1 ${day} z7s:hint,answer xt6:hint`, day);
    const changed = (part: string, isOpen: boolean) =>
      writeOpenParts(changeOpenParts(open, 'z7s', part, isOpen), day);
    expect(changed('deeper', true)).toBe(`1 ${day} xt6:hint z7s:hint,answer,deeper`);
    expect(changed('hint', false)).toBe(`1 ${day} xt6:hint z7s:answer`);
    expect(changed('hint', true)).toBe(`1 ${day} xt6:hint z7s:answer,hint`);
  });

  it('are folded again on another day', () => {
    expect(readOpenParts('1 2026-11-23 z7s:hint', day).size).toBe(0);
  });

  it('cover the last fifty questions', () => {
    const open = new Map(Array.from({ length: 60 }, (_, n) => [`q${10 + n}`, ['hint']]));
    const reread = readOpenParts(writeOpenParts(open, day), day);
    expect(reread.size).toBe(50);
    expect(reread.has('q19')).toBe(false);
    expect(reread.has('q69')).toBe(true);
  });

  it.each([
    '2 2026-11-24 z7s:hint',
    '1 2026-11-24 z7s:',
    '1 2026-11-24 z7s:<b>',
    'z7s:hint',
    '',
    null,
  ])('aren’t found in %j', (text) => {
    expect(readOpenParts(text, day).size).toBe(0);
  });
});
