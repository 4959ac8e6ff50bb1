import { pageOrder } from '../guide/parts.ts';
import { closest } from '../words/closest.ts';
import { isSafeAddress } from './check-allowed-syntax.ts';
import { type Issue, issueAt, type Problem, shown } from './issue.ts';
import { type AnyNode, positionIn, startOf, walk } from './node.ts';

export interface MarkdownContext {
  /** The highest heading level allowed in prose: 3 in a part, 2 on a companion page. */
  readonly firstHeading: number;
  readonly slugs: ReadonlySet<string>;
  /** Only for companion pages: every other page that they may link to, such as `glossary/`. */
  readonly companions?: ReadonlySet<string>;
}

export function* checkMarkdown(
  file: string,
  tree: AnyNode,
  context: MarkdownContext,
): Generator<Issue> {
  const nodes = walk(tree);
  const headings = nodes.filter((node) => node.type === 'heading');
  yield* skippedLevels(file, headings, context.firstHeading);
  yield* takenHeadings(file, headings);
  for (const node of nodes) {
    yield* linkIssues(file, node, context);
    if (node.type === 'text') yield* literalMarkup(file, node);
  }
}

/** Markdown mistakes that would make the markup itself visible to readers. */
const literals: readonly (readonly [RegExp, what: string, expected: string, fix: string])[] = [
  [
    /\*\*/,
    'bold text isn’t opened or closed',
    'two asterisks at both ends, without a space inside: **bold**',
    'add the missing **, or remove these',
  ],
  [
    /`/,
    'code isn’t opened or closed',
    'a backtick at both ends',
    'add the missing backtick, or remove this one',
  ],
  [
    /\] ?\(/,
    'the link doesn’t work',
    '[text](https://…), without a space between',
    'remove the space, and close both brackets',
  ],
  [
    /^#{1,6}[A-Za-z]/m,
    'the heading has no space after its #',
    '### Heading',
    'write a space after the #',
  ],
  [
    /^\|.*\|$/m,
    'the table has no line of hyphens',
    'a second line such as | - | - |',
    'write it below the first row',
  ],
];

function* literalMarkup(file: string, node: AnyNode): Generator<Issue> {
  const { value = '' } = node;
  for (const [pattern, what, expected, fix] of literals) {
    const index = value.search(pattern);
    if (index === -1) continue;
    const found = shown(value.slice(index).split('\n', 1)[0]);
    yield issueAt('literal-markup', file, positionIn(node, index), { what, expected, found, fix });
  }
}

function* skippedLevels(
  file: string,
  headings: readonly AnyNode[],
  first: number,
): Generator<Issue> {
  let deepest = first - 1;
  for (const node of headings) {
    const depth = node.depth ?? first;
    const allowed = deepest + 1;
    if (depth >= first && depth <= allowed) {
      deepest = depth;
      continue;
    }
    const [min, max] = ['#'.repeat(first), '#'.repeat(allowed)];
    yield issueAt('heading-order', file, startOf(node), {
      what:
        depth < first
          ? 'this heading level is reserved for the page'
          : 'a heading level is skipped',
      expected: min === max ? min : `${min} to ${max}`,
      found: '#'.repeat(depth),
      fix: `write ${depth < first ? min : max}`,
    });
  }
}

/** Ids used by the page layout and the parts. The ids of sources, terms, and labs have prefixes. */
const pageIds = new Set<string>(['menu', 'levels', ...pageOrder]);

function* takenHeadings(file: string, headings: readonly AnyNode[]): Generator<Issue> {
  for (const node of headings) {
    const id = headingId(node);
    if (!pageIds.has(id) && !/^(source|term|lab)-/.test(id)) continue;
    yield issueAt('heading-taken', file, startOf(node), {
      what: 'this heading would get the same id as a part of the page',
      expected: 'a heading with different words',
      found: `the id "${id}"`,
      fix: 'add a word to the heading',
    });
  }
}

/**
 * Returns the id that the build gives a heading, by the rules of
 * https://github.com/Flet/github-slugger.
 */
function headingId(heading: AnyNode): string {
  return walk(heading)
    .map(({ value = '' }) => value)
    .join('')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s_-]/gu, '')
    .replace(/\s/g, '-');
}

function* linkIssues(
  file: string,
  node: AnyNode,
  { slugs, companions }: MarkdownContext,
): Generator<Issue> {
  if (node.type !== 'link' && node.type !== 'definition') return;
  const url = node.url ?? '';
  if (!isSafeAddress(url) || /^https:\/\/[^/]/.test(url) || /^#[\w-]+$/.test(url)) return;
  const folder = companions === undefined ? '' : 'questions/';
  const [, page, sibling] =
    new RegExp(`^\\.\\./((?:${folder}([^/#?]+)|[\\w/-]+)/)(#[\\w-]+)?$`).exec(url) ?? [];
  if (sibling !== undefined && slugs.has(sibling)) return;
  if (page !== undefined && companions?.has(page)) return;
  yield issueAt('bad-link', file, startOf(node), {
    ...(sibling === undefined
      ? wrongTarget(url, page, folder, companions)
      : wrongQuestion(sibling, [...slugs])),
    found: shown(url),
  });
}

type UnshownProblem = Omit<Problem, 'found'>;

function wrongQuestion(slug: string, slugs: readonly string[]): UnshownProblem {
  const meant = closest(slug, slugs);
  return {
    what: 'the link names a question that doesn’t exist',
    expected: meant === undefined ? 'the slug of a question' : `"${meant}"`,
    fix: meant === undefined ? 'use a slug from content/questions' : `write "${meant}"`,
  };
}

function wrongTarget(
  url: string,
  page: string | undefined,
  folder: string,
  companions: ReadonlySet<string> | undefined,
): UnshownProblem {
  if (page === undefined || companions === undefined) return wrongFormat(url, folder);
  const meant = closest(page, [...companions]);
  return {
    what: 'the link names a page that doesn’t exist',
    expected: meant === undefined ? 'a page of the guide' : `"../${meant}"`,
    fix: meant === undefined ? 'link to another page, or remove it' : `write "../${meant}"`,
  };
}

function wrongFormat(url: string, folder: string): UnshownProblem {
  if (url.startsWith('/')) {
    return {
      what: 'the link would break in a subfolder',
      expected: `../${folder}slug/`,
      fix: `link to a question as ../${folder}slug/`,
    };
  }
  return {
    what: 'the link has the wrong format',
    expected: 'https://…, ../slug/ or #part',
    fix: /^[\w-]+(\.[\w-]+)+(\/|$)/.test(url) ? `write https://${url}` : 'use one of these formats',
  };
}
