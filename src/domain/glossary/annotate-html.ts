import {
  type DefaultTreeAdapterMap,
  type DefaultTreeAdapterTypes,
  defaultTreeAdapter,
  parseFragment,
  serialize,
  html as spec,
} from 'parse5';
import type { TermFinder } from './find-terms.ts';

type Node = DefaultTreeAdapterTypes.ChildNode;
type Parent = DefaultTreeAdapterTypes.ParentNode;
type Text = DefaultTreeAdapterTypes.TextNode;
type Element = DefaultTreeAdapterTypes.Element;

/** Parts for scoring, in which terms aren't marked because these parts don't explain anything. */
const scoring = new Set(['rubric', 'calibration', 'flags', 'probes']);

/**
 * Elements in which terms aren't marked. Links and buttons already do something when tapped, table
 * cells are too small for tapping both a term and a citation, and drawings can't contain buttons.
 */
const untouched = new Set(
  'a button code pre h1 h2 h3 h4 summary script style sup td th caption figcaption svg'.split(' '),
);

/**
 * Turns the first use of each term in each part of a page into a button that shows its definition.
 * The definition is a popover with the id `term-<id>`, so no script is needed. Also makes tables
 * and listings scrollable and puts space between citations. Works on rendered HTML, because an MDX
 * plugin wouldn't run again if only a term changes.
 *
 * @returns the HTML and the ids of the terms in reading order
 */
export function annotateHtml(html: string, find: TermFinder) {
  const root = parseFragment(html);
  const used = new Set<string>();
  annotateIn(root, find, used, new Set());
  spaceCitations(root);
  wrapWide(root);
  return { html: serialize<DefaultTreeAdapterMap>(root), used: [...used] };
}

/**
 * Keeps citations on the same line as the word before them. Adds space before a citation that
 * follows another one or a term, so that each one is large enough to tap (WCAG 2.2, target size).
 * CSS can't do this, because it can't tell whether there is text between two elements.
 */
function spaceCitations(parent: Parent): void {
  parent.childNodes.forEach((child, index) => {
    if (!('tagName' in child)) return;
    const previous = parent.childNodes[index - 1];
    // A no-break space keeps the number from starting a line.
    if (isCitation(child) && previous?.nodeName === '#text') {
      (previous as Text).value = (previous as Text).value.replace(/\s+$/, '\u00A0');
    }
    const before = parent.childNodes.slice(0, index).findLast((node) => !isBlank(node));
    if (isCitation(child) && before !== undefined && isTarget(before)) {
      child.attrs = [
        ...child.attrs.filter(({ name }) => name !== 'class'),
        { name: 'class', value: 'cite next' },
      ];
    }
    spaceCitations(child);
  });
}

/** True if a node is a citation, a marked term, or a `<no-break>` that ends with one. */
function isTarget(node: Node): boolean {
  if (!('tagName' in node)) return false;
  if (node.tagName !== 'no-break') return node.tagName === 'button' || isCitation(node);
  const last = node.childNodes.findLast((child) => !isBlank(child));
  return last !== undefined && isTarget(last);
}

function isCitation(node: Node): node is Element {
  return 'tagName' in node && node.tagName === 'sup';
}

function isBlank(node: Node): boolean {
  return node.nodeName === '#text' && (node as Text).value.trim() === '';
}

function annotateIn(parent: Parent, find: TermFinder, used: Set<string>, seen: Set<string>): void {
  for (const child of [...parent.childNodes]) {
    if (child.nodeName === '#text') mark(child as Text, parent, find, used, seen);
    else if ('tagName' in child && !untouched.has(child.tagName)) {
      const part = child.attrs.find(({ name }) => name === 'data-part')?.value;
      if (part !== undefined && scoring.has(part)) continue;
      annotateIn(child, find, used, part === undefined || part === 'short' ? seen : new Set());
    }
  }
}

