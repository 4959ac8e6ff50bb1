import { Parser } from 'htmlparser2';
import { escapeXml } from '../../lib/text.ts';

/** A figure in the guide. `svg` is the markup inside the root element. */
export interface Drawing {
  readonly caption: string;
  readonly description: string;
  readonly width: number;
  readonly height: number;
  readonly svg: string;
}

/**
 * Drawing colors, by what a shape means. Each has a contrast of at least 4.5 with black and white,
 * and of at least 3 with sepia and dark gray, so drawings work in the light and dark modes of
 * e-readers.
 */
export const drawingColors = {
  plain: '#68787f',
  data: '#157ac1',
  model: '#7a62da',
  human: '#c2478d',
  risk: '#c05610',
  good: '#138660',
} as const;

/**
 * Returns a figure whose shapes are styled by presentation attributes, because some e-readers
 * (those based on MuPDF) don't apply stylesheets to drawings. Text has the color of the surrounding
 * text, except in dots, where it is white. A page's stylesheet for drawings, if any, takes
 * precedence.
 */
export function drawnFigure({ caption, description, width, height, svg }: Drawing): string {
  let drawn = '';
  const groups: ReadonlySet<string>[] = [];
  const parser = new Parser(
    {
      onopentag: (name, attributes) => {
        const classes = new Set(attributes['class']?.split(' '));
        const look = lookOf(name, classes.union(groups.at(-1) ?? new Set()));
        groups.push(classes);
        drawn += `<${name}${written({ ...attributes, ...look, ...attributes })}>`;
      },
      ontext: (text) => {
        drawn += escapeXml(text);
      },
      onclosetag: (name) => {
        groups.pop();
        drawn += `</${name}>`;
      },
    },
    { xmlMode: true },
  );
  parser.end(svg);
  const root = {
    xmlns: 'http://www.w3.org/2000/svg',
    viewBox: `0 0 ${width} ${height}`,
    role: 'img',
    'aria-label': description,
    ...{ fill: 'none', 'font-family': 'sans-serif', 'font-size': '13' },
  };
  return `<figure class="drawn"><svg${written(root)}>${drawn}</svg><figcaption>${escapeXml(caption)}</figcaption></figure>`;
}

type Look = Readonly<Record<string, string>>;

function written(attributes: Look): string {
  const all = Object.entries(attributes).map(([name, value]) => ` ${name}="${escapeXml(value)}"`);
  return all.join('');
}

/** @param classes the classes of the shape and its group */
function lookOf(name: string, classes: ReadonlySet<string>): Look {
  if (name === 'text') return lookOfText(classes);
  // Groups aren't styled, because text in them would inherit the style.
  if (name === 'g') return {};
  const [, look] = shapes.find(([names]) => names.every((one) => classes.has(one))) ?? [];
  return look?.(colorOf(classes)) ?? {};
}

function lookOfText(classes: ReadonlySet<string>): Look {
  const isBold = classes.has('name') || classes.has('dot');
  const isCentered = classes.has('box') || classes.has('dot');
  return {
    fill: classes.has('dot') ? '#ffffff' : 'currentColor',
    ...(isBold && { 'font-weight': 'bold' }),
    ...(classes.has('label') && { 'font-size': '12', 'font-style': 'italic' }),
    ...(isCentered && { 'text-anchor': 'middle' }),
  };
}

const { plain, model, risk, good } = drawingColors;
const dashed = { stroke: plain, 'stroke-width': '1.5', 'stroke-dasharray': '3 3' };

/** Styles by the classes of a shape and its group. The first match wins. */
const shapes: readonly (readonly [classes: readonly string[], look: (color: string) => Look])[] = [
  [['faint'], () => dashed],
  [
    ['box'],
    (color) => ({ fill: color, 'fill-opacity': '0.12', stroke: color, 'stroke-width': '1.5' }),
  ],
  [['dot'], (color) => ({ fill: color })],
  [['amount'], (color) => ({ fill: color })],
  [['arrow'], () => ({ stroke: plain, 'stroke-width': '1.5' })],
  [['head'], () => ({ fill: plain })],
  [['frame'], () => ({ stroke: plain, 'stroke-dasharray': '2 4' })],
  [['axis'], () => ({ stroke: plain })],
  [['curve', 'before'], () => ({ ...dashed, 'stroke-dasharray': '4 3' })],
  [['curve'], () => ({ stroke: model, 'stroke-width': '2' })],
  [['cross'], () => ({ stroke: risk, 'stroke-width': '2.5', 'stroke-linecap': 'round' })],
  [['found'], () => ({ fill: good })],
  [['false'], () => ({ stroke: risk, 'stroke-width': '1.5' })],
  [['missed'], () => dashed],
];

function colorOf(classes: ReadonlySet<string>): string {
  const [, color] = Object.entries(drawingColors).find(([tone]) => classes.has(tone)) ?? [];
  return color ?? plain;
}
