import type { Position } from './issue.ts';

export interface AnyNode {
  readonly type: string;
  readonly children?: readonly AnyNode[] | undefined;
  readonly name?: string | null | undefined;
  readonly attributes?: readonly Attribute[] | undefined;
  readonly value?: string | undefined;
  readonly depth?: number | undefined;
  readonly url?: string | undefined;
  readonly lang?: string | null | undefined;
  readonly ordered?: boolean | null | undefined;
  readonly position?: { readonly start: Position } | undefined;
}

/** An attribute of a JSX element. A spread expression has no name. */
export interface Attribute {
  readonly type: string;
  readonly name?: string;
  /** A string, an expression, or nothing if the attribute has no value. */
  readonly value?: unknown;
}

/**
 * Returns an attribute's text, or undefined if the attribute is missing, computed, or has no value.
 */
export function attributeOf(node: AnyNode, name: string): string | undefined {
  const value = node.attributes?.find((attribute) => attribute.name === name)?.value;
  return typeof value === 'string' ? value : undefined;
}

export function hasAttribute(node: AnyNode, name: string): boolean {
  return node.attributes?.some((attribute) => attribute.name === name) ?? false;
}

/**
 * Returns a node's text without code blocks. Spaces replace other nodes, so that words don't run
 * together.
 */
export function textOf(node: AnyNode): string {
  return walk(node)
    .map(({ type, value = '' }) => (type === 'text' || type === 'inlineCode' ? value : ' '))
    .join('');
}

export function wordCount(node: AnyNode): number {
  return countWords(textOf(node));
}

/** A word is a run of characters without white space that includes a letter or a digit. */
export function countWords(text: string): number {
  return text.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
}

/** Returns a node and everything in it, in reading order. */
export function walk(root: AnyNode): readonly AnyNode[] {
  const nodes: AnyNode[] = [];
  const waiting = [root];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    nodes.push(next);
    for (const child of next.children?.toReversed() ?? []) waiting.push(child);
  }
  return nodes;
}

export function partNamed(tree: AnyNode, name: string): AnyNode | undefined {
  return tree.children?.find((node) => node.name === name);
}

export function longestList(node: AnyNode): number {
  const lists = walk(node).filter(({ type, ordered }) => type === 'list' && ordered);
  return Math.max(0, ...lists.map(({ children = [] }) => children.length));
}

export function startOf(node: AnyNode): Position {
  return { line: node.position?.start.line ?? 1, column: node.position?.start.column ?? 1 };
}

/**
 * Returns the position of the character at `index` in a text node's value. In lines after the
 * first, the column doesn't count the indentation.
 */
export function positionIn(node: AnyNode, index: number): Position {
  const { line, column } = startOf(node);
  const before = node.value?.slice(0, index).split('\n') ?? [];
  const [last = ''] = before.slice(-1);
  return before.length < 2
    ? { line, column: column + index }
    : { line: line + before.length - 1, column: last.length + 1 };
}

export function isElement(node: AnyNode): boolean {
  return node.type === 'mdxJsxFlowElement' || node.type === 'mdxJsxTextElement';
}
