import {
  type Document,
  isMap,
  isNode,
  isPair,
  isScalar,
  LineCounter,
  type Node,
  parseDocument,
  visit,
  type YAMLError,
} from 'yaml';
import { codeOf, everyHidden } from './hidden-characters.ts';
import { type Issue, issueAt, type Position, shown } from './issue.ts';

export interface LocatedYaml {
  /** Undefined if the YAML has issues. */
  readonly value: unknown;
  /** If there is no value at the path, returns the position of the nearest value above it. */
  positionOf(path: readonly PropertyKey[]): Position;
  positionOfKey(path: readonly PropertyKey[], key: string): Position;
  /** Returns all string values, not keys. */
  texts(): readonly WrittenText[];
  readonly issues: readonly Issue[];
}

/** A string as written in its file, without the quotes around it. */
export interface WrittenText {
  /** The keys on the path to the string, without list indexes. */
  readonly path: readonly string[];
  readonly written: string;
  /** True if the string is neither in quotes nor in a block (`|` or `>`). */
  readonly isPlain: boolean;
  /** The position of the first character of `written`. */
  readonly position: Position;
}

/**
 * Reads YAML 1.2. Unlike in Astro's reader, values have positions, and unquoted dates are strings.
 * Never throws.
 *
 * @param linesAbove how many lines of the file come before the text
 */
export function readYaml(file: string, text: string, linesAbove = 0): LocatedYaml {
  const lineCounter = new LineCounter();
  const plain = plainLines(text);
  const document = parseDocument(plain, {
    lineCounter,
    prettyErrors: false,
    logLevel: 'error',
    // Makes keys such as the `1` in `1: a` strings, too.
    stringKeys: true,
    // YAML 1.1 tags would create values that no schema allows, such as dates and sets.
    resolveKnownTags: false,
  });
  const toPosition = (offset: number): Position => {
    const { line, col } = lineCounter.linePos(offset);
    return { line: line + linesAbove, column: col };
  };
  const places = located(document, plain, toPosition);
  // Only the first syntax error is reported, because one mistake often causes an error on every
  // following line.
  const [error] = [...document.errors, ...document.warnings];
  const issues = [
    ...hiddenInText(file, text, linesAbove),
    ...(error === undefined ? [] : [syntaxIssueOf(file, error, plain, toPosition)]),
  ];
  if (issues.length > 0) return { ...places, issues };
  const curly = curlyDelimiter(file, places.texts());
  if (curly !== undefined) return { ...places, issues: [curly] };
  try {
    return { ...places, value: document.toJS() as unknown, issues: [] };
  } catch (error) {
    // Thrown if an alias has no anchor or if there are too many aliases.
    const message = error instanceof Error ? error.message : String(error);
    return { ...places, issues: [syntaxIssue(file, toPosition(0), message)] };
  }
}

/** Removes the byte order mark and the carriage returns that some editors add. */
export function plainLines(text: string): string {
  return text.replace(/^\uFEFF/, '').replaceAll('\r\n', '\n');
}

export function hiddenInText(file: string, text: string, linesAbove = 0): Issue[] {
  const plain = plainLines(text);
  return [...plain.matchAll(everyHidden)].map(({ 0: character, index }) => {
    const before = plain.slice(0, index);
    const position = {
      line: before.split('\n').length + linesAbove,
      column: index - before.lastIndexOf('\n'),
    };
    return issueAt('hidden-character', file, position, {
      what: 'this is an invisible character, one that reverses text direction, or one combining mark too many',
      expected: 'letters, digits, punctuation, spaces, and line breaks',
      found: `U+${codeOf(character)}`,
      fix: 'delete it and retype the text; save the file as UTF-8',
    });
  });
}

