import { type Document, isMap, isNode, LineCounter, type Node, parseDocument } from 'yaml';
import { hiddenInText, hiddenInValues } from './hidden-characters.ts';
import { type Issue, issueAt, type Position } from './issue.ts';

export interface LocatedYaml {
  /** Undefined if the YAML can't be read. */
  readonly value: unknown;
  /** Position of the value at that path, or of its nearest parent if it is missing. */
  positionOf(path: readonly PropertyKey[]): Position;
  positionOfKey(path: readonly PropertyKey[], key: string): Position;
  readonly issues: readonly Issue[];
}

/**
 * Reads YAML 1.2 that starts `linesAbove` lines down in its file. Unlike with Astro's own reader,
 * values have positions, an unquoted date is text, and `yes` is a word. Never throws.
 */
export function readYaml(file: string, text: string, linesAbove = 0): LocatedYaml {
  const lineCounter = new LineCounter();
  const document = parseDocument(plainLines(text), {
    lineCounter,
    prettyErrors: false,
    logLevel: 'error',
    // `1: a` is a key like any other.
    stringKeys: true,
    // The tags of YAML 1.1 make values that no schema knows, such as dates and sets.
    resolveKnownTags: false,
  });
  const toPosition = (offset: number): Position => {
    const { line, col } = lineCounter.linePos(offset);
    return { line: line + linesAbove, column: col };
  };
  const places = located(document, toPosition);
  const issues = [
    ...hiddenInText(file, text, linesAbove),
    ...syntaxIssues(file, document, toPosition),
  ];
  if (issues.length > 0) return { ...places, issues };
  try {
    const value: unknown = document.toJS();
    return { ...places, value, issues: hiddenInValues(file, value, places.positionOf) };
  } catch (error) {
    // An alias without its anchor, or too many of them.
    const message = error instanceof Error ? error.message : String(error);
    return { ...places, issues: [syntaxIssue(file, toPosition(0), message)] };
  }
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
  return [...document.errors, ...document.warnings]
    .slice(0, maxErrors)
    .map(({ code, message, pos: [start] }) =>
      syntaxIssue(
        file,
        toPosition(start),
        message,
        code === 'DUPLICATE_KEY' ? 'keep one of the two keys' : undefined,
      ),
    );
}

function syntaxIssue(
  file: string,
  position: Position,
  message: string,
  fix = 'put values with a colon, a quote, or a # in double quotes, and check the indentation',
): Issue {
  return issueAt('bad-yaml', file, position, {
    what: `the YAML doesn’t parse: ${message.replace(/\s+/g, ' ').replace(/\.$/, '')}`,
    expected: 'valid YAML',
    found: 'a syntax error here',
    fix,
  });
}

type Located = Omit<LocatedYaml, 'issues'>;

function located(document: Document, toPosition: (offset: number) => Position): Located {
  const positionOfNode = (node: Node | undefined): Position => toPosition(node?.range?.[0] ?? 0);
  const nodeAt = (path: readonly PropertyKey[]): Node | undefined => {
    const node = document.getIn(path, true);
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
