import type { QrCode } from './qr-code.ts';

/**
 * Reads QR codes with error correction M back, for tests: straight from ISO/IEC 18004:2015 and
 * with nothing of the library that draws them. It repairs no damage, but checks that there is
 * none. Section numbers below are the standard's.
 */

/** What stands in a QR code. */
export interface QrContent {
  readonly text: string;
  readonly version: number;
  readonly mask: number;
  /** Data codewords, before error correction. */
  readonly data: readonly number[];
  /** Whether every block is a codeword of its Reed-Solomon code, and both format fields agree. */
  readonly isSound: boolean;
}

/** Error correction codewords in a block and number of blocks at level M, by version (table 9). */
const correctionLengths = [
  10, 16, 26, 18, 24, 16, 18, 22, 22, 26, 30, 22, 22, 24, 24, 28, 28, 26, 26, 26, 26, 28, 28, 28,
  28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28,
];
const blockCounts = [
  1, 1, 1, 2, 2, 4, 4, 4, 5, 5, 5, 8, 9, 9, 10, 10, 11, 13, 14, 16, 17, 17, 18, 20, 21, 23, 25, 26,
  28, 29, 31, 33, 35, 37, 38, 40, 43, 45, 47, 49,
];

/** Data masks (table 10), by row and column. */
const masks: readonly ((row: number, column: number) => boolean)[] = [
  (i, j) => (i + j) % 2 === 0,
  (i) => i % 2 === 0,
  (_, j) => j % 3 === 0,
  (i, j) => (i + j) % 3 === 0,
  (i, j) => (Math.floor(i / 2) + Math.floor(j / 3)) % 2 === 0,
  (i, j) => ((i * j) % 2) + ((i * j) % 3) === 0,
  (i, j) => (((i * j) % 2) + ((i * j) % 3)) % 2 === 0,
  (i, j) => (((i + j) % 2) + ((i * j) % 3)) % 2 === 0,
];

/** Reads a QR code of error correction level M. */
export function readQrCode(code: QrCode): QrContent {
  const version = (code.size - 17) / 4;
  const [format, otherFormat] = formats(code);
  const mask = ((format ?? 0) >> 10) & 7;
  const level = (format ?? 0) >> 13;
  const blocks = blocksOf(codewords(code, version, mask), version);
  const length = correctionLengths[version - 1] ?? 0;
  const data = blocks.flatMap((block) => block.slice(0, block.length - length));
  const isSound =
    level === 0 && format === otherFormat && blocks.every((block) => isCodeword(block, length));
  return { text: textOf(data, version), version, mask, data, isSound };
}

/** Both copies of the format information, unmasked (7.9); level M is 0 in its first two bits. */
function formats({ size, dark }: QrCode): number[] {
  const near = [0, 1, 2, 3, 4, 5, 7, 8].map((x): [number, number] => [x, 8]);
  const up = [7, 5, 4, 3, 2, 1, 0].map((y): [number, number] => [8, y]);
  const below = [1, 2, 3, 4, 5, 6, 7].map((step): [number, number] => [8, size - step]);
  const right = [8, 7, 6, 5, 4, 3, 2, 1].map((step): [number, number] => [size - step, 8]);
  return [
    [...near, ...up],
    [...below, ...right],
  ].map((places) => places.reduce((bits, [x, y]) => bits * 2 + Number(dark(x, y)), 0) ^ 0x5412);
}

/** The codewords in the order of the symbol: two columns wide, up and down from the right (7.7.3). */
function codewords({ size, dark }: QrCode, version: number, mask: number): number[] {
  const rows = Array.from({ length: size }, (_, row) => row);
  // The column of the timing pattern, number 6, is passed over.
  const columns = rows.slice(0, (size - 1) / 2).map((pair) => size - 1 - 2 * pair);
  const bits = columns
    .map((right) => (right > 6 ? right : right - 1))
    .flatMap((right, pair) =>
      (pair % 2 === 0 ? rows.toReversed() : rows).flatMap((y) => [
        [right, y] as const,
        [right - 1, y] as const,
      ]),
    )
    .filter(([x, y]) => !isFunction(size, version, x, y))
    .map(([x, y]) => Number(dark(x, y) !== masks[mask]?.(y, x)));
  return Array.from({ length: Math.floor(bits.length / 8) }, (_, place) =>
    bits.slice(place * 8, place * 8 + 8).reduce((byte, bit) => byte * 2 + bit, 0),
  );
}

/** Whether a module carries no data: patterns, format and version information (6.3). */
function isFunction(size: number, version: number, x: number, y: number): boolean {
  const isFinder = isCorner(size, x, y, 8, 8);
  const isVersion = version >= 7 && Math.min(x, y) < 6 && Math.max(x, y) >= size - 11;
  return isFinder || isVersion || x === 6 || y === 6 || isAligning(size, version, x, y);
}

