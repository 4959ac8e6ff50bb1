import { dataParts, parts } from '../guide/parts.ts';
import { isSafeAddress } from './check-addresses.ts';
import { type Issue, shown } from './issue.ts';
import { type AnyNode, startOf, walk } from './node.ts';

/** Context for the checks of prose. */
export interface ProseContext {
  /** Highest heading level that prose may use: 3 in a part, 2 on a companion page. */
  readonly firstHeading: number;
  /** Slugs of all questions, for links such as `../what-is-fhir/`. */
  readonly slugs: ReadonlySet<string>;
  /** The text between `../` and the slug of a question: nothing, or `questions/`. */
  readonly folder: '' | 'questions/';
}

/** Checks headings and links. `check-safety.ts` reports links that run or load something. */
export function checkProse(file: string, tree: AnyNode, context: ProseContext): Issue[] {
  const nodes = walk(tree);
  return [
    ...headingIssues(file, nodes, context.firstHeading),
    ...takenHeadings(file, nodes),
    ...nodes.flatMap((node) => linkIssues(file, node, context)),
  ];
}

function headingIssues(file: string, nodes: readonly AnyNode[], first: number): Issue[] {
  let deepest = first - 1;
  return nodes
    .filter((node) => node.type === 'heading')
    .flatMap((node): Issue[] => {
      const depth = node.depth ?? first;
      const allowed = deepest + 1;
      const right = depth >= first && depth <= allowed;
      if (right) deepest = depth;
      return right
        ? []
        : [
            {
              kind: 'heading-order',
              file,
              ...startOf(node),
              what:
                depth < first
                  ? 'this heading level is reserved for the page'
                  : 'a heading level is skipped',
              expected:
                first === allowed
                  ? '#'.repeat(first)
                  : `${'#'.repeat(first)} to ${'#'.repeat(allowed)}`,
              found: '#'.repeat(depth),
              fix: `write ${'#'.repeat(Math.min(Math.max(depth, first), allowed))}`,
            },
          ];
    });
}

/** Ids of the page layout and of the parts; ids of sources, terms, and labs have a prefix. */
const pageIds = new Set(['menu', 'levels', ...[...parts, ...dataParts].map(({ id }) => id)]);

function takenHeadings(file: string, nodes: readonly AnyNode[]): Issue[] {
  return nodes
    .filter((node) => node.type === 'heading')
    .map((node) => ({ node, id: headingId(node) }))
    .filter(({ id }) => pageIds.has(id) || /^(source|term|lab)-/.test(id))
    .map(({ node, id }) => ({
      kind: 'heading-taken',
      file,
      ...startOf(node),
      what: 'this heading would get the same id as a part of the page',
      expected: 'a heading of other words',
      found: `the id "${id}"`,
      fix: 'add a word to the heading',
    }));
}

/** The id that the build gives a heading, like https://github.com/Flet/github-slugger. */
function headingId(heading: AnyNode): string {
  return walk(heading)
    .map(({ value = '' }) => value)
    .join('')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s_-]/gu, '')
    .replace(/\s/g, '-');
}

function linkIssues(file: string, node: AnyNode, { slugs, folder }: ProseContext): Issue[] {
  if (node.type !== 'link' && node.type !== 'definition') return [];
  const url = node.url ?? '';
  if (!isSafeAddress(url)) return [];
  const issue = (what: string, expected: string, fix: string): Issue[] => [
    { kind: 'bad-link', file, ...startOf(node), what, expected, found: shown(url), fix },
  ];
  if (/^https:\/\/[^/]/.test(url) || /^#[\w-]+$/.test(url)) return [];
  // The crawl of the built site checks links to other pages.
  if (folder !== '' && /^\.\.\/(?!questions\/)[\w/-]*\/(#[\w-]+)?$/.test(url)) return [];
  const sibling = new RegExp(`^\\.\\./${folder}([^/#?]+)/(#[\\w-]+)?$`).exec(url);
  if (sibling?.[1] !== undefined) {
    if (slugs.has(sibling[1])) return [];
    return issue(
      'the link names a question that doesn’t exist',
      'the slug of a question',
      'use a slug from content/questions',
    );
  }
  if (url.startsWith('/')) {
    return issue(
      'the link would break in a subfolder',
      `../${folder}slug/`,
      `link to a question as ../${folder}slug/`,
    );
  }
  return issue(
    'the link has the wrong format',
    'https://…, ../slug/ or #part',
    'use one of these formats',
  );
}
