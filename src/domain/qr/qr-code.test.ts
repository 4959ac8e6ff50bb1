import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readQrCode } from '../../../tests/examples/read-qr-code.ts';
import { maxQrLength, type QrCode, qrCode, qrPath, quietZone } from './qr-code.ts';

function draw(text: string): QrCode {
  const drawn = qrCode(text);
  if ('problem' in drawn) throw new Error(drawn.problem);
  return drawn.value;
}

describe('a QR code', () => {
  it('reads back as the link that was drawn', () => {
    const link = 'https://example.org/guide/mock/#1.8.24.bi.fhir-ehr.k3x9q.2026';
    expect(readQrCode(draw(link))).toBe(link);
  });

  it('reads back in every size, up to the longest text', () => {
    // Versions 1, 3, 7, 10, 14, 20, and 26, with and without alignment, version information, and
    // long blocks.
    for (const length of [1, 40, 120, 210, 350, 640, maxQrLength]) {
      const text = 'https://example.org/set/#8d8.fk7.'.padEnd(length, 'b3k.').slice(0, length);
      expect(readQrCode(draw(text))).toBe(text);
    }
  });

  it('reads back for any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 60 }), (text) => {
        expect(readQrCode(draw(text))).toBe(text);
      }),
      { numRuns: 40 },
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

describe('the path of a QR code', () => {
  const code = draw('https://example.org/set/#8d8');
  const { path, size } = qrPath(code);

  it('fills exactly the dark modules, inside a quiet zone of four', () => {
    const filled = new Set<string>();
    for (const [, x, y, length] of path.matchAll(/M(\d+) (\d+)h(\d+)v1h-\3z/g)) {
      for (let step = 0; step < Number(length); step += 1) filled.add(`${Number(x) + step} ${y}`);
    }
    expect(size).toBe(code.size + 8);
    for (let y = 0; y < size; y += 1) {
      for (let x = 0; x < size; x += 1) {
        expect(filled.has(`${x} ${y}`)).toBe(code.dark(x - quietZone, y - quietZone));
      }
    }
  });

  it('consists only of such rectangles', () => {
    expect(path).toMatch(/^(?:M\d+ \d+h\d+v1h-\d+z)+$/);
  });
});
