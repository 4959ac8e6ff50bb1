import remarkMdx from 'remark-mdx';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import type { Issue } from './issue.ts';
import type { AnyNode } from './node.ts';
import { type FrontMatter, readFrontMatter } from './read-front-matter.ts';

/** A content file as it stands on the disk. */
export interface SourceFile {
  /** Path from the project's root. */
  readonly file: string;
  readonly text: string;
}

/** A page taken apart, each node with its place. */
export interface Page {
  readonly file: string;
  readonly frontMatter: FrontMatter;
  /** The text as a syntax tree; undefined when it can not be parsed. */
  readonly tree: AnyNode | undefined;
  readonly issues: readonly Issue[];
}

const mdx = unified().use(remarkParse).use(remarkMdx).freeze();
const markdown = unified().use(remarkParse).freeze();

/** Takes a page apart. Nothing in it is run. */
export function readPage({ file, text }: SourceFile): Page {
  const frontMatter = readFrontMatter(file, text);
  try {
    const processor = file.endsWith('.mdx') ? mdx : markdown;
    return { file, frontMatter, tree: processor.parse(frontMatter.body), issues: [] };
  } catch (error) {
    return { file, frontMatter, tree: undefined, issues: [syntaxIssue(file, error)] };
  }
}

/** The parser throws a VFileMessage: `reason` with `line` and `column` where it knows them. */
function syntaxIssue(file: string, error: unknown): Issue {
  const message = (typeof error === 'object' && error !== null ? error : {}) as {
    readonly line?: number;
    readonly column?: number;
    readonly reason?: string;
  };
  const reason = (message.reason ?? String(error)).replace(/\s+/g, ' ').replace(/\.$/, '');
  // A tag that is never closed is noticed at the end; where it was opened stands in the reason.
  const opened = /\((\d+):(\d+)-/.exec(reason);
  return {
    kind: 'bad-mdx',
    file,
    line: message.line ?? Number(opened?.[1] ?? 1),
    column: message.column ?? Number(opened?.[2] ?? 1),
    what: `the MDX can not be parsed: ${reason}`,
    expected: 'each part opened and closed on a line of its own, and no bare < or { in the text',
    found: 'a syntax error here',
    fix: 'close the tag, or write "below" or "under" for <, and leave out { and }',
  };
}
