import { type AnyNode, partNamed } from '../content-checks/node.ts';
import { type AnyPartId, writtenParts } from './parts.ts';

/**
 * The parts that are written in MDX, as Markdown blocks. Their `<Cite>`, `<Figure>`, and `<Worked>`
 * elements aren't expanded yet.
 */
export type PartTrees = Partial<Readonly<Record<AnyPartId, readonly AnyNode[]>>>;

/** @param tree the syntax tree of a question's file */
export function partTrees(tree: AnyNode): PartTrees {
  const parts = writtenParts.flatMap(({ component, id }) => {
    const part = partNamed(tree, component);
    return part === undefined ? [] : [[id, contentOf(part.children ?? [])] as const];
  });
  return Object.fromEntries(parts);
}

/** Removes comments and positions, which make up two thirds of a tree's size. */
function contentOf(nodes: readonly AnyNode[]): AnyNode[] {
  return nodes
    .filter(({ type }) => type !== 'mdxFlowExpression' && type !== 'mdxTextExpression')
    .map(({ position: _, children, ...node }) =>
      children === undefined ? node : { ...node, children: contentOf(children) },
    );
}

export function mapParts<Form>(
  parts: PartTrees,
  form: (blocks: readonly AnyNode[]) => Form,
): Partial<Readonly<Record<AnyPartId, Form>>> {
  const entries = Object.entries(parts).map(([id, blocks]) => [id, form(blocks)]);
  return Object.fromEntries(entries) as Partial<Record<AnyPartId, Form>>;
}

/** Replaces the targets of links in the nodes. If a link has no new target, only its words stay. */
export function withLinks(
  nodes: readonly AnyNode[],
  href: (target: string) => string | undefined,
): AnyNode[] {
  return nodes.flatMap((node) => {
    const children = node.children && withLinks(node.children, href);
    if (node.type !== 'link') return [children ? { ...node, children } : node];
    const url = href(node.url ?? '');
    return url === undefined ? (children ?? []) : [{ ...node, children, url }];
  });
}
