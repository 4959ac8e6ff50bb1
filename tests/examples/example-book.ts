import type { CodeBook } from '../../src/domain/study-set/code-book.ts';

const alphabet = '23456789bcdfghjkmnpqrstvwxz';

/** Fifty codes in the guide's format, for tests: `222`, `233`, `244`, …. */
export const exampleCodes: readonly string[] = Array.from({ length: 50 }, (_, index) => {
  const digit = alphabet[index % alphabet.length] ?? '';
  return `${alphabet[Math.floor(index / alphabet.length)] ?? ''}${digit}${digit}`;
});

export const exampleBook: CodeBook = {
  codes: exampleCodes,
  retired: [{ code: 'zzz', on: '2026-12-01', because: 'Merged with another.', instead: '222' }],
};
