import { writtenParts } from '../guide/parts.ts';
import { closest } from '../words/closest.ts';
import { fileStart, type Issue, issueAt } from './issue.ts';
import { type AnyNode, isElement, longestList, startOf, walk } from './node.ts';

const components: readonly string[] = writtenParts.map(({ component }) => component);

const numbered = ['Hint', 'Outline'];
export const minSteps = 3;

export function* checkParts(file: string, tree: AnyNode): Generator<Issue> {
  // Comments aren't shown, and another check reports code.
  const silent = ['mdxFlowExpression', 'mdxjsEsm'];
  const top = (tree.children ?? []).filter(({ type }) => !silent.includes(type));
  const order = [...misplaced(file, walk(tree).filter(isPart), top)];
  yield* order;
  for (const node of top.filter(isPart)) yield* emptyOrUnordered(file, node);
  // If a part's tag is missing or misplaced, its text would also be reported as outside the parts.
  if (order.length === 0) yield* outside(file, top);
}

const isPart = (node: AnyNode): boolean => partOf(node) !== undefined;

/** Also recognizes a misspelled part, which is reported separately. */
function partOf(node: AnyNode): string | undefined {
  return isElement(node) ? closest(node.name ?? '', components) : undefined;
}

function* misplaced(
  file: string,
  found: readonly AnyNode[],
  top: readonly AnyNode[],
): Generator<Issue> {
  const names = found.map((node) => `${partOf(node)}${top.includes(node) ? '' : ' inside a part'}`);
  const first = components.findIndex((component, index) => component !== names[index]);
  if (first === -1 && names.length === components.length) return;
  const node = found[first === -1 ? components.length : first];
  yield issueAt('part-order', file, node === undefined ? fileStart : startOf(node), {
    what: 'a part is missing, repeated, nested, or out of order',
    expected: components.join(', '),
    found: names.join(', ') || 'no part',
    fix: 'write each part once, in this order, and close it before the next',
  });
}

function* emptyOrUnordered(file: string, node: AnyNode): Generator<Issue> {
  const name = partOf(node);
  const steps = longestList(node);
  const hasText = walk(node).some(({ type, value }) => type === 'text' && value?.trim());
  if (!hasText) {
    yield issueAt('part-empty', file, startOf(node), {
      what: `<${name}> is empty`,
      expected: 'text',
      found: 'nothing',
      fix: 'write the part',
    });
  } else if (numbered.includes(name ?? '') && steps < minSteps) {
    yield issueAt('part-empty', file, startOf(node), {
      what: `<${name}> has too few steps`,
      expected: `a numbered list of at least ${minSteps} steps`,
      found: steps === 0 ? 'no numbered list' : `${steps}`,
      fix: 'number the steps 1., 2., 3., in the order you’d say them',
    });
  }
}

/** Elements that belong inside a part. Unknown elements are reported elsewhere. */
const marks = ['Cite', 'Figure', 'Worked'];

function* outside(file: string, top: readonly AnyNode[]): Generator<Issue> {
  for (const node of top) {
    if (isElement(node) && !marks.includes(node.name ?? '')) continue;
    yield issueAt('outside-parts', file, startOf(node), {
      what: 'this text isn’t in any part',
      expected: `text inside ${components.map((name) => `<${name}>`).join(', ')}`,
      found: node.type,
      fix: 'move it into a part',
    });
  }
}
