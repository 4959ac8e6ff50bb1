import { type Issue, issueAt } from './issue.ts';
import { type AnyNode, startOf, walk } from './node.ts';

/** @param first highest heading level that prose may use: 3 in a part, 2 on a companion page */
export function* checkHeadings(file: string, tree: AnyNode, first: number): Generator<Issue> {
  let deepest = first - 1;
  for (const node of walk(tree).filter(({ type }) => type === 'heading')) {
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
