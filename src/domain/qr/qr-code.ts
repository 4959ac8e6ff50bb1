import { correction, generate, mode } from 'lean-qr';
import type { Result } from '../../lib/result.ts';

/** A QR code (ISO/IEC 18004), without the quiet zone around it. */
export interface QrCode {
  /** Modules on each side. */
  readonly size: number;
  /** Whether a module is dark, counted from 0 from the top left; modules outside aren't. */
  readonly dark: (x: number, y: number) => boolean;
}

export interface QrPath {
  /** The `d` of a `<path>` that is filled with a dark color, on a light background. */
  readonly path: string;
  /** Width and height of the `viewBox`, quiet zone included. */
  readonly size: number;
}

/** Maximum length of a text, in UTF-16 units; phones can't read longer codes well. */
export const maxQrLength = 1000;

/** Width of the quiet zone that the standard requires, in modules. */
export const quietZone = 4;

/** A QR code with error correction M (15%), or a problem for an empty or too long text. */
export function qrCode(text: string): Result<QrCode> {
  if (text === '') return { problem: 'There’s nothing to show as a QR code.' };
  if (text.length > maxQrLength) return { problem: tooLong };
  try {
    const bitmap = generate(text, {
      minCorrectionLevel: correction.M,
      maxCorrectionLevel: correction.M,
      // Links are ASCII; other texts are UTF-8, which all phones read.
      modes: [mode.numeric, mode.alphaNumeric, mode.ascii, mode.utf8],
    });
    return { value: { size: bitmap.size, dark: (x, y) => bitmap.get(x, y) } };
  } catch {
    // Within the limit, only text with three bytes per character is too long.
    return { problem: tooLong };
  }
}

/** A QR code as one SVG path with its quiet zone: a rectangle for each run of dark modules. */
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