function mark(
  text: Text,
  parent: Parent,
  find: TermFinder,
  used: Set<string>,
  seen: Set<string>,
): void {
  const { value } = text;
  const nodes: Node[] = [];
  let end = 0;
  const all = find(value);
  for (const [index, match] of all.entries()) {
    if (seen.has(match.id)) continue;
    seen.add(match.id);
    used.add(match.id);
    const label = value.slice(match.start, match.end);
    const [before, behind] = adjacentText(
      value.slice(end, match.start),
      label,
      value.slice(match.end, all[index + 1]?.start),
    );
    const start = match.start - before.length;
    if (start > end) nodes.push(textNode(value.slice(end, start)));
    const button = termButton(match.id, label);
    nodes.push(before + behind === '' ? button : noBreak(before, button, behind));
    end = match.end + behind.length;
  }
  if (nodes.length === 0) return;
  if (end < value.length) nodes.push(textNode(value.slice(end)));
  parent.childNodes.splice(parent.childNodes.indexOf(text), 1, ...nodes);
}

/** The maximum number of characters to keep on one line, few enough for the smallest screen. */
const maxUnbroken = 24;

/**
 * Returns the text right before and right after a term, up to a space. This text is kept together
 * with the term's button. Otherwise, a line break on either side of the button could leave a
 * parenthesis at the end of a line or a period at the start of one. Returns two empty strings if it
 * would be too long for one line.
 */
function adjacentText(before: string, label: string, behind: string): readonly [string, string] {
  const [end = ''] = /\S*$/.exec(before) ?? [];
  const [start = ''] = /^\S*/.exec(behind) ?? [];
  return end.length + label.length + start.length > maxUnbroken ? ['', ''] : [end, start];
}

function noBreak(before: string, button: Node, behind: string): Node {
  return filled('<no-break></no-break>', [textNode(before), button, textNode(behind)]);
}

function textNode(value: string): Text {
  return { nodeName: '#text', value, parentNode: null };
}

function termButton(id: string, label: string): Node {
  const tag = `<button type="button" class="term" popovertarget="term-${id}"></button>`;
  return filled(tag, [textNode(label)]);
}

function filled(tag: string, children: Node[]): Node {
  const [element] = parseFragment(tag).childNodes;
  if (element === undefined || !('childNodes' in element))
    throw new Error(`${tag} isn't an element.`);
  element.childNodes = children;
  return element;
}

/**
 * Wraps each Markdown table and listing in a region that scrolls by touch or keyboard, so that it
 * can't widen the page on a phone. Skips content that is already in such a region.
 */
export function wrapWide(parent: Parent): void {
  for (const child of [...parent.childNodes]) {
    if (!('tagName' in child) || isRegion(child)) continue;
    if (child.tagName === 'table') {
      wrap(parent, child, 'div', 'scroll', `Table: ${columnsOf(child).join(', ')}`);
    } else if (child.tagName === 'pre') {
      const language = child.attrs.find(({ name }) => name === 'data-language')?.value ?? 'text';
      wrap(parent, child, 'figure', 'listing scroll', `Code: ${language}`);
    } else wrapWide(child);
  }
}

function isRegion({ attrs }: Element): boolean {
  return attrs.some(({ name, value }) => name === 'class' && value.split(' ').includes('scroll'));
}

function wrap(parent: Parent, wide: Element, tag: string, name: string, label: string): void {
  const region = defaultTreeAdapter.createElement(tag, spec.NS.HTML, [
    { name: 'class', value: name },
    { name: 'role', value: 'region' },
    { name: 'aria-label', value: label },
    { name: 'tabindex', value: '0' },
  ]);
  defaultTreeAdapter.insertBefore(parent, region, wide);
  defaultTreeAdapter.detachNode(wide);
  defaultTreeAdapter.appendChild(region, wide);
}

function columnsOf(node: Node): string[] {
  if (!('tagName' in node)) return [];
  if (node.tagName === 'th') return [textOf(node).trim()].filter((text) => text !== '');
  return node.tagName === 'tbody' ? [] : node.childNodes.flatMap(columnsOf);
}

function textOf(node: Node): string {
  if ('value' in node) return node.value;
  return 'childNodes' in node ? node.childNodes.map(textOf).join('') : '';
}
