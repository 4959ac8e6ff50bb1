import jsQr from 'jsqr';
import { type QrCode, quietZone } from '../../src/domain/qr/qr-code.ts';

/** The number of pixels on each side of a module. */
const scale = 3;

/** Returns the text of a QR code, read from its image as a phone would. */
export function readQrCode({ path, size }: QrCode): string | undefined {
  // A module is inside the path if an odd number of its vertical edges are at the left.
  const edges = new Map<string, number>();
  for (const [polygon] of path.matchAll(/[^MZ]+/g)) {
    const corners = polygon.split('L').map((corner) => corner.split(' ').map(Number));
    for (const [index, [x = 0, y = 0]] of corners.entries()) {
      const [otherX, otherY = 0] = corners[(index + 1) % corners.length] ?? [];
      if (otherX !== x) continue;
      for (let row = Math.min(y, otherY); row < Math.max(y, otherY); row += 1) {
        edges.set(`${x} ${row}`, (edges.get(`${x} ${row}`) ?? 0) + 1);
      }
    }
  }
  const width = (size + 2 * quietZone) * scale;
  const pixels = new Uint8ClampedArray(width * width * 4).fill(255);
  for (let y = 0; y < width; y += 1) {
    let crossed = 0;
    for (let x = 0; x < width; x += 1) {
      const [column, row] = [x, y].map((pixel) => Math.floor(pixel / scale) - quietZone);
      if (x % scale === 0) crossed += edges.get(`${column} ${row}`) ?? 0;
      if (crossed % 2 === 1) pixels.set([0, 0, 0], (y * width + x) * 4);
    }
  }
  return jsQr(pixels, width, width)?.data;
}
