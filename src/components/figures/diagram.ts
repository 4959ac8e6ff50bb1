import { type Markup, markup } from '../markup.ts';

/** Box colors by meaning; the theme sets the shade. */
export type Tone = 'plain' | 'data' | 'model' | 'human' | 'risk' | 'good' | 'faint';

/** A box with text. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly w: number;
  readonly h: number;
  /** The first line is the name; the rest explain it in smaller letters. */
  readonly lines: readonly string[];
  readonly tone?: Tone;
  /** Rounded ends: an event or a person, not a thing. */
  readonly isRound?: boolean;
}

const nameHeight = 17;
const lineHeight = 15;

/** Draws a box with its text in the middle. */
export function box({ x, y, w, h, lines, tone = 'plain', isRound = false }: Box): Markup {
  const [name = '', ...rest] = lines;
  const textHeight = nameHeight + rest.length * lineHeight;
  const top = y + (h - textHeight) / 2 + 13;
  return markup`<g class="box ${tone}"><rect x="${x}" y="${y}" width="${w}" height="${h}" rx="${isRound ? h / 2 : 6}"/><text class="name" x="${x + w / 2}" y="${top}">${name}</text>${rest.map(
    (line, index) =>
      markup`<text x="${x + w / 2}" y="${top + nameHeight - 1 + index * lineHeight}">${line}</text>`,
  )}</g>`;
}

/** Draws boxes. */
export function boxes(...all: readonly Box[]): Markup {
  return markup`${all.map(box)}`;
}

/** Style of an arrow. */
export interface ArrowLook {
  /** Words beside its middle. */
  readonly label?: string;
  /** Dashed: optional, or a feedback path. */
  readonly isDashed?: boolean;
  /** Position of the label: right of a vertical arrow by default, above a horizontal one. */
  readonly labelSide?: 'start' | 'end';
}

export type Point = readonly [x: number, y: number];

/**
 * Draws an arrow from one box to another, straight if they face each other, otherwise with a bend.
 */
export function arrow(from: Box, to: Box, look: ArrowLook = {}): Markup {
  const [start, end, corner] = route(from, to);
  return line(corner === undefined ? [start, end] : [start, corner, end], look);
}

/** Draws an arrow through points, given as x, y, x, y, and so on; its head is at the last one. */
export function arrowThrough(places: readonly number[], look: ArrowLook = {}): Markup {
  return line(pointsOf(places), look);
}

/** Points from their coordinates: x, y, x, y, and so on. */
export function pointsOf(places: readonly number[]): Point[] {
  return places.flatMap((x, at) => (at % 2 === 0 ? [[x, places[at + 1] ?? 0] as const] : []));
}

function line(points: readonly Point[], look: ArrowLook): Markup {
  const last = points.at(-1) ?? [0, 0];
  const before = points.at(-2) ?? last;
  return markup`<path class="arrow" d="${way(points)}"${look.isDashed === true ? markup` stroke-dasharray="5 4"` : ''}/>${head(before, last)}${label(points, look)}`;
}

/**
 * A line through points as path data; horizontal and vertical segments use the shorter H and V.
 */
export function way(points: readonly Point[]): string {
  return points
    .map(([x, y], index) => {
      const [beforeX, beforeY] = points[index - 1] ?? [];
      if (index === 0) return `M${x} ${y}`;
      return y === beforeY ? `H${x}` : x === beforeX ? `V${y}` : `L${x} ${y}`;
    })
    .join('');
}

/** Wings are relative to the tip, so all heads in one direction are the same text and compress well. */
function head([fromX, fromY]: Point, [x, y]: Point): Markup {
  const angle = Math.atan2(y - fromY, x - fromX);
  const wing = (turn: number): Point => [-8 * Math.cos(angle + turn), -8 * Math.sin(angle + turn)];
  const [leftX, leftY] = wing(0.45);
  const [rightX, rightY] = wing(-0.45);
  const step = (dx: number, dy: number): string => `${rounded(dx)} ${rounded(dy)}`;
  return markup`<path class="head" d="M${x} ${y}l${step(leftX, leftY)} ${step(rightX - leftX, rightY - leftY)}z"/>`;
}

/** Rounds to a tenth of a unit, without negative zero. */
function rounded(length: number): number {
  return Math.round(length * 10) / 10 || 0;
}

function label(points: readonly Point[], { label: words, labelSide = 'end' }: ArrowLook): Markup {
  const [start, end] = longestLeg(points);
  if (words === undefined) return markup``;
  const isVertical = start[0] === end[0];
  const x = (start[0] + end[0]) / 2 + (isVertical ? (labelSide === 'end' ? 7 : -7) : 0);
  const y = (start[1] + end[1]) / 2 + (isVertical ? 4 : labelSide === 'end' ? -6 : 16);
  const anchor = isVertical ? (labelSide === 'end' ? 'start' : 'end') : 'middle';
  return markup`<text class="label" x="${x}" y="${y}" text-anchor="${anchor}">${words}</text>`;
}

function longestLeg(points: readonly Point[]): readonly [Point, Point] {
  const legs = points
    .slice(1)
    .map((end, index): readonly [Point, Point] => [points[index] ?? end, end]);
  const length = ([[ax, ay], [bx, by]]: readonly [Point, Point]): number =>
    Math.abs(ax - bx) + Math.abs(ay - by);
  return legs.reduce(
    (best, leg) => (length(leg) > length(best) ? leg : best),
    legs[0] ?? [
      [0, 0],
      [0, 0],
    ],
  );
}

/** Endpoints of an arrow, and its corner if the boxes don't face each other. */
function route(from: Box, to: Box): readonly [Point, Point, Point?] {
  const left = Math.max(from.x, to.x);
  const right = Math.min(from.x + from.w, to.x + to.w);
  const top = Math.max(from.y, to.y);
  const bottom = Math.min(from.y + from.h, to.y + to.h);
  if (right - left >= 16) {
    const x = (left + right) / 2;
    const isDown = to.y > from.y;
    return [
      [x, isDown ? from.y + from.h : from.y],
      [x, isDown ? to.y : to.y + to.h],
    ];
  }
  if (bottom - top >= 12) {
    const y = (top + bottom) / 2;
    const isRight = to.x > from.x;
    return [
      [isRight ? from.x + from.w : from.x, y],
      [isRight ? to.x : to.x + to.w, y],
    ];
  }
  const startY = from.y + from.h / 2;
  const endX = to.x + to.w / 2;
  const start: Point = [to.x > from.x ? from.x + from.w : from.x, startY];
  return [start, [endX, to.y > from.y ? to.y : to.y + to.h], [endX, startY]];
}

/** A line of text; `\n` breaks it. */
export function words(
  x: number,
  y: number,
  text: string,
  anchor: 'start' | 'middle' | 'end' = 'start',
): Markup {
  return markup`${text
    .split('\n')
    .map(
      (line, index) =>
        markup`<text x="${x}" y="${y + index * lineHeight}" text-anchor="${anchor}">${line}</text>`,
    )}`;
}

/** A frame around several boxes, with its name on the top edge. */
export function frame({ x, y, w, h }: Pick<Box, 'x' | 'y' | 'w' | 'h'>, name: string): Markup {
  return markup`<rect class="frame" x="${x}" y="${y}" width="${w}" height="${h}" rx="8"/><text class="label" x="${x + 8}" y="${y + 16}">${name}</text>`;
}
