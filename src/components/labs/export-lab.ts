/** Saves the picture and the table of a lab as files. */
import { saveFile } from '../../browser/save-file.ts';
import type { LabTable } from './lab.ts';

function quoted(cell: string): string {
  return /[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}

/** The table as tab-separated text, for pasting into a spreadsheet. */
export function tabbed({ columns, rows }: LabTable): string {
  return [columns, ...rows].map((row) => row.join('\t')).join('\n');
}

/** Saves the table as CSV (RFC 4180). */
export function saveCsv(id: string, { columns, rows }: LabTable): void {
  const lines = [columns, ...rows].map((row) => `${row.map(quoted).join(',')}\r\n`);
  // The byte order mark makes spreadsheets read it as UTF-8.
  saveFile(`${id}.csv`, `\uFEFF${lines.join('')}`, 'text/csv');
}

export function saveSvg(id: string, title: string, stage: HTMLElement): void {
  saveFile(`${id}.svg`, svgOf(title, stage), 'image/svg+xml');
}

/** Style properties copied from stylesheets into drawings. */
const looks =
  'fill fill-opacity stroke stroke-width stroke-dasharray stroke-dashoffset stroke-linecap stroke-opacity paint-order opacity text-anchor font-size font-weight font-family'.split(
    ' ',
  );

/**
 * The instrument as shown on the screen, as one SVG: drawings, boxes, and text in their positions.
 */
export function svgOf(title: string, stage: HTMLElement): string {
  const { left, top, width, height } = stage.getBoundingClientRect();
  const svg = create('svg', { viewBox: `0 0 ${width} ${height}`, role: 'img' });
  const name = create('title', {});
  name.textContent = title;
  svg.append(name, box(stage, left, top));
  for (const element of stage.querySelectorAll<HTMLElement | SVGElement>('*')) {
    if (element.parentElement?.closest('svg') || element.closest('.sr-only')) continue;
    if (element instanceof SVGSVGElement) svg.append(drawing(element, left, top));
    else if (element instanceof HTMLElement)
      svg.append(box(element, left, top), ...words(element, left, top));
  }
  return new XMLSerializer().serializeToString(svg);
}

function create(name: string, attributes: Attributes): SVGElement {
  const element = document.createElementNS('http://www.w3.org/2000/svg', name);
  setAll(element, attributes);
  return element;
}

type Attributes = Readonly<Record<string, string | number>>;

function setAll(element: SVGElement, attributes: Attributes): void {
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, String(value));
}

/** A drawing with its computed styles. */
function drawing(source: SVGSVGElement, left: number, top: number): SVGElement {
  const copy = source.cloneNode(true) as SVGSVGElement;
  const place = source.getBoundingClientRect();
  const originals = [source, ...source.querySelectorAll<SVGElement>('*')];
  for (const [index, element] of [copy, ...copy.querySelectorAll<SVGElement>('*')].entries()) {
    const computed = getComputedStyle(originals[index] ?? source);
    for (const look of looks) element.setAttribute(look, computed.getPropertyValue(look));
    element.removeAttribute('class');
  }
  const { width, height } = place;
  setAll(copy, { x: place.left - left, y: place.top - top, width, height });
  return copy;
}

/** The background and the border of an element. */
function box(element: HTMLElement, left: number, top: number): SVGElement {
  const place = element.getBoundingClientRect();
  const computed = getComputedStyle(element);
  return create('rect', {
    x: place.left - left,
    y: place.top - top,
    width: place.width,
    height: place.height,
    rx: Number.parseFloat(computed.borderTopLeftRadius) || 0,
    fill: computed.backgroundColor,
    stroke: Number.parseFloat(computed.borderTopWidth) > 0 ? computed.borderTopColor : 'none',
  });
}

/** An element's own words, each in its position. */
function words(element: HTMLElement, left: number, top: number): SVGElement[] {
  const computed = getComputedStyle(element);
  return [...element.childNodes].flatMap((node) => {
    if (node.nodeType !== Node.TEXT_NODE) return [];
    return [...(node.textContent ?? '').matchAll(/\S+/g)].flatMap(({ 0: word, index }) => {
      const range = document.createRange();
      range.setStart(node, index);
      range.setEnd(node, index + word.length);
      const place = range.getBoundingClientRect();
      if (place.width === 0) return [];
      const text = create('text', {
        x: place.left - left,
        // Approximate baseline of the text.
        y: place.bottom - top - 0.22 * place.height,
        fill: computed.color,
        'font-size': computed.fontSize,
        'font-weight': computed.fontWeight,
        'font-family': computed.fontFamily,
      });
      text.textContent = word;
      return [text];
    });
  });
}
