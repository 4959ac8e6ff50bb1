import jsQr from 'jsqr';
import { type QrCode, quietZone } from '../../src/domain/qr/qr-code.ts';

/** The width and height of a module, in pixels. */
const scale = 3;

/** Reads the text in a QR code from its image, as a phone would. */
export function readQrCode({ path, size }: QrCode): string | undefined {
  const edges = verticalEdges(path);
  const width = (size + 2 * quietZone) * scale;
  const pixels = new Uint8ClampedArray(width * width * 4).fill(255);
  const moduleAt = (pixel: number) => Math.floor(pixel / scale) - quietZone;
  for (let y = 0; y < width; y += 1) {
    // A module is inside the path if the number of edges to its left is odd.
    let isInside = false;
    for (let x = 0; x < width; x += 1) {
      if (x % scale === 0 && edges.has(`${moduleAt(x)} ${moduleAt(y)}`)) isInside = !isInside;
      if (isInside) pixels.set([0, 0, 0], (y * width + x) * 4);
    }
  }
  return jsQr(pixels, width, width)?.data;
}

/** Returns the vertical edges of a path as "x y". Each is one module long. */
function verticalEdges(path: string): ReadonlySet<string> {
  const edges = new Set<string>();
  for (const [polygon] of path.matchAll(/[^MZ]+/g)) {
    const corners = polygon.split('L').map((corner) => corner.split(' ').map(Number));
    for (const [index, [x, y = 0]] of corners.entries()) {
      const [otherX, otherY = 0] = corners[(index + 1) % corners.length] ?? [];
      const last = otherX === x ? Math.max(y, otherY) : 0;
      for (let row = Math.min(y, otherY); row < last; row += 1) edges.add(`${x} ${row}`);
    }
  }
  return edges;
}
