import jsQr from 'jsqr';
import { type QrCode, quietZone } from '../../src/domain/qr/qr-code.ts';

/** The number of pixels on each side of a module. */
const scale = 3;

/** Returns the text of a QR code, read from its image as a phone would. */
export function readQrCode({ size, dark }: QrCode): string | undefined {
  const width = (size + 2 * quietZone) * scale;
  const pixels = new Uint8ClampedArray(width * width * 4);
  for (let y = 0; y < width; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const isDark = dark(Math.floor(x / scale) - quietZone, Math.floor(y / scale) - quietZone);
      const light = isDark ? 0 : 255;
      pixels.set([light, light, light, 255], (y * width + x) * 4);
    }
  }
  return jsQr(pixels, width, width)?.data;
}
