import { type Part, parts } from '../guide/parts.ts';
import { fileStart, type Issue, issueAt } from './issue.ts';
import { type AnyNode, isElement, longestList, startOf, walk } from './node.ts';

const minimumSteps = 3;

interface Found {
  readonly node: AnyNode;
  readonly part: Part;
}

export function* checkParts(file: string, tree: AnyNode): Generator<Issue> {
  // Comments, and code, which has its own error.
  const silent = ['mdxFlowExpression', 'mdxjsEsm'];
  const top = (tree.children ?? []).filter(({ type }) => !silent.includes(type));
  const found = top.flatMap((node): Found[] => {
    const part = partOf(node);
    return part === undefined ? [] : [{ node, part }];
  });
  yield* missing(file, found);
  yield* repeatedOrMisplaced(file, found);
  yield* nested(file, found);
  yield* emptyOrUnordered(file, found);
  yield* outside(file, top);
}

function partOf(node: AnyNode): Part | undefined {
  return isElement(node) ? parts.find((part) => part.component === node.name) : undefined;
}

function placeOf(part: Part): number {
  return parts.findIndex(({ id }) => id === part.id);
}

function* missing(file: string, found: readonly Found[]): Generator<Issue> {
  for (const { component, label } of parts) {
    if (found.some(({ part }) => part.component === component)) continue;
    yield issueAt('part-missing', file, fileStart, {
      what: `the part <${component}> is missing`,
      expected: `<${component}> … </${component}>`,
      found: 'nothing',
      fix: `write the part "${label}"`,
    });
  }
}

function* repeatedOrMisplaced(file: string, found: readonly Found[]): Generator<Issue> {
  const seen: Part[] = [];
  for (const { node, part } of found) {
    const { component } = part;
    if (seen.includes(part)) {
      yield issueAt('part-repeated', file, startOf(node), {
        what: `the page has <${component}> twice`,
        expected: 'each part once',
        found: 'a second one here',
        fix: 'join the two',
      });
      continue;
    }
    const later = seen.find((other) => placeOf(other) > placeOf(part))?.component;
    seen.push(part);
    if (later === undefined) continue;
    yield issueAt('part-order', file, startOf(node), {
      what: `<${component}> comes after <${later}>`,
      expected: parts.map((p) => p.component).join(', '),
      found: `${later}, ${component}`,
      fix: `move <${component}> above <${later}>`,
    });
  }
}

function* nested(file: string, found: readonly Found[]): Generator<Issue> {
  for (const { node: outer } of found) {
    const within = walk(outer).slice(1);
    for (const node of within.filter((inner) => partOf(inner) !== undefined)) {
      yield issueAt('part-nested', file, startOf(node), {
        what: `<${node.name}> is inside <${outer.name}>`,
        expected: 'parts side by side',
        found: 'one in another',
        fix: `close <${outer.name}> before it`,
      });
    }
  }
}

function* emptyOrUnordered(file: string, found: readonly Found[]): Generator<Issue> {
  for (const { node, part } of found) {
    const steps = longestList(node);
    const hasText = walk(node).some(({ type, value }) => type === 'text' && value?.trim());
    if (!hasText) {
      yield issueAt('part-empty', file, startOf(node), {
        what: `<${part.component}> is empty`,
        expected: 'text',
        found: 'nothing',
        fix: 'write the part',
      });
    } else if (part.steps && steps < minimumSteps) {
      yield issueAt('part-empty', file, startOf(node), {
        what: `<${part.component}> has too few steps`,
        expected: `a numbered list of at least ${minimumSteps} steps`,
        found: steps === 0 ? 'no numbered list' : `${steps}`,
        fix: 'number the steps 1., 2., 3., in the order you’d say them',
      });
    }
  }
}

/** Marks that belong in a part; other elements have their own error. */
const marks = ['Cite', 'Figure', 'Worked'];

function* outside(file: string, top: readonly AnyNode[]): Generator<Issue> {
  for (const node of top) {
    if (isElement(node) && !marks.includes(node.name ?? '')) continue;
    yield issueAt('outside-parts', file, startOf(node), {
      what: 'this text isn’t in any part',
      expected: `text inside ${parts.map((part) => `<${part.component}>`).join(', ')}`,
      found: node.type,
      fix: 'move it into a part',
    });
  }
}
