import { expect, it } from 'vitest';
import { readSolvedLabs, writeSolvedLab } from './solved-labs.ts';

it('reads the solved labs that it wrote, each once, and those of a later version', () => {
  const text = writeSolvedLab(writeSolvedLab('1 later-lab', 'drift'), 'drift');
  expect(text).toBe('1 later-lab drift');
  expect([...readSolvedLabs(text)]).toEqual(['later-lab', 'drift']);
});

it('reads nothing from any other text, and doesn’t overwrite a later format', () => {
  for (const text of [null, '', '1', 'drift', '2 drift', '1 <b>']) {
    expect([...readSolvedLabs(text)]).toEqual([]);
  }
  expect(writeSolvedLab('2 drift:5', 'ranking')).toBe('2 drift:5');
  expect(writeSolvedLab('nonsense', 'ranking')).toBe('1 ranking');
});
