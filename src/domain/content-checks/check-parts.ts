import { type Part, parts } from '../guide/parts.ts';
import type { Issue, IssueKind, Problem } from './issue.ts';
import { type AnyNode, isElement, startOf, walk } from './node.ts';

const minimumSteps = 3;

/** Checks the parts of a question page: which it has, their order, and their content. */
export function checkParts(file: string, tree: AnyNode): Issue[] {
  const top = (tree.children ?? []).filter((node) => !isSilent(node));
  const found = top.filter((node) => partOf(node) !== undefined);
  return [
    ...missing(file, found),
    ...repeatedOrMisplaced(file, found),
    ...nested(file, found),
    ...emptyOrUnordered(file, found),
    ...outside(file, top),
  ];
}

function partOf(node: AnyNode): Part | undefined {
  return isElement(node) ? parts.find((part) => part.component === node.name) : undefined;
}

function placeOf(part: Part): number {
  return parts.findIndex(({ id }) => id === part.id);
}

/**
 * Citations, worked examples, and figures, which belong in a part; other elements have their own
 * error.
 */
function isMark(node: AnyNode): boolean {
  return ['Cite', 'Figure', 'Worked'].includes(node.name ?? '');
}

/** Comments, and code, which has its own error. */
function isSilent(node: AnyNode): boolean {
  return node.type === 'mdxFlowExpression' || node.type === 'mdxjsEsm';
}

function issueAt(
  file: string,
  node: AnyNode | undefined,
  kind: IssueKind,
  problem: Problem,
): Issue {
  return {
    kind,
    file,
    ...(node === undefined ? { line: 1, column: 1 } : startOf(node)),
    ...problem,
  };
}

function missing(file: string, found: readonly AnyNode[]): Issue[] {
  return parts
    .filter((part) => part.required && !found.some((node) => partOf(node) === part))
    .map((part) =>
      issueAt(file, undefined, 'part-missing', {
        what: `the part <${part.component}> is missing`,
        expected: `<${part.component}> … </${part.component}>`,
        found: 'nothing',
        fix: `write the part "${part.label}"`,
      }),
    );
}

function repeatedOrMisplaced(file: string, found: readonly AnyNode[]): Issue[] {
  const seen: Part[] = [];
  return found.flatMap((node) => {
    const part = partOf(node);
    if (part === undefined) return [];
    if (seen.includes(part)) {
      return issueAt(file, node, 'part-repeated', {
        what: `the page has <${part.component}> twice`,
        expected: 'each part once',
        found: 'a second one here',
        fix: 'join the two',
      });
    }
    const later = seen.find((other) => placeOf(other) > placeOf(part));
    seen.push(part);
    if (later === undefined) return [];
    return issueAt(file, node, 'part-order', {
      what: `<${part.component}> comes after <${later.component}>`,
      expected: parts.map((p) => p.component).join(', '),
      found: `${later.component}, ${part.component}`,
      fix: `move <${part.component}> above <${later.component}>`,
    });
  });
}

function nested(file: string, found: readonly AnyNode[]): Issue[] {
  return found.flatMap((outer) =>
    (outer.children ?? [])
      .flatMap((child) => walk(child))
      .filter((node) => partOf(node) !== undefined)
      .map((node) =>
        issueAt(file, node, 'part-nested', {
          what: `<${node.name}> stands inside <${outer.name}>`,
          expected: 'parts side by side',
          found: 'one in another',
          fix: `close <${outer.name}> before it`,
        }),
      ),
  );
}

function emptyOrUnordered(file: string, found: readonly AnyNode[]): Issue[] {
  return found.flatMap((node) => {
    const part = partOf(node);
    if (part === undefined) return [];
    const steps = longestOrderedList(node);
    if (textOf(node).trim() === '') {
      return issueAt(file, node, 'part-empty', {
        what: `<${part.component}> is empty`,
        expected: 'text',
        found: 'nothing',
        fix: 'write the part, or remove it if it is optional',
      });
    }
    if (!part.steps || steps >= minimumSteps) return [];
    return issueAt(file, node, 'part-empty', {
      what: `<${part.component}> has too few steps`,
      expected: `a numbered list of at least ${minimumSteps} steps`,
      found: steps === 0 ? 'no numbered list' : `${steps}`,
      fix: 'write the steps as 1. 2. 3., in speaking order',
    });
  });
}

function longestOrderedList(node: AnyNode): number {
  const lengths = walk(node)
    .filter((child) => child.type === 'list' && child.ordered === true)
    .map((list) => list.children?.length ?? 0);
  return Math.max(0, ...lengths);
}

function textOf(node: AnyNode): string {
  return walk(node)
    .map((child) => (child.type === 'text' ? (child.value ?? '') : ''))
    .join(' ');
}

function outside(file: string, top: readonly AnyNode[]): Issue[] {
  return top
    .filter((node) => partOf(node) === undefined && (!isElement(node) || isMark(node)))
    .map((node) =>
      issueAt(file, node, 'outside-parts', {
        what: 'this text is outside all parts',
        expected: `text inside ${parts.map((part) => `<${part.component}>`).join(', ')}`,
        found: node.type,
        fix: 'move it into a part',
      }),
    );
}
