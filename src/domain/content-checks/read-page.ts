import { type Features, markdownToMdast, mdxToMdast } from 'satteri';
import { hiddenInText } from './hidden-characters.ts';
import { fileStart, type Issue, issueAt } from './issue.ts';
import { type AnyNode, depthOf } from './node.ts';
import { type FrontMatter, readFrontMatter } from './read-front-matter.ts';
import { readYaml } from './read-yaml.ts';
import { tooLarge } from './too-large.ts';

export interface SourceFile {
  /** Path from the project's root. */
  readonly file: string;
  readonly text: string;
}

export interface Page {
  readonly file: string;
  readonly frontMatter: FrontMatter;
  /** The text as a syntax tree; undefined if it doesn't parse. */
  readonly tree: AnyNode | undefined;
  readonly issues: readonly Issue[];
}

/**
 * Parser features, the same here and in the build (`src/integrations/guarded-pages.ts`): text that
 * one parser reads as code and the other as prose would pass the checks and then run. Front matter
 * is read separately; the body has empty lines in its place.
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

/** Maximum depth of nested lists and quotes, including their paragraphs and words. */
const deepest = 40;

/** Parses a page with the build's parser. Nothing in it runs. Never throws. */
export function readPage({ file, text }: SourceFile): Page {
  if (tooLarge(file, text).length > 0) {
    // The YAML reader reports it.
    const frontMatter = { ...readYaml(file, text), body: '', lines: 0 };
    return { file, frontMatter, tree: undefined, issues: [] };
  }
  const frontMatter = readFrontMatter(file, text);
  const issues = hiddenInText(file, frontMatter.body);
  try {
    const parse = file.endsWith('.mdx') ? mdxToMdast : markdownToMdast;
    // Without the line break, satteri 0.10.5 ends the process at a backslash that ends an export.
    const tree = parse(`${frontMatter.body}\n`, { features: pageFeatures }) as AnyNode;
    if (depthOf(tree) <= deepest) return { file, frontMatter, tree, issues };
    issues.push(
      issueAt('too-large', file, fileStart, {
        what: 'the text is nested too deeply',
        expected: 'a few levels of lists or quotes',
        found: `more than ${deepest} levels`,
        fix: 'look for long runs of characters that open a list, a quote, or an element',
      }),
    );
  } catch (error) {
    issues.push(syntaxIssue(file, error));
  }
  return { file, frontMatter, tree: undefined, issues };
}

/** The parser throws an error that says `line:column: reason (code)`. */
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
