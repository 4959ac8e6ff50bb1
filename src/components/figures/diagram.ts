import { type Markup, markup } from '../markup.ts';

/** A figure: `drawn/<id>.ts` exports one as `figure`. */
export interface Figure {
  /** Its file name, and the id that pages use. */
  readonly id: string;
  /**
   * Ids of the sources of its facts; empty if it only draws the page's own example. Pages with the
   * figure cite them.
   */
  readonly sources: readonly string[];
  /** The message of the figure in one sentence, shown below it. */
  readonly caption: string;
  /** The figure in words, for readers who can't see it: parts, order, arrows. */
  readonly description: string;
  /** Height of the drawing; its width is `figureWidth`. */
  readonly height: number;
  readonly content: Markup;
}

/**
 * Width of all figures, in their own units. A phone shows it nearly unscaled, so that letters of
 * 13 stay readable there; wide things are stacked instead.
 */
export const figureWidth = 400;

/** Box colors by meaning; the theme sets the shade. */
export type Tone = 'plain' | 'data' | 'model' | 'human' | 'risk' | 'good' | 'faint';

type Area = Readonly<Record<'x' | 'y' | 'w' | 'h', number>>;

export interface Box extends Area {
  readonly tone: Tone;
  /** The first line is the name; the rest explain it in smaller letters. */
  readonly text: string;
  /** Rounded ends: an event or a person, not a thing. */
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
  /** Words beside its middle. */
  readonly label?: string;
  /** Optional, or a feedback path. */
  readonly isDashed?: boolean;
  /** Position of the label: right of a vertical arrow by default, above a horizontal one. */
  readonly labelSide?: 'start' | 'end';
}

type Point = readonly [x: number, y: number];

/** Draws arrows from box to box, with a bend if needed, or one through points x, y, x, y, …. */
export function arrow(through: readonly Box[] | readonly number[], look: ArrowLook = {}): Markup {
  if (arePlaces(through)) return pointed(pointsOf(through), look);
  return markup`${through.slice(1).map((to, at) => pointed(route(through[at] ?? to, to), look))}`;
}

function arePlaces(through: readonly Box[] | readonly number[]): through is readonly number[] {
  return typeof through[0] === 'number';
}

export const dashed: ArrowLook = { isDashed: true };

/** A line without a head, through points: an axis, a border, a rail that several arrows share. */
export function rail(places: readonly number[], isDashed = false): Markup {
  return line(pointsOf(places), isDashed);
}

function pointsOf(places: readonly number[]): Point[] {
  return places.flatMap((x, at) => (at % 2 === 0 ? [[x, places[at + 1] ?? 0] as const] : []));
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

/** The label of an arrow, at its longest leg. */
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

/** Ends of an arrow between boxes, and its corner if they don't face each other. */
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

/** Functions that draw text of a class; `\n` breaks it. */
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
/** In bold letters: the name of a column, a row, or a bar. */
export const heading = textOf('name');
/** In italics: a label next to arrows and rails. */
export const note = textOf('label');

/** A frame around several boxes, with its name on the top edge. */
export function frame({ x, y, w, h }: Area, name: string): Markup {
  return markup`<rect class="frame" x="${x}" y="${y}" width="${w}" height="${h}" rx="8"/>${note(x + 8, y + 16, name)}`;
}

/** A numbered dot, referenced in the figure's description. */
export function dot([x, y]: Point, sign: string, tone: Tone = 'risk'): Markup {
  return markup`<g class="dot ${tone}"><circle cx="${x}" cy="${y}" r="9"/><text x="${x}" y="${y + 4.5}">${sign}</text></g>`;
}

/** A cross on a line: this path is closed. */
export function cross([x, y]: Point): Markup {
  return markup`<path class="cross" d="M${x - 6} ${y - 6}l12 12m-12 0l12 -12"/>`;
}

/** A bar whose length is an amount or a time. */
export function bar({ x, y, w, h }: Area, tone: Tone = 'plain'): Markup {
  return markup`<rect class="amount ${tone}" x="${x}" y="${y}" width="${w}" height="${h}"/>`;
}
