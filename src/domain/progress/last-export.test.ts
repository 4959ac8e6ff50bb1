import { describe, expect, it } from 'vitest';
import { readLastExport, writeLastExport } from './last-export.ts';

describe('the time of the last export', () => {
  it('reads back as it was written', () => {
    expect(readLastExport(writeLastExport(1_795_550_400_000))).toBe(1_795_550_400_000);
  });

  it.each([null, '', '1.', '2.1795550400000', '1.-5', '1.9999999999999999', '1.5 ', '{"at":5}'])(
    'isn’t read from %o',
    (text) => {
      expect(readLastExport(text)).toBeNull();
    },
  );
});
