/**
 * The parts of a question as Markdown blocks, made from the one parse of its file: what its
 * components show (numbers of sources, drawings, computed tables) takes their place.
 */
import type { PhrasingContent, RootContent, Table } from 'mdast';
import type { AnyNode } from '../content-checks/node.ts';
import { workedExamples } from '../worked/examples.ts';
import type { Question } from './build-guide.ts';
import { type AnyPartId, writtenParts } from './parts.ts';

export type PartTrees = Partial<Readonly<Record<AnyPartId, readonly RootContent[]>>>;

export interface Drawing {
  readonly caption: string;
  readonly description: string;
}

type Written = Pick<Question, 'sources' | 'rubric' | 'redFlags'>;

export function partTrees(
  tree: AnyNode,
  question: Written,
  figures: ReadonlyMap<string, Drawing>,
): PartTrees {
  const { rubric, redFlags } = question;
  const written = writtenParts.flatMap(({ component, id }) => {
    const part = childrenOf(tree).find((node) => node['name'] === component);
    return part === undefined ? [] : [[id, blocksIn(childrenOf(part))] as const];
  });
  return {
    ...(Object.fromEntries(written) as PartTrees),
    rubric: [
      table([
        ['Criterion', '1', '3', '5'],
        ...rubric.map(({ criterion, one, three, five }) => [criterion, one, three, five]),
      ]),
    ],
    flags: [
      {
        type: 'list',
        ordered: false,
        spread: false,
        children: redFlags.map((flag) => ({
          type: 'listItem',
          spread: false,
          children: [{ type: 'paragraph', children: [text(flag)] }],
        })),
      },
    ],
  };

  function blocksIn(nodes: readonly AnyNode[]): RootContent[] {
    return nodes.flatMap((node, place): RootContent[] => {
      // `[5][6]` would be one link.
      if (node['name'] === 'Cite' && nodes[place - 1]?.['name'] === 'Cite') return [text(' '), plain(node)];
      const id = attribute(node, 'id');
      if (node['name'] === 'Figure') return drawing(figures.get(id));
      if (node['name'] === 'Worked') return worked(id);
      return [plain(node)];
    });
  }

  /** A node without positions; citations and other inserts are replaced. */
  function plain({ type, children, position: _, ...rest }: AnyNode): RootContent {
    if (rest['name'] === 'Cite') return citation(attribute({ type, ...rest } as AnyNode, 'id')) as RootContent;
    if (children === undefined) return { type, ...rest } as RootContent;
    return { type, ...rest, children: blocksIn(children as AnyNode[]) } as unknown as RootContent;
  }

  function citation(id: string): PhrasingContent {
    const number = String(question.sources.indexOf(id) + 1);
    const names = { identifier: number, label: number };
    return { type: 'linkReference', ...names, referenceType: 'shortcut', children: [text(number)] };
  }
}

function drawing(figure: Drawing | undefined): RootContent[] {
  if (figure === undefined) return [];
  const label: PhrasingContent[] = [bold('Figure.'), text(` ${figure.description}`)];
  return [
    { type: 'paragraph', children: label, data: { isDrawing: true } as never },
    { type: 'paragraph', children: [text(figure.caption)] },
  ];
}

function worked(id: string): RootContent[] {
  const made = workedExamples.get(id);
  if (made === undefined) throw new Error(`Unknown worked example "${id}".`);
  const { caption, columns, rows, formula } = made;
  return [
    { type: 'paragraph', children: [bold(caption)] },
    table([columns, ...rows]),
    { type: 'paragraph', children: [text(formula)] },
  ];
}

function table(rows: readonly (readonly string[])[]): Table {
  return {
    type: 'table',
    children: rows.map((cells) => ({
      type: 'tableRow',
      children: cells.map((cell) => ({ type: 'tableCell', children: [text(cell)] })),
    })),
  };
}

function bold(value: string): PhrasingContent {
  return { type: 'strong', children: [text(value)] };
}

function text(value: string): PhrasingContent {
  return { type: 'text', value };
}

function childrenOf(node: AnyNode): AnyNode[] {
  return (node.children ?? []) as AnyNode[];
}

function attribute(node: AnyNode, name: string): string {
  const attributes = (node['attributes'] ?? []) as unknown as { name: string; value: string }[];
  return attributes.find((one) => one.name === name)?.value ?? '';
}
