import {
  type Document,
  isMap,
  isNode,
  isScalar,
  LineCounter,
  type Node,
  parseDocument,
  visit,
} from 'yaml';
import { hiddenInText, hiddenInValues } from './hidden-characters.ts';
import { type Issue, issueAt, type Position, type Problem, shown } from './issue.ts';
import { tooLarge } from './too-large.ts';

export interface LocatedYaml {
  /** Undefined if the YAML can't be read. */
  readonly value: unknown;
  /** Position of the value at that path, or of its nearest parent if it is missing. */
  positionOf(path: readonly PropertyKey[]): Position;
  positionOfKey(path: readonly PropertyKey[], key: string): Position;
  readonly issues: readonly Issue[];
}

/**
 * Reads YAML 1.2 that starts `linesAbove` lines down in its file, without anchors, aliases, tags,
 * and directives. The checks and the build both read with this, so that they never disagree about a
 * value. Never throws.
 */
export function readYaml(file: string, text: string, linesAbove = 0): LocatedYaml {
  const large = tooLarge(file, text);
  if (large.length > 0) return { ...nowhere(linesAbove), issues: large };
  const hidden = hiddenInText(file, text, linesAbove);
  try {
    const { document, toPosition } = parse(text, linesAbove);
    const places = located(document, toPosition);
    const issues = [
      ...hidden,
      ...syntaxIssues(file, document, toPosition),
      ...plainIssues(file, document, toPosition),
    ];
    if (issues.length > 0) return { ...places, issues };
    const value: unknown = document.toJS();
    return { ...places, value, issues: hiddenInValues(file, value, places.positionOf) };
  } catch (error) {
    // Values nested thousands of levels deep overflow the call stack.
    if (!(error instanceof RangeError)) throw error;
    const issue = issueAt(
      'bad-yaml',
      file,
      { line: linesAbove + 1, column: 1 },
      {
        what: 'the YAML is nested too deeply',
        expected: 'no more levels of nesting than docs/security.md allows',
        found: 'thousands of levels',
        fix: 'remove the extra brackets or hyphens',
      },
    );
    return { ...nowhere(linesAbove), issues: [issue] };
  }
}

function parse(text: string, linesAbove: number) {
  const lineCounter = new LineCounter();
  const document = parseDocument(plainLines(text), {
    lineCounter,
    prettyErrors: false,
    logLevel: 'error',
    // `1: a` is a key like any other.
    stringKeys: true,
    // The library's check for repeated keys is quadratic; plainIssues() does it in one pass.
    uniqueKeys: false,
    // The tags of YAML 1.1 make values that no schema knows, such as sets and bytes.
    resolveKnownTags: false,
  });
  const toPosition = (offset: number): Position => {
    const { line, col } = lineCounter.linePos(offset);
    return { line: line + linesAbove, column: col };
  };
  return { document, toPosition };
}

/** Without a tree, only the start of the text is known. */
function nowhere(linesAbove: number): Located {
  return located(undefined, () => ({ line: linesAbove, column: 0 }));
}

/** Text without a byte order mark and with Unix line ends, because some editors add others. */
export function plainLines(text: string): string {
  return text.replace(/^\uFEFF/, '').replaceAll('\r\n', '\n');
}

/** Maximum number of reported errors: one mistake often causes an error on each line after it. */
const maxErrors = 10;

function syntaxIssues(
  file: string,
  document: Document,
  toPosition: (offset: number) => Position,
): Issue[] {
  return [...document.errors, ...document.warnings].slice(0, maxErrors).map((error) =>
    issueAt('bad-yaml', file, toPosition(error.pos[0]), {
      what: `the YAML doesn’t parse: ${error.message.replace(/\s+/g, ' ').replace(/\.$/, '')}`,
      expected: 'valid YAML',
      found: 'a syntax error here',
      fix: 'put values with a colon, a quote, or a # in double quotes, and check the indentation',
    }),
  );
}

/**
 * Refuses directives, because YAML 1.1 reads `yes` as true; anchors and aliases, because they can
 * expand a short text into a long one; tags, because the library still resolves some, such as
 * `!!str`; and repeated keys.
 */
function plainIssues(
  file: string,
  document: Document,
  toPosition: (offset: number) => Position,
): Issue[] {
  const issues: Issue[] = [];
  const add = (offset: number, problem: Problem): void => {
    issues.push(issueAt('bad-yaml', file, toPosition(offset), problem));
  };
  const { yaml, tags } = document.directives ?? {};
  // `!!` is there without a directive.
  if (yaml?.explicit || Object.keys(tags ?? {}).some((handle) => handle !== '!!')) {
    add(0, refused('a directive', 'a line that starts with %'));
  }
  visit(document, {
    Alias: (_, node) => add(startOf(node), refused('an alias', shown(`*${node.source}`))),
    Value: (_, node) => {
      if (node.anchor) add(startOf(node), refused('an anchor', shown(`&${node.anchor}`)));
      if (node.tag) add(startOf(node), refused('a tag', shown(node.tag)));
      // A visitor `Map` would replace this one for maps.
      if (!isMap(node)) return;
      const seen = new Set<string>();
      for (const key of node.items.map((item) => item.key).filter(isScalar)) {
        const name = String(key.value);
        if (seen.has(name)) add(startOf(key), repeated(name));
        seen.add(name);
      }
    },
  });
  return issues;
}

function startOf({ range }: Node): number {
  return range?.[0] ?? 0;
}

function refused(what: string, found: string): Problem {
  return {
    what: `the YAML has ${what}`,
    expected: 'plain keys and values',
    found,
    fix: 'write the value itself, in quotes if it is text',
  };
}

function repeated(key: string): Problem {
  return {
    what: `the key "${key}" is repeated`,
    expected: 'each key once',
    found: 'a second one here',
    fix: 'keep one of the two',
  };
}

type Located = Omit<LocatedYaml, 'issues'>;

function located(
  document: Document | undefined,
  toPosition: (offset: number) => Position,
): Located {
  const positionOfNode = (node: Node | undefined): Position => toPosition(node?.range?.[0] ?? 0);
  const nodeAt = (path: readonly PropertyKey[]): Node | undefined => {
    const node = document?.getIn(path, true);
    if (isNode(node)) return node;
    return path.length === 0 ? undefined : nodeAt(path.slice(0, -1));
  };
  return {
    value: undefined,
    positionOf: (path) => positionOfNode(nodeAt(path)),
    positionOfKey: (path, key) => {
      const parent = nodeAt(path);
      const pair = isMap(parent)
        ? parent.items.find((item) => isNode(item.key) && item.key.toString() === key)
        : undefined;
      return positionOfNode(isNode(pair?.key) ? pair.key : parent);
    },
  };
}
