import { correction, generate, mode } from 'lean-qr';
import { toSvgPath } from 'lean-qr/extras/svg';
import type { Result } from '../../lib/result.ts';

/** A QR code (ISO/IEC 18004), without the quiet zone around it. */
export interface QrCode {
  /** The `d` attribute of a `<path>`. It needs a dark fill on a light background. */
  readonly path: string;
  /** The code's width and height, in modules. */
  readonly size: number;
}

/** Maximum length of the text, in UTF-16 code units. Phones have trouble reading longer codes. */
export const maxQrLength = 1000;

/** Width of the quiet zone that the standard requires, in modules. */
export const quietZone = 4;

/**
 * Returns a QR code with error correction level M (15%), or a problem if the text is empty or too
 * long.
 */
export function qrCode(text: string): Result<QrCode> {
  if (text === '') return { problem: 'There’s nothing to show as a QR code.' };
  if (text.length > maxQrLength) return { problem: tooLong };
  try {
    const bitmap = generate(text, {
      minCorrectionLevel: correction.M,
      maxCorrectionLevel: correction.M,
      // Links are ASCII. Any other text is UTF-8, which all phones can read.
      modes: [mode.numeric, mode.alphaNumeric, mode.ascii, mode.utf8],
    });
    return { value: { path: toSvgPath(bitmap), size: bitmap.size } };
  } catch {
    // Text within the limit can be too long only if many of its characters take three bytes each.
    return { problem: tooLong };
  }
}

const tooLong = 'The link is too long for a QR code that phones can read. Copy the link instead.';
