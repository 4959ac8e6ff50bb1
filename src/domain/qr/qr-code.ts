import { correction, generate, mode } from 'lean-qr';
import type { Result } from '../../lib/result.ts';

/** A QR code (ISO/IEC 18004), without the quiet zone around it. */
export interface QrCode {
  /** Number of modules on each side. */
  readonly size: number;
  /**
   * Returns true if a module is dark. Positions are counted from 0 at the top left. Modules outside
   * aren't dark.
   */
  readonly dark: (x: number, y: number) => boolean;
}

export interface QrPath {
  /** The `d` attribute of a `<path>`, for a dark fill on a light background. */
  readonly path: string;
  /** Width and height of the `viewBox`, including the quiet zone. */
  readonly size: number;
}

/** Maximum length of a text, in UTF-16 units. Phones can't read longer codes well. */
export const maxQrLength = 1000;

/** Width of the quiet zone that the standard requires, in modules. */
export const quietZone = 4;

/**
 * Returns a QR code with error correction M (15%), or a problem if the text is empty or too long.
 */
export function qrCode(text: string): Result<QrCode> {
  if (text === '') return { problem: 'There’s nothing to show as a QR code.' };
  if (text.length > maxQrLength) return { problem: tooLong };
  try {
    const bitmap = generate(text, {
      minCorrectionLevel: correction.M,
      maxCorrectionLevel: correction.M,
      // Links are ASCII. Other texts are UTF-8, which all phones read.
      modes: [mode.numeric, mode.alphaNumeric, mode.ascii, mode.utf8],
    });
    return { value: { size: bitmap.size, dark: (x, y) => bitmap.get(x, y) } };
  } catch {
    // A text within the limit is too long only if its characters take three bytes each.
    return { problem: tooLong };
  }
}

/**
 * Returns a QR code with its quiet zone as one SVG path, with a rectangle for each run of dark
 * modules.
 */
export function qrPath({ size, dark }: QrCode): QrPath {
  const places = Array.from({ length: size }, (_, place) => place);
  const runs = places.flatMap((y) =>
    places
      .filter((x) => dark(x, y) && !dark(x - 1, y))
      .map((x) => {
        const length = places.slice(x).findIndex((_, step) => !dark(x + step + 1, y)) + 1;
        return `M${x + quietZone} ${y + quietZone}h${length}v1h-${length}z`;
      }),
  );
  return { path: runs.join(''), size: size + 2 * quietZone };
}

const tooLong = 'The link is too long for a QR code that phones can read. Copy the link instead.';
