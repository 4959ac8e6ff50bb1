import type { Box, Tone } from './diagram.ts';

/** Makes a box of a fixed size, from its corner, tone, and lines. */
export type MakeBox = (x: number, y: number, tone: Tone, ...lines: readonly string[]) => Box;

/** Returns a function that makes boxes of one size. */
export function boxesOf(w: number, h: number): MakeBox {
  return (x, y, tone, ...lines) => ({ x, y, w, h, tone, lines });
}

/** The same box with rounded ends. */
export function round(box: Box): Box {
  return { ...box, isRound: true };
}

/** Makes a box of any size. */
export function boxAt(
  [x, y, w, h]: readonly [number, number, number, number],
  tone: Tone,
  ...lines: readonly string[]
): Box {
  return { x, y, w, h, tone, lines };
}
