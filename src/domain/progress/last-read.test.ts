import { describe, expect, it } from 'vitest';
import { writeLastRead } from './last-read.ts';
import { readLastRead } from './read-last-read.ts';

describe('the question that was read last', () => {
  it('is read as it was written', () => {
    const last = { code: 'xt6', title: 'What is HL7 v2.5. And FHIR?' };
    expect(readLastRead(writeLastRead(last))).toEqual(last);
  });

  it.each([null, '', '1.', '2.xt6.Title', '1.xt6.', '1.aei.Title', '1.xt6/../.Title', '<b>'])(
    'is none in %j',
    (text) => {
      expect(readLastRead(text)).toBeUndefined();
    },
  );
});
