/** What exports need of a question, from the collections: no export reads a built page. */
import type { ExportSource } from './domain/export/export.ts';
import { publicHref } from './domain/export/export.ts';
import { readParts } from './domain/export/read-parts.ts';
import type { AnyNode } from './domain/content-checks/node.ts';
import type { Question } from './domain/guide/build-guide.ts';
import { type Drawing, type PartTrees, partTrees } from './domain/guide/part-tree.ts';
import type { RootContent } from 'mdast';
import { allFigures } from './components/figures/all-figures.ts';
import { getCollection } from 'astro:content';
import { loadGuide } from './load-guide.ts';
import { paths, publicUrl } from './site-paths.ts';

type Needed = Pick<ExportSource, 'guide' | 'paths' | 'address' | 'markdownOf' | 'partsOf' | 'citedPartsOf'>;

let loading: Promise<Needed> | undefined;

export function exportSource(): Promise<Needed> {
  loading ??= make();
  return loading;
}

async function make(): Promise<Needed> {
  const address = publicUrl;
  const guide = await loadGuide();
  const trees = new Map((await getCollection('partTrees')).map(({ id, data }) => [id, data.tree]));
  const made = new Map(
    guide.questions.map((question) => {
      const parts = partTrees(trees.get(question.slug) as AnyNode, question, allFigures as ReadonlyMap<string, Drawing>);
      return [question.slug, withLinks(parts, question)] as const;
    }),
  );
  function withLinks(parts: PartTrees, question: Question): PartTrees {
    const ownAddress = (path: string) => address(path) ?? path;
    const href = (target: string) => publicHref(target, question, { paths, address: ownAddress });
    return Object.fromEntries(
      Object.entries(parts).map(([id, blocks]) => [id, linked(blocks as RootContent[], href)]),
    );
  }
  return {
    guide,
    paths,
    address,
    markdownOf: ({ slug }) => made.get(slug) ?? {},
    partsOf: ({ slug }) => readParts(made.get(slug) ?? {}, 'omitted'),
    citedPartsOf: ({ slug }) => readParts(made.get(slug) ?? {}, 'numbered'),
  };
}

function linked<N extends { type: string }>(nodes: readonly N[], href: (target: string) => string | undefined): N[] {
  return nodes.flatMap((node): N[] => {
    const { url, children } = node as { url?: string; children?: N[] };
    const inside = children === undefined ? {} : { children: linked(children, href) };
    if (node.type !== 'link' || url === undefined) return [{ ...node, ...inside }];
    const target = href(url);
    return target === undefined ? (inside.children ?? []) : [{ ...node, ...inside, url: target }];
  });
}
