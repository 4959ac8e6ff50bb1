import type { Position } from './issue.ts';

/** The fields of a Markdown or MDX node that the checks look at. */
export interface AnyNode {
  readonly type: string;
  readonly children?: readonly AnyNode[] | undefined;
  /** Name of a JSX element. */
  readonly name?: string | null | undefined;
  readonly attributes?: readonly { readonly type: string; readonly name?: string }[] | undefined;
  readonly value?: string | undefined;
  readonly depth?: number | undefined;
  readonly url?: string | undefined;
  readonly alt?: string | null | undefined;
  readonly ordered?: boolean | null | undefined;
  readonly position?: { readonly start: Position } | undefined;
}

/** A node and everything in it, in reading order. */
export function* walk(node: AnyNode): Generator<AnyNode> {
  yield node;
  for (const child of node.children ?? []) yield* walk(child);
}

/** Where a node starts. */
export function startOf(node: AnyNode): Position {
  return { line: node.position?.start.line ?? 1, column: node.position?.start.column ?? 1 };
}

/** Whether the node is a JSX element, on its own line or within one. */
export function isElement(node: AnyNode): boolean {
  return node.type === 'mdxJsxFlowElement' || node.type === 'mdxJsxTextElement';
}
