import { zstdCompressSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type PackedFile, readPack, writePack } from './pack.ts';

const text = (content: string) => new TextEncoder().encode(content);
const files: readonly PackedFile[] = [
  { path: 'index.html', content: text('<p>Häufig gefragt</p>') },
  { path: 'empty.txt', content: text('') },
  { path: 'labs/index.html', content: text('<p>Labs</p>') },
];

describe('a pack', () => {
  it('gives back the files that were put into it, in their order', () => {
    const anyFile = fc.record({
      path: fc.string({ unit: 'grapheme' }),
      content: fc.uint8Array({ maxLength: 2000 }),
    });
    fc.assert(
      fc.property(fc.array(anyFile), (some) => {
        const packed = some.map(({ path, content }) => ({
          path,
          content: new Uint8Array(content),
        }));
        expect(readPack(zstdCompressSync(writePack(packed)))).toEqual(packed);
      }),
    );
  });

  it('that lacks its end is refused, compressed or not', () => {
    const whole = writePack(files);
    expect(() => readPack(zstdCompressSync(whole.subarray(0, -1)))).toThrow('instead of');
    expect(() => readPack(zstdCompressSync(whole).subarray(0, -8))).toThrow();
  });

  it('of another version is refused', () => {
    const later = new TextDecoder().decode(writePack(files)).replace('"version":1', '"version":2');
    expect(() => readPack(zstdCompressSync(text(later)))).toThrow('A pack of version 2.');
  });
});
