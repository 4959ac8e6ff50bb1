import { saveFile } from '../../browser/save-file.ts';
import { writeCsv } from '../../domain/words/csv.ts';
import type { LabTable } from './lab.ts';

export function tabbed({ columns, rows }: LabTable): string {
  return [columns, ...rows].map((row) => row.join('\t')).join('\n');
}

export function saveCsv(id: string, { columns, rows }: LabTable): void {
  saveFile(`${id}.csv`, writeCsv([columns, ...rows]), 'text/csv');
}

/** Style properties copied from stylesheets into drawings. */
const looks =
  'fill fill-opacity stroke stroke-width stroke-dasharray stroke-dashoffset stroke-linecap stroke-opacity opacity text-anchor font-size font-weight font-family'.split(
    ' ',
  );

/** Saves the instrument as shown on the screen as one SVG: drawings, boxes, and text in place. */
export function saveSvg(id: string, title: string, stage: HTMLElement): void {
  const { x, y, width, height } = stage.getBoundingClientRect();
  const svg = create('svg', { viewBox: `0 0 ${width} ${height}`, role: 'img' });
  const name = create('title', {});
  const page = create('g', { transform: `translate(${-x} ${-y})` });
  name.textContent = title;
  svg.append(name, page);
  page.append(box(stage));
  for (const element of stage.querySelectorAll<HTMLElement | SVGElement>('*')) {
    if (element.parentElement?.closest('svg') || element.closest('.sr-only')) continue;
    if (element instanceof SVGSVGElement) page.append(drawing(element));
    else if (element instanceof HTMLElement) page.append(box(element), ...words(element));
  }
  saveFile(`${id}.svg`, new XMLSerializer().serializeToString(svg), 'image/svg+xml');
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

function drawing(source: SVGSVGElement): SVGElement {
  const copy = source.cloneNode(true) as SVGSVGElement;
  const { x, y, width, height } = source.getBoundingClientRect();
  const originals = [source, ...source.querySelectorAll<SVGElement>('*')];
  for (const [index, element] of [copy, ...copy.querySelectorAll<SVGElement>('*')].entries()) {
    const computed = getComputedStyle(originals[index] ?? source);
    for (const look of looks) element.setAttribute(look, computed.getPropertyValue(look));
    element.removeAttribute('class');
  }
  setAll(copy, { x, y, width, height });
  return copy;
}

function box(element: HTMLElement): SVGElement {
  const { x, y, width, height } = element.getBoundingClientRect();
  const computed = getComputedStyle(element);
  const rx = Number.parseFloat(computed.borderTopLeftRadius) || 0;
  const hasBorder = Number.parseFloat(computed.borderTopWidth) > 0;
  const stroke = hasBorder ? computed.borderTopColor : 'none';
  return create('rect', { x, y, width, height, rx, fill: computed.backgroundColor, stroke });
}

function words(element: HTMLElement): SVGElement[] {
  const computed = getComputedStyle(element);
  const fonts = ['font-size', 'font-weight', 'font-family'];
  const font = Object.fromEntries(fonts.map((look) => [look, computed.getPropertyValue(look)]));
  return [...element.childNodes].flatMap((node) => {
    if (node.nodeType !== Node.TEXT_NODE) return [];
    return [...(node.textContent ?? '').matchAll(/\S+/g)].flatMap(({ 0: word, index }) => {
      const range = document.createRange();
      range.setStart(node, index);
      range.setEnd(node, index + word.length);
      const { x, bottom, width, height } = range.getBoundingClientRect();
      if (width === 0) return [];
      // Approximate baseline of the text.
      const y = bottom - 0.22 * height;
      const text = create('text', { x, y, fill: computed.color, ...font });
      text.textContent = word;
      return [text];
    });
  });
}
