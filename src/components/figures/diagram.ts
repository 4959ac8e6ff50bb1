import { type Markup, markup } from '../markup.ts';

/**
 * A figure on a page. Each `drawn/<id>.ts` exports one as `figure`, and pages refer to it by that
 * id.
 */
export interface Figure {
  /**
   * The ids of the sources for its facts. Pages with the figure cite them. Empty if the figure only
   * illustrates the page's example.
   */
  readonly sources: readonly string[];
  /** The figure's message in one sentence. Shown below the figure. */
  readonly caption: string;
  /** Describes the figure to readers who can't see it: its parts, their order, and its arrows. */
  readonly description: string;
  readonly height: number;
  readonly content: Markup;
}

/**
 * The width of every figure, in the units of its drawing. A phone shows it at nearly full size, so
 * 13-unit letters are readable there. A drawing that needs more width has to stack its parts.
 */
export const figureWidth = 400;

/** Colors, named for their meaning. The theme sets the shades. */
export type Tone = 'plain' | 'data' | 'model' | 'human' | 'risk' | 'good' | 'faint';

type Area = Readonly<Record<'x' | 'y' | 'w' | 'h', number>>;

export interface Box extends Area {
  readonly tone: Tone;
  /** The first line is the name. Any other lines explain it in smaller letters. */
  readonly text: string;
  /** True for a box with round ends, which represents an event or a person rather than a thing. */
  readonly isRound?: boolean;
}

export function box(
  [x, y, w, h]: readonly [number, number, number, number],
  tone: Tone,
  text: string,
): Box {
  return { x, y, w, h, tone, text };
}

export function boxesOf(w: number, h: number) {
  return (x: number, y: number, tone: Tone, text: string): Box => ({ x, y, w, h, tone, text });
}

export function round(sharp: Box): Box {
  return { ...sharp, isRound: true };
}

const nameHeight = 17;
const lineHeight = 15;

export function boxes(...all: readonly Box[]): Markup {
  return markup`${all.map(draw)}`;
}

function draw({ x, y, w, h, text, tone, isRound }: Box): Markup {
  const [name = '', ...rest] = text.split('\n');
  const middle = x + w / 2;
  const top = y + (h - nameHeight - rest.length * lineHeight) / 2 + 13;
  return markup`<g class="box ${tone}"><rect x="${x}" y="${y}" width="${w}" height="${h}" rx="${isRound ? h / 2 : 6}"/>
    <text class="name" x="${middle}" y="${top}">${name}</text>${rest.map(
      (line, index) =>
        markup`<text x="${middle}" y="${top + nameHeight - 1 + index * lineHeight}">${line}</text>`,
    )}</g>`;
}

interface ArrowLook {
  /** The text beside the middle of the longest segment. */
  readonly label?: string;
  /** True for an optional step or a feedback path. */
  readonly isDashed?: boolean;
  /**
   * The side of the arrow that the label is on. By default, the label is to the right of a vertical
   * arrow and above a horizontal one.
   */
  readonly labelSide?: 'start' | 'end';
}

type Point = readonly [x: number, y: number];

/**
 * Draws an arrow from each box to the next, with a bend if needed, or one arrow through points
 * given as alternating x and y values.
 */
export function arrow(through: readonly Box[] | readonly number[], look: ArrowLook = {}): Markup {
  if (arePlaces(through)) return pointed(pointsOf(through), look);
  return markup`${through.slice(1).map((to, at) => pointed(route(through[at] ?? to, to), look))}`;
}

function arePlaces(through: readonly Box[] | readonly number[]): through is readonly number[] {
  return typeof through[0] === 'number';
}

export const dashed: ArrowLook = { isDashed: true };

/**
 * Draws a line without an arrowhead through points: an axis, a border, or a rail that several
 * arrows share.
 */
export function rail(coordinates: readonly number[], isDashed = false): Markup {
  return line(pointsOf(coordinates), isDashed);
}

function pointsOf(coordinates: readonly number[]): Point[] {
  return coordinates.flatMap((x, at) =>
    at % 2 === 0 ? [[x, coordinates[at + 1] ?? 0] as const] : [],
  );
}

