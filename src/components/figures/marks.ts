import { type Markup, markup } from '../markup.ts';

/** A remark beside boxes, in the letters of an arrow's words. */
export function note(
  x: number,
  y: number,
  text: string,
  anchor: 'start' | 'middle' | 'end' = 'start',
): Markup {
  return markup`<text class="label" x="${x}" y="${y}" text-anchor="${anchor}">${text}</text>`;
}

/** A cross on an arrow: this way is closed. */
export function cross(x: number, y: number): Markup {
  return markup`<path class="cross" d="M${x - 6} ${y - 6}l12 12m0 -12l-12 12"/>`;
}
