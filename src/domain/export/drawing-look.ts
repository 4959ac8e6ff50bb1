import type { DefaultTreeAdapterTypes } from 'parse5';
import { attributeOf } from './marked-parts.ts';

type Element = DefaultTreeAdapterTypes.Element;

/**
 * Colors of drawings by the meaning of a shape. Each has a contrast of 4.5 with black and white,
 * and of 3 with paper and sepia, so that it works in the light and dark modes of e-readers.
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
 * The style of a shape as presentation attributes, because some e-readers (those based on MuPDF)
 * apply no stylesheet to drawings. Text has the color of the surrounding text. A page's own
 * stylesheet for drawings takes precedence.
 */
export function drawingLook(element: Element): { name: string; value: string }[] {
  if (element.namespaceURI !== svgSpace) return [];
  return Object.entries(lookOf(element)).map(([name, value]) => ({ name, value }));
}

const svgSpace = 'http://www.w3.org/2000/svg';

type Look = Readonly<Record<string, string>>;

function lookOf(element: Element): Look {
  const classes = classesOf(element);
  const { parentNode, tagName } = element;
  if (parentNode !== null && 'tagName' in parentNode) {
    for (const name of classesOf(parentNode)) classes.add(name);
  }
  if (tagName === 'svg') return { fill: 'none', 'font-family': 'sans-serif', 'font-size': '13' };
  if (tagName === 'text') return lookOfText(classes);
  // Text would inherit it: each shape has its own.
  if (tagName === 'g') return {};
  const [, look] = shapes.find(([names]) => names.every((name) => classes.has(name))) ?? [];
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

/** Styles of shapes by their classes and those of their group; the first match counts. */
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

function classesOf(element: Element): Set<string> {
  return new Set(attributeOf(element, 'class')?.split(' '));
}