function pointed(points: readonly Point[], look: ArrowLook): Markup {
  const [x, y] = points.at(-1) ?? [0, 0];
  const [fromX, fromY] = points.at(-2) ?? [0, 0];
  const angle = (Math.atan2(y - fromY, x - fromX) * 180) / Math.PI;
  return markup`${line(points, look.isDashed)}
    <path class="head" d="M0 0l-7.2 3.5v-7z"
      transform="translate(${x} ${y}) rotate(${angle})"/>${label(points, look)}`;
}

function line(points: readonly Point[], isDashed = false): Markup {
  const path = points.map((point) => point.join(' ')).join('L');
  return markup`<path class="arrow" d="M${path}"${isDashed && markup` stroke-dasharray="5 4"`}/>`;
}

function label(points: readonly Point[], { label: text, labelSide = 'end' }: ArrowLook) {
  if (text === undefined) return undefined;
  const length = ([[ax, ay], [bx, by]]: readonly [Point, Point]): number =>
    Math.abs(ax - bx) + Math.abs(ay - by);
  const legs = points.slice(1).map((end, at): readonly [Point, Point] => [points[at] ?? end, end]);
  const [[startX, startY], [endX, endY]] = legs.reduce((a, b) => (length(b) > length(a) ? b : a));
  const [x, y] = [(startX + endX) / 2, (startY + endY) / 2];
  const isAtEnd = labelSide === 'end';
  if (startX !== endX) return note(x, y + (isAtEnd ? -6 : 16), text, 'middle');
  return isAtEnd ? note(x + 7, y + 4, text) : note(x - 7, y + 4, text, 'end');
}

/** Returns both ends of an arrow between boxes, and a corner if the boxes don't face each other. */
function route(from: Box, to: Box): readonly Point[] {
  const left = Math.max(from.x, to.x);
  const right = Math.min(from.x + from.w, to.x + to.w);
  const top = Math.max(from.y, to.y);
  const bottom = Math.min(from.y + from.h, to.y + to.h);
  const [startX, endX] = to.x > from.x ? [from.x + from.w, to.x] : [from.x, to.x + to.w];
  const [startY, endY] = to.y > from.y ? [from.y + from.h, to.y] : [from.y, to.y + to.h];
  if (right - left >= 16) {
    const x = (left + right) / 2;
    return pointsOf([x, startY, x, endY]);
  }
  if (bottom - top >= 12) {
    const y = (top + bottom) / 2;
    return pointsOf([startX, y, endX, y]);
  }
  const [x, y] = [to.x + to.w / 2, from.y + from.h / 2];
  return pointsOf([startX, y, x, y, x, endY]);
}

/**
 * Returns a function that draws text, with the class `look` if there is one. Each line of the
 * string becomes a line of text.
 */
function textOf(look?: string) {
  return (x: number, y: number, text: string, anchor: 'start' | 'middle' | 'end' = 'start') =>
    markup`${text
      .split('\n')
      .map(
        (one, index) =>
          markup`<text${look && markup` class="${look}"`} x="${x}" y="${y + index * lineHeight}" text-anchor="${anchor}">${one}</text>`,
      )}`;
}

export const words = textOf();
export const heading = textOf('name');
export const note = textOf('label');

export function frame({ x, y, w, h }: Area, name: string): Markup {
  return markup`<rect class="frame" x="${x}" y="${y}" width="${w}" height="${h}" rx="8"/>${note(x + 8, y + 16, name)}`;
}

/** Draws a numbered dot. The figure's description refers to its number. */
export function dot([x, y]: Point, sign: string, tone: Tone = 'risk'): Markup {
  return markup`<g class="dot ${tone}"><circle cx="${x}" cy="${y}" r="9"/><text x="${x}" y="${y + 4.5}">${sign}</text></g>`;
}

/** Draws a cross on a line to show that the path is closed. */
export function cross([x, y]: Point): Markup {
  return markup`<path class="cross" d="M${x - 6} ${y - 6}l12 12m-12 0l12 -12"/>`;
}

/** Draws a bar whose length represents an amount or a time. */
export function bar({ x, y, w, h }: Area, tone: Tone = 'plain'): Markup {
  return markup`<rect class="amount ${tone}" x="${x}" y="${y}" width="${w}" height="${h}"/>`;
}
