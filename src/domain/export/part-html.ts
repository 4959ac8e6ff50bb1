import type { DefaultTreeAdapterTypes } from 'parse5';
import type { AnyPartId } from '../guide/parts.ts';
import { attributeOf, type MarkedParts, writeParts } from './marked-parts.ts';

type Node = DefaultTreeAdapterTypes.ChildNode;
type Element = DefaultTreeAdapterTypes.Element;

/** The parts of a page as well-formed XHTML fragments; only those that the page has. */
export type PartHtml = Partial<Readonly<Record<AnyPartId, string>>>;

/** How parts of a page are written elsewhere. */
export interface PartRule {
  /**
   * Where a link of the page leads from the output, given the whole address (`#source-3`,
   * `/glossary/`, `https://…`); undefined leaves its words without a link.
   */
  readonly href: (href: string) => string | undefined;
  /** By how many levels headings stand deeper than on the page. */
  readonly lowerHeadings?: number;
}

/** What only makes sense on the page itself. */
const dropped = new Set([
  'script',
  'style',
  'template',
  'copy-link',
  'guide-lab',
  'review-note',
  'summary',
  'noscript',
  'form',
]);

/** Attributes that keep their meaning elsewhere. */
const kept = new Set(
  'start colspan rowspan scope class lang datetime role aria-label viewbox d x y cx cy r rx ry width height x1 y1 x2 y2 points transform text-anchor stroke-dasharray'.split(
    ' ',
  ),
);

/** Elements that are known to every reader; of others only the content is kept. */
const known = new Set(
  'p ol ul li strong em code pre h3 h4 table caption thead tbody tr th td dl dt dd blockquote figure figcaption sup sub br a time span div section svg g path rect circle line polyline polygon text title abbr'.split(
    ' ',
  ),
);

const empty = new Set(['br', 'path', 'rect', 'circle', 'line', 'polyline', 'polygon']);

/** The parts of a page, cleaned of what belongs to the page alone. */
export function readPartHtml(marked: MarkedParts, rule: PartRule): PartHtml {
  return writeParts(marked, (part) => content(part, rule).trim());
}

function content(element: Element, rule: PartRule): string {
  return element.childNodes.map((node) => write(node, rule)).join('');
}

function write(node: Node, rule: PartRule): string {
  if ('value' in node) return escapeXml(node.value);
  if (!('tagName' in node) || isDropped(node)) return '';
  const { tagName } = node;
  // The heading of the part stands where the part is put.
  if (tagName === 'h2') return '';
  if (!known.has(tagName) || isRegion(node)) return content(node, rule);
  if (tagName === 'a') return writeLink(node, rule);
  const name = nameElsewhere(tagName, rule);
  const open = `${name}${attributes(node)}`;
  return empty.has(tagName) ? `<${open}/>` : `<${open}>${content(node, rule)}</${name}>`;
}

function nameElsewhere(tagName: string, { lowerHeadings = 0 }: PartRule): string {
  const level = /^h(\d)$/.exec(tagName)?.[1];
  return level === undefined ? tagName : `h${Number(level) + lowerHeadings}`;
}

/** A table's room to scroll in on a narrow screen: a landmark of its page, not of an output. */
function isRegion(element: Element): boolean {
  return attributeOf(element, 'role') === 'region';
}

function isDropped(element: Element): boolean {
  return dropped.has(element.tagName) || attributeOf(element, 'popover') !== undefined;
}

function writeLink(element: Element, rule: PartRule): string {
  const href = rule.href(attributeOf(element, 'href') ?? '');
  const words = content(element, rule);
  return href === undefined ? words : `<a href="${escapeXml(href)}">${words}</a>`;
}

function attributes({ tagName, attrs }: Element): string {
  const own = attrs.filter(({ name }) => kept.has(name.toLowerCase()));
  const space = tagName === 'svg' ? ' xmlns="http://www.w3.org/2000/svg"' : '';
  return (
    space +
    own
      .map(({ name, value }) => ` ${name === 'viewbox' ? 'viewBox' : name}="${escapeXml(value)}"`)
      .join('')
  );
}

/** Text made safe for XML content and quoted attributes, without characters that XML forbids. */
export function escapeXml(text: string): string {
  return text
    .replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
