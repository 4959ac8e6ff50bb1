import { describe, expect, it } from 'vitest';
import { readLastRead, writeLastRead } from './last-read.ts';

describe('the last question read', () => {
  it('reads back as it was written', () => {
    const last = { code: 'xt6', title: 'What is HL7 v2.5. And FHIR?' };
    expect(readLastRead(writeLastRead(last))).toEqual(last);
  });

  it('is read with its part, or without one in the first format', () => {
    const last = { code: 'xt6', title: 'What is HL7 v2.5. And FHIR?', part: 'hint' };
    expect(readLastRead(writeLastRead(last))).toEqual(last);
    expect(readLastRead('1.xt6.hint.What?')).toEqual({ code: 'xt6', title: 'hint.What?' });
  });

  it.each([
    null,
    '',
    '1.',
    '2.xt6.Title',
    '1.xt6.',
    '1.aei.Title',
    '1.xt6/../.Title',
    '<b>',
    '2.xt6.<b>.Title',
  ])('isn’t found in %j', (text) => {
    expect(readLastRead(text)).toBeUndefined();
  });
});