/** Whether a place is in one of the three corners that have finder patterns. */
function isCorner(size: number, x: number, y: number, near: number, far: number): boolean {
  return (
    (x <= near && y <= near) || (x >= size - far && y <= near) || (x <= near && y >= size - far)
  );
}

function isAligning(size: number, version: number, x: number, y: number): boolean {
  const centers = alignment(size, version);
  const [column, row] = [x, y].map((place) =>
    centers.find((center) => Math.abs(center - place) <= 2),
  );
  return column !== undefined && row !== undefined && !isCorner(size, column, row, 6, 7);
}

/** Rows and columns of the centers of alignment patterns (annex E). */
function alignment(size: number, version: number): number[] {
  if (version === 1) return [];
  const count = Math.floor(version / 7) + 2;
  const step = version === 32 ? 26 : Math.ceil((version * 4 + 4) / (count * 2 - 2)) * 2;
  const others = Array.from({ length: count - 1 }, (_, place) => size - 7 - place * step);
  return [6, ...others.reverse()];
}

/** Takes the blocks apart that are woven together in the symbol (7.6); short blocks come first. */
function blocksOf(words: readonly number[], version: number): number[][] {
  const count = blockCounts[version - 1] ?? 1;
  const correction = correctionLengths[version - 1] ?? 0;
  const short = Math.floor(words.length / count) - correction;
  const long = words.length % count;
  // After the data that all blocks have comes one more codeword of each long block.
  const correctionAt = count * short + long;
  return Array.from({ length: count }, (_, block) => {
    const extra = block - (count - long);
    const data = words.slice(0, count * short).filter((_word, place) => place % count === block);
    const more = extra < 0 ? [] : words.slice(count * short + extra, count * short + extra + 1);
    const rest = words.slice(correctionAt).filter((_word, place) => place % count === block);
    return [...data, ...more, ...rest];
  });
}

/** Whether a block is a multiple of its generator: zero at the first powers of 2 (7.5.2). */
function isCodeword(block: readonly number[], correction: number): boolean {
  let root = 1;
  for (let power = 0; power < correction; power += 1) {
    const at = root;
    if (block.reduce((sum, word) => multiply(sum, at) ^ word, 0) !== 0) return false;
    root = multiply(root, 2);
  }
  return true;
}

/** Product in GF(256) modulo x^8 + x^4 + x^3 + x^2 + 1. */
function multiply(a: number, b: number): number {
  let product = 0;
  for (let bit = 7; bit >= 0; bit -= 1) {
    product = (product << 1) ^ ((product >> 7) * 0x11d) ^ (((b >> bit) & 1) * a);
  }
  return product;
}

const alphanumeric = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:';

/** Takes bits from the front: as many as it is asked for, as a number. */
type Take = (count: number) => number;

/** The text in the data codewords: numeric, alphanumeric and byte segments in UTF-8 (7.4). */
function textOf(data: readonly number[], version: number): string {
  const bits = data.map((word) => word.toString(2).padStart(8, '0')).join('');
  const size = version < 10 ? 0 : version < 27 ? 1 : 2;
  let place = 0;
  const take: Take = (count) => {
    place += count;
    return Number.parseInt(bits.slice(place - count, place), 2) || 0;
  };
  const bytes: number[] = [];
  for (let mode = take(4); mode !== 0; mode = take(4)) {
    const read = segments[mode];
    if (read === undefined) throw new Error(`Mode ${mode} is not expected here`);
    bytes.push(...read(take, size));
  }
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(new Uint8Array(bytes));
}

/** Reads the bytes of a segment, by its mode; widths of counts stand in table 3. */
const segments: Readonly<Record<number, (take: Take, size: number) => number[]>> = {
  1: (take, size) => {
    const count = take([10, 12, 14][size] ?? 0);
    const groups = Array.from({ length: Math.ceil(count / 3) }, (_, group) =>
      Math.min(3, count - group * 3),
    );
    return groups.flatMap((digits) => ascii(String(take(digits * 3 + 1)).padStart(digits, '0')));
  },
  2: (take, size) => {
    const count = take([9, 11, 13][size] ?? 0);
    const pairs = Array.from({ length: Math.floor(count / 2) }, () => take(11));
    const letters = pairs.flatMap((pair) => [Math.floor(pair / 45), pair % 45]);
    if (count % 2 === 1) letters.push(take(6));
    return letters.flatMap((letter) => ascii(alphanumeric.charAt(letter)));
  },
  4: (take, size) => Array.from({ length: take(size === 0 ? 8 : 16) }, () => take(8)),
  7: (take) => {
    if (take(8) !== 26) throw new Error('Only UTF-8 is expected here');
    return [];
  },
};

function ascii(text: string): number[] {
  return [...text].map((letter) => letter.charCodeAt(0));
}
