import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { longestQrText, type QrCode, qrCode, qrPath, quietZone } from './qr-code.ts';
import { readQrCode } from './read-qr-code.ts';

function draw(text: string): QrCode {
  const drawn = qrCode(text);
  if ('problem' in drawn) throw new Error(drawn.problem);
  return drawn.value;
}

describe('a QR code', () => {
  it("has the codewords of the standard's own example, 01234567 as version 1-M", () => {
    const { data, version, isSound } = readQrCode(draw('01234567'));
    // ISO/IEC 18004:2015, annex I.2.
    expect(data.map((word) => word.toString(16).padStart(2, '0')).join(' ')).toBe(
      '10 20 0c 56 61 80 ec 11 ec 11 ec 11 ec 11 ec 11',
    );
    expect([version, isSound]).toEqual([1, true]);
  });

  it('reads back as the link that was drawn', () => {
    const link = 'https://example.org/guide/mock/#1.8.24.bi.fhir-ehr.k3x9q.2026';
    expect(readQrCode(draw(link))).toMatchObject({ text: link, isSound: true });
  });

  it('reads back in every size, up to the longest text', () => {
    // Versions 1, 3, 7, 10, 14, 20 and 26: with and without alignment, version information, long blocks.
    for (const length of [1, 40, 120, 210, 350, 640, longestQrText]) {
      const text = 'https://example.org/set/#8d8.fk7.'.padEnd(length, 'b3k.').slice(0, length);
      expect(readQrCode(draw(text))).toMatchObject({ text, isSound: true });
    }
  });

  it('reads back whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 60 }), (text) => {
        expect(readQrCode(draw(text))).toMatchObject({ text, isSound: true });
      }),
      { numRuns: 40 },
    );
  });

  it('is refused with a message when the text is empty or too long, in letters or in bytes', () => {
    for (const text of ['', 'x'.repeat(longestQrText + 1), '漢'.repeat(longestQrText)]) {
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

  it('is made of nothing but such rectangles', () => {
    expect(path).toMatch(/^(?:M\d+ \d+h\d+v1h-\d+z)+$/);
  });
});
