import { type Markup, markup } from '../markup.ts';
import { type Box, type Point, pointsOf, type Tone, way } from './diagram.ts';

/** A numbered dot, referenced in the figure's description. */
export function dot([x, y]: Point, sign: string, tone: Tone = 'risk'): Markup {
  return markup`<g class="dot ${tone}"><circle cx="${x}" cy="${y}" r="9"/><text x="${x}" y="${y + 4.5}">${sign}</text></g>`;
}

/** A cross on a line: this path is closed. */
export function cross([x, y]: Point): Markup {
  return markup`<path class="cross" d="M${x - 6} ${y - 6}L${x + 6} ${y + 6}M${x - 6} ${y + 6}L${x + 6} ${y - 6}"/>`;
}

/** A line without a head, through x, y, x, y, and so on: an axis, a border, a rail that several arrows share. */
export function rail(places: readonly number[], isDashed = false): Markup {
  return markup`<path class="arrow" d="${way(pointsOf(places))}"${isDashed ? markup` stroke-dasharray="5 4"` : ''}/>`;
}

/** A bar whose length is an amount or a time. */
export function bar(
  { x, y, w, h }: Pick<Box, 'x' | 'y' | 'w' | 'h'>,
  tone: Tone = 'plain',
): Markup {
  return markup`<rect class="amount ${tone}" x="${x}" y="${y}" width="${w}" height="${h}"/>`;
}

/** A line in bold letters: the name of a column, a row or a bar. */
export function heading(
  x: number,
  y: number,
  text: string,
  anchor: 'start' | 'middle' | 'end' = 'start',
): Markup {
  return markup`<text class="name" x="${x}" y="${y}" text-anchor="${anchor}">${text}</text>`;
}

/** A line in italics: a label next to arrows and rails. */
export function note(
  x: number,
  y: number,
  text: string,
  anchor: 'start' | 'middle' | 'end' = 'start',
): Markup {
  return markup`${text.split('\n').map((line, index) => markup`<text class="label" x="${x}" y="${y + index * 15}" text-anchor="${anchor}">${line}</text>`)}`;
}
