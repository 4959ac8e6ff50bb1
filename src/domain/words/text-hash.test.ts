import { expect, it } from 'vitest';
import { shortHash } from './short-hash.ts';
import { TextHash } from './text-hash.ts';

it('a text in chunks has the short hash of the whole', () => {
  const hash = new TextHash();
  for (const piece of ['FHIR', '', ' is a “standard”']) hash.add(piece);
  expect(hash.toString()).toBe(shortHash('FHIR is a “standard”'));
});
