import { type Features, markdownToMdast, mdxToMdast } from 'satteri';
import { fileStart, type Issue, issueAt } from './issue.ts';
import type { AnyNode } from './node.ts';
import { hiddenInText, type LocatedYaml, plainLines, readYaml } from './read-yaml.ts';

export interface SourceFile {
  /** Path from the project's root. */
  readonly file: string;
  readonly text: string;
}

export interface FrontMatter extends LocatedYaml {
  /** The page with blank lines in place of its front matter, so line numbers stay correct. */
  readonly body: string;
}

export interface Page {
  readonly file: string;
  readonly frontMatter: FrontMatter;
  /** The text as a syntax tree, or undefined if it doesn't parse. */
  readonly tree: AnyNode | undefined;
  readonly issues: readonly Issue[];
}

/**
 * Parser features. The checks and the build (`src/integrations/page-syntax.ts`) share them, so what
 * pages show is what was checked and exported.
 */
export const pageFeatures = {
  gfm: true,
  frontmatter: false,
  math: false,
  headingAttributes: false,
  directive: false,
  superscript: false,
  subscript: false,
  wikilinks: false,
  definitionList: false,
  rawHtml: false,
} as const satisfies Features;

/** Parses a page without running anything in it. Never throws. */
export function readPage({ file, text }: SourceFile): Page {
  const frontMatter = readFrontMatter(file, text);
  const issues = hiddenInText(file, frontMatter.body);
  const parse = file.endsWith('.mdx') ? mdxToMdast : markdownToMdast;
  try {
    // Without the line break, satteri 0.10.5 crashes the process if the text ends with an export
    // that ends in a backslash.
    const tree = parse(`${frontMatter.body}\n`, { features: pageFeatures }) as AnyNode;
    return { file, frontMatter, tree, issues };
  } catch (error) {
    return { file, frontMatter, tree: undefined, issues: [...issues, syntaxIssue(file, error)] };
  }
}

/** Reads the front matter of a page. Never throws. */
function readFrontMatter(file: string, text: string): FrontMatter {
  const plain = plainLines(text);
  const match = /^---[ \t]*\n([\s\S]*?)^---[ \t]*(?:\n|$)/my.exec(plain);
  if (match === null) {
    const issue = issueAt('no-front-matter', file, fileStart, {
      what: 'the page has no front matter',
      expected: 'a first line of three hyphens, the keys, and a second line of three hyphens',
      found: text.trim() === '' ? 'an empty file' : 'text',
      fix: 'start the page with front matter, as in CONTRIBUTING.md',
    });
    return { ...readYaml(file, ''), issues: [issue], body: plain };
  }
  const blank = match[0].replace(/[^\n]/g, '');
  const body = blank + plain.slice(match[0].length);
  return { ...readYaml(file, match[1] ?? '', 1), body };
}

/** Turns an error from the parser into an issue. Its message is `line:column: reason (code)`. */
function syntaxIssue(file: string, error: unknown): Issue {
  const message = error instanceof Error ? error.message : String(error);
  const [, line = 1, column = 1, reason = message] =
    /^(\d+):(\d+): (.*?)(?: \([a-z-]+:[a-z-]+\))?$/s.exec(message) ?? [];
  return issueAt(
    'bad-mdx',
    file,
    { line: Number(line), column: Number(column) },
    {
      what: `the MDX doesn’t parse: ${reason.replace(/\s+/g, ' ')}`,
      expected: 'each part opened and closed on its own line, and no bare < or { in the text',
      found: 'a syntax error here',
      fix: 'close the tag, write "less than" or "under" for <, or remove { and }',
    },
  );
}

/**
 * True if any of the files, which have errors, mentions an id or a code. If it does, the id isn't
 * reported as missing or unused: fixing the file may take care of that.
 */
export function areNaming(files: readonly SourceFile[], name: string): boolean {
  const word = new RegExp(`(?<![\\w-])${name}(?![\\w-])`);
  return files.some(({ text }) => word.test(text));
}
