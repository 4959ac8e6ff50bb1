import type { DefaultTreeAdapterTypes } from 'parse5';
import { escapeHtml } from '../../lib/text.ts';
import type { AnyPartId } from '../guide/parts.ts';
import { drawingLook } from './drawing-look.ts';
import {
  attributeOf,
  isOnlyForPage,
  type MarkedParts,
  plainText,
  writeParts,
} from './marked-parts.ts';

type Node = DefaultTreeAdapterTypes.ChildNode;
type Element = DefaultTreeAdapterTypes.Element;

/**
 * The parts of a page before an output's link rule is applied: text, URL, words, text, and so on.
 * Each URL and the words after it are a link.
 */
export type PartForms = Partial<Readonly<Record<AnyPartId, readonly string[]>>>;

export type PartHtml = Partial<Readonly<Record<AnyPartId, string>>>;

export interface PartRule {
  /** Target of a link, given the whole URL; undefined removes the link and keeps its words. */
  readonly href: (href: string) => string | undefined;
  /** Levels by which headings are shifted. */
  readonly lowerHeadings?: number;
}

/** Attributes that still make sense in other outputs. */
const allowedAttributes = new Set(
  'start colspan rowspan scope class lang datetime role aria-label viewbox d x y cx cy r rx ry width height x1 y1 x2 y2 points transform text-anchor stroke-dasharray'.split(
    ' ',
  ),
);

/** Elements that every reader supports; of others, only the content stays. */
const known = new Set(
  'p ol ul li strong em code pre h3 h4 table caption thead tbody tr th td dl dt dd blockquote figure figcaption sup sub br a time span div section svg g path rect circle line polyline polygon text title abbr'.split(
    ' ',
  ),
);

const empty = new Set(['br', 'path', 'rect', 'circle', 'line', 'polyline', 'polygon']);

/** Separator of the joined text; XML can't contain this character. */
const between = '\u0001';

/** The parts of a page without elements that only work on the page. */
export function readPartForms(marked: MarkedParts): PartForms {
  return writeParts(marked, (part) => content(part).split(between));
}

export function partHtml(forms: PartForms, rule: PartRule): PartHtml {
  return Object.fromEntries(Object.entries(forms).map(([id, form]) => [id, written(form, rule)]));
}

function written(form: readonly string[], { href, lowerHeadings = 0 }: PartRule): string {
  let html = '';
  for (let at = 0; at < form.length; at += 3) {
    const [text = '', address, words = ''] = form.slice(at, at + 3);
    const there = address === undefined ? undefined : href(address);
    html += text + (there === undefined ? words : `<a href="${escapeXml(there)}">${words}</a>`);
  }
  const lower = (_: string, tag: string, level: string) => tag + (Number(level) + lowerHeadings);
  return html.replace(/(<\/?h)(\d)(?=[ >])/g, lower).trim();
}

function content(element: Element): string {
  return element.childNodes.map(write).join('');
}

function write(node: Node): string {
  if ('value' in node) return escapeXml(node.value);
  if (!('tagName' in node) || isOnlyForPage(node)) return '';
  const { tagName } = node;
  // The output writes the part's heading.
  if (tagName === 'h2' || tagName === 'summary') return '';
  if (!known.has(tagName) || isRegion(node)) return content(node);
  if (tagName === 'a') return writeLink(node);
  // Without its colors.
  if (tagName === 'pre') return `<pre><code>${escapeXml(plainText(node))}</code></pre>`;
  // The top left cell isn't a header.
  if (tagName === 'th' && plainText(node).trim() === '') return '<td></td>';
  const open = `${tagName}${attributes(node)}`;
  return empty.has(tagName) ? `<${open}/>` : `<${open}>${content(node)}</${tagName}>`;
}

/** The scroll region of a table or a listing: a landmark of its page, not of an output. */
function isRegion(element: Element): boolean {
  return attributeOf(element, 'role') === 'region';
}

/** Links can't contain links; the site check refuses a page with nested links. */
function writeLink(element: Element): string {
  const address = (attributeOf(element, 'href') ?? '').replaceAll(between, '');
  return [between, address, between, content(element), between].join('');
}

function attributes(element: Element): string {
  const own = element.attrs.filter(({ name }) => allowedAttributes.has(name.toLowerCase()));
  const names = new Set(own.map(({ name }) => name));
  const look = drawingLook(element).filter(({ name }) => !names.has(name));
  const space = element.tagName === 'svg' ? ' xmlns="http://www.w3.org/2000/svg"' : '';
  const all = [...own, ...look].map(
    ({ name, value }) => ` ${name === 'viewbox' ? 'viewBox' : name}="${escapeXml(value)}"`,
  );
  return space + all.join('');
}

/** Text made safe for XML content and quoted attributes, without characters that XML forbids. */
export function escapeXml(text: string): string {
  return escapeHtml(text.replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, ''));
}