function syntaxIssueOf(
  file: string,
  { code, message, pos: [start] }: YAMLError,
  text: string,
  toPosition: (offset: number) => Position,
): Issue {
  const lineStart = text.lastIndexOf('\n', start - 1) + 1;
  const line = text.slice(lineStart).split('\n', 1)[0] ?? '';
  if (code === 'TAB_AS_INDENT' || /^ *\t/.test(line)) {
    return issueAt('bad-yaml', file, toPosition(lineStart + line.indexOf('\t')), {
      what: 'the line is indented with a tab',
      expected: 'spaces',
      found: 'a tab',
      fix: 'replace each tab in the file by spaces, as many as the lines around it have',
    });
  }
  const value = /^[\s-]*(?:[\w-]+:\s+)?(.*)$/.exec(line)?.[1] ?? '';
  if (/^[“”‘’]/.test(value)) {
    return curlyIssue(file, toPosition(lineStart + line.indexOf(value)), value);
  }
  if (code === 'UNEXPECTED_TOKEN' && /^(["']).*\1.*\1/.test(value)) {
    return issueAt('bad-yaml', file, toPosition(start), {
      what: 'the text goes on after its closing quote',
      expected: 'straight quotes around the whole text, and curly ones inside',
      found: 'a straight quote inside the text',
      fix: 'write “ and ” (or ’) inside the text',
    });
  }
  const found = shown(line.trim());
  const problem = (what: string, expected: string, fix: string): Issue =>
    issueAt('bad-yaml', file, toPosition(start), { what, expected, found, fix });
  if (code === 'DUPLICATE_KEY') {
    return problem('the key is there twice', 'each key once', 'keep one of the two keys');
  }
  const [quote] = value;
  const isQuoted = quote === '"' || quote === "'";
  if (code === 'MISSING_CHAR' && isQuoted && !value.slice(1).trimEnd().endsWith(quote)) {
    const fix = `write ${quote} at the end of the text`;
    return problem('the text has no closing quote', 'a quote at both ends', fix);
  }
  if (/^[^"'[{].*: /.test(value)) {
    const fix = 'put the text in double quotes';
    return problem('the text has a colon and isn’t in quotes', 'quotes around the text', fix);
  }
  if (/^[\w-]+(?! *:(?: |$))/.test(line) && code === 'MULTILINE_IMPLICIT_KEY') {
    const fix = 'write a colon and a space after the key';
    return problem('the line isn’t a key and its value', 'key: value', fix);
  }
  return syntaxIssue(file, toPosition(start), message);
}

/**
 * Finds a value that starts with a curly quote, as typed in a word processor. YAML treats the quote
 * as part of the text.
 */
function curlyDelimiter(file: string, texts: readonly WrittenText[]): Issue | undefined {
  const text = texts.find(({ written, isPlain }) => isPlain && /^[“”‘’]/.test(written));
  return text && curlyIssue(file, text.position, text.written);
}

function curlyIssue(file: string, position: Position, value: string): Issue {
  return issueAt('bad-yaml', file, position, {
    what: 'the text begins with a curly quote, which readers would see',
    expected: 'straight quotes around a text: "…"',
    found: shown(value),
    fix: 'write " at both ends of the text',
  });
}

function syntaxIssue(file: string, position: Position, message: string): Issue {
  return issueAt('bad-yaml', file, position, {
    what: `the YAML doesn’t parse: ${message.replace(/\s+/g, ' ').replace(/\.$/, '')}`,
    expected: 'each list entry after "- ", and its other keys below its first one',
    found: 'a syntax error here',
    fix: 'compare the indentation and hyphens of this line and those above it with another file',
  });
}

type Located = Omit<LocatedYaml, 'issues'>;

function located(
  document: Document,
  text: string,
  toPosition: (offset: number) => Position,
): Located {
  const positionOfNode = (node: Node | undefined): Position => toPosition(node?.range?.[0] ?? 0);
  const nodeAt = (path: readonly PropertyKey[]): Node | undefined => {
    const node = document.getIn(path, true);
    if (isNode(node)) return node;
    return path.length === 0 ? undefined : nodeAt(path.slice(0, -1));
  };
  let texts: readonly WrittenText[] | undefined;
  return {
    value: undefined,
    texts: () => {
      texts ??= textsOf(document, text, toPosition);
      return texts;
    },
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

function textsOf(
  document: Document,
  text: string,
  toPosition: (offset: number) => Position,
): WrittenText[] {
  const texts: WrittenText[] = [];
  visit(document, {
    Scalar: (key, node, parents) => {
      if (key === 'key' || typeof node.value !== 'string') return;
      const [start, end] = node.range ?? [0, 0];
      const quotes = node.type === 'QUOTE_DOUBLE' || node.type === 'QUOTE_SINGLE' ? 1 : 0;
      texts.push({
        path: parents.flatMap((parent) =>
          isPair(parent) && isScalar(parent.key) ? [String(parent.key.value)] : [],
        ),
        // Inside single quotes, YAML doubles apostrophes. The added space keeps columns correct.
        written:
          node.type === 'QUOTE_SINGLE'
            ? text.slice(start + quotes, end - quotes).replaceAll("''", " '")
            : text.slice(start + quotes, end - quotes),
        isPlain: node.type === 'PLAIN',
        position: toPosition(start + quotes),
      });
    },
  });
  return texts;
}
