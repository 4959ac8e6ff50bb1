import { markdownToMdast, mdxToMdast } from 'satteri';
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

/** The front matter is read apart; in its place the body has empty lines. */
const options = { features: { frontmatter: false } };

/** Takes a page apart with the parser that the build uses. Nothing in it is run. */
export function readPage({ file, text }: SourceFile): Page {
  const frontMatter = readFrontMatter(file, text);
  try {
    const parse = file.endsWith('.mdx') ? mdxToMdast : markdownToMdast;
    return { file, frontMatter, tree: parse(frontMatter.body, options) as AnyNode, issues: [] };
  } catch (error) {
    return { file, frontMatter, tree: undefined, issues: [syntaxIssue(file, error)] };
  }
}

/** The parser throws an error that says `line:column: reason (code)`. */
function syntaxIssue(file: string, error: unknown): Issue {
  const message = error instanceof Error ? error.message : String(error);
  const [, line, column, reason = message] =
    /^(\d+):(\d+): (.*?)(?: \([a-z-]+:[a-z-]+\))?$/s.exec(message) ?? [];
  return {
    kind: 'bad-mdx',
    file,
    line: Number(line ?? 1),
    column: Number(column ?? 1),
    what: `the MDX can not be parsed: ${reason.replace(/\s+/g, ' ')}`,
    expected: 'each part opened and closed on a line of its own, and no bare < or { in the text',
    found: 'a syntax error here',
    fix: 'close the tag, or write "below" or "under" for <, and leave out { and }',
  };
}
