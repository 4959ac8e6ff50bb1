import { expect, it } from 'vitest';
import { readSavedCodes, writeSavedCodes } from './saved-codes.ts';

it('reads what it writes, and skips invalid codes', () => {
  expect([...readSavedCodes(writeSavedCodes(['xt6', 'z7s']))]).toEqual(['xt6', 'z7s']);
  expect(writeSavedCodes([])).toBeNull();
  for (const text of [null, '', '2 xt6', '1 <b> xt66']) expect(readSavedCodes(text).size).toBe(0);
});
