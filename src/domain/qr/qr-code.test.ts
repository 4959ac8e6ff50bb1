import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readQrCode } from '../../../tests/examples/read-qr-code.ts';
import { maxQrLength, qrCode } from './qr-code.ts';

function readBack(text: string): string | undefined {
  const drawn = qrCode(text);
  return 'problem' in drawn ? drawn.problem : readQrCode(drawn.value);
}

describe('a QR code', () => {
  it('reads back as the link that was drawn, up to the longest', () => {
    // Versions 1, 7, 14, and 26, with and without alignment patterns, version information, and long
    // blocks.
    for (const length of [1, 120, 350, maxQrLength]) {
      const text = 'https://example.org/set/#8d8.fk7.'.padEnd(length, 'b3k.').slice(0, length);
      expect(readBack(text)).toBe(text);
    }
  });

  it('reads back for any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 60 }), (text) => {
        expect(readBack(text)).toBe(text);
      }),
      { numRuns: 20 },
    );
  });

  it('is refused with a message when the text is empty or too long, in letters or in bytes', () => {
    for (const text of ['', 'x'.repeat(maxQrLength + 1), '漢'.repeat(maxQrLength)]) {
      expect(qrCode(text)).toHaveProperty('problem');
    }
  });

  it('never throws, lone surrogates and control characters included', () => {
    const unit = fc.nat(0xffff).map((value) => String.fromCharCode(value));
    fc.assert(
      fc.property(fc.string({ unit, maxLength: 80 }), (text) => {
        expect(Object.keys(qrCode(text))).toHaveLength(1);
      }),
      { numRuns: 40 },
    );
  });
});
