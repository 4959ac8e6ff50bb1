import { type Document, isMap, isNode, LineCounter, type Node, parseDocument } from 'yaml';
import type { Issue, Position } from './issue.ts';

/** YAML together with the place of each of its values. */
export interface LocatedYaml {
  /** The values; undefined when the YAML could not be read. */
  readonly value: unknown;
  /** Where the value at that path stands; the nearest parent's place if the value is missing. */
  positionOf(path: readonly PropertyKey[]): Position;
  /** Where the key itself stands. */
  positionOfKey(path: readonly PropertyKey[], key: string): Position;
  readonly issues: readonly Issue[];
}

/** The front matter of a page and where the text below it starts. */
export interface FrontMatter extends LocatedYaml {
  /** The page with its front matter blanked out, so that line numbers stay right. */
  readonly body: string;
}

/** Splits a page at its front matter and reads it. */
export function readFrontMatter(file: string, text: string): FrontMatter {
  const match = /^---[ \t]*\r?\n([\s\S]*?)^---[ \t]*(?:\r?\n|$)/m.exec(text);
  if (match === null || match.index !== 0) {
    const issue: Issue = {
      kind: 'no-front-matter',
      file,
      line: 1,
      column: 1,
      what: 'the page has no front matter',
      expected: 'a first line of three hyphens, the keys, and a second line of three hyphens',
      found: text.trim() === '' ? 'an empty file' : 'text',
      fix: 'start the page with front matter, as in CONTRIBUTING.md',
    };
    return { ...locate(undefined, new LineCounter(), 0), issues: [issue], body: text };
  }
  const blank = match[0].replace(/[^\r\n]/g, '');
  return { ...readYaml(file, match[1] ?? '', 1), body: blank + text.slice(match[0].length) };
}

/** Reads YAML that starts `linesAbove` lines down in its file. */
export function readYaml(file: string, text: string, linesAbove = 0): LocatedYaml {
  const lineCounter = new LineCounter();
  const document = parseDocument(text, { lineCounter, prettyErrors: false });
  const issues = document.errors.map((error): Issue => {
    const { line, col } = lineCounter.linePos(error.pos[0]);
    return {
      kind: 'bad-yaml',
      file,
      line: line + linesAbove,
      column: col,
      what: `the YAML can not be read: ${error.message.replace(/\s+/g, ' ').replace(/\.$/, '')}`,
      expected: 'valid YAML',
      found: 'a syntax error here',
      fix: 'put values with a colon, a quote or a hash sign in double quotes, and check the indentation',
    };
  });
  return { ...locate(document, lineCounter, linesAbove), issues };
}

function locate(
  document: Document | undefined,
  lineCounter: LineCounter,
  linesAbove: number,
): Omit<LocatedYaml, 'issues'> {
  const toPosition = (offset: number | undefined): Position => {
    if (offset === undefined) return { line: 1 + linesAbove, column: 1 };
    const { line, col } = lineCounter.linePos(offset);
    return { line: line + linesAbove, column: col };
  };
  const nodeAt = (path: readonly PropertyKey[]): Node | undefined => {
    const node = document?.getIn(path, true);
    if (isNode(node)) return node;
    return path.length === 0 ? undefined : nodeAt(path.slice(0, -1));
  };
  return {
    value: document === undefined || document.errors.length > 0 ? undefined : document.toJS(),
    positionOf: (path) => toPosition(nodeAt(path)?.range?.[0]),
    positionOfKey: (path, key) => {
      const parent = nodeAt(path);
      const pair = isMap(parent)
        ? parent.items.find((item) => isNode(item.key) && item.key.toString() === key)
        : undefined;
      return toPosition(isNode(pair?.key) ? pair.key.range?.[0] : parent?.range?.[0]);
    },
  };
}
