import { type Features, markdownToMdast, mdxToMdast } from 'satteri';
import { writtenParts } from '../guide/parts.ts';
import { isAllowed, unknownComponent } from './check-allowed-syntax.ts';
import { fileStart, type Issue, issueAt, type Problem, shown } from './issue.ts';
import type { AnyNode } from './node.ts';
import { hiddenInText, type LocatedYaml, plainLines, readYaml } from './read-yaml.ts';

export interface SourceFile {
  /** The path from the project's root. */
  readonly file: string;
  readonly text: string;
}

export interface FrontMatter extends LocatedYaml {
  /** The page with blank lines instead of its front matter, so that line numbers stay correct. */
  readonly body: string;
}

export interface Page {
  readonly file: string;
  readonly frontMatter: FrontMatter;
  /** The syntax tree, or undefined if the page doesn't parse or has no front matter. */
  readonly tree: AnyNode | undefined;
  readonly issues: readonly Issue[];
}

/**
 * Parser features shared by the checks and the build (`src/integrations/page-syntax.ts`), so that
 * pages show exactly what was checked and exported.
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

/** Parses a page without running any code in it. Never throws. */
export function readPage({ file, text }: SourceFile): Page {
  const frontMatter = readFrontMatter(file, text);
  // Without front matter, there is no way to know where the text begins.
  if (frontMatter.body === '') return { file, frontMatter, tree: undefined, issues: [] };
  const issues = hiddenInText(file, frontMatter.body);
  const parse = file.endsWith('.mdx') ? mdxToMdast : markdownToMdast;
  try {
    // Without the line break, satteri 0.10.5 crashes the process if the text ends with an export
    // that ends in a backslash.
    const tree = parse(`${frontMatter.body}\n`, { features: pageFeatures }) as AnyNode;
    return { file, frontMatter, tree, issues };
  } catch (error) {
    issues.push(syntaxIssue(file, frontMatter.body, error));
    return { file, frontMatter, tree: undefined, issues };
  }
}

function readFrontMatter(file: string, text: string): FrontMatter {
  const plain = plainLines(text);
  const match = /^---[ \t]*\n([\s\S]*?)^---[ \t]*(?:\n|$)/my.exec(plain);
  if (match === null) {
    return { ...readYaml(file, ''), issues: [missingFrontMatter(file, plain)], body: '' };
  }
  const blank = match[0].replace(/[^\n]/g, '');
  const body = blank + plain.slice(match[0].length);
  return { ...readYaml(file, match[1] ?? '', 1), body };
}

function missingFrontMatter(file: string, text: string): Issue {
  const lines = text.split('\n');
  const [first = ''] = text.trimStart().split('\n', 1);
  const problem = {
    what: 'the page has no front matter',
    expected: 'a first line of three hyphens, the keys, and a second line of three hyphens',
    found: text.trim() === '' ? 'an empty file' : shown(first),
    fix: 'start the page with front matter, as in CONTRIBUTING.md',
  };
  if (/^\s+---\n/.test(text)) {
    problem.what = 'something is above the front matter';
    problem.found = 'an empty line';
    problem.fix = 'delete what is above the first three hyphens';
  } else if (/^[\w-]+:/.test(text)) {
    problem.what = 'the first line of the front matter is missing';
    problem.fix = 'write --- on a line of its own above this one';
  } else if (/^---[ \t]*$/m.test(lines[0] ?? '')) {
    const isKey = (line: string): boolean => /^([\w-]+:|[\s#-])/.test(line);
    const end = lines.findIndex((line) => !isKey(line));
    return issueAt(
      'no-front-matter',
      file,
      { line: end + 1, column: 1 },
      {
        ...problem,
        what: 'the front matter has no last line',
        found: shown(lines.slice(end).find((line) => line !== '')),
        fix: 'write --- on a line of its own below the last key',
      },
    );
  }
  return issueAt('no-front-matter', file, fileStart, problem);
}

/** Turns a parser error, whose message reads `line:column: reason (code)`, into an issue. */
function syntaxIssue(file: string, body: string, error: unknown): Issue {
  const message = error instanceof Error ? error.message : String(error);
  const [, line = '1', column = '1', reason = message] =
    /^(\d+):(\d+): (.*?)(?: \([a-z-]+:[a-z-]+\))?$/s.exec(message) ?? [];
  const at = { line: Number(line), column: Number(column) };
  const rest = body.split('\n')[at.line - 1]?.slice(at.column - 1) ?? '';
  return issueAt('bad-mdx', file, at, {
    found: shown(rest),
    ...(syntaxProblem(rest, reason) ?? {
      what: `the MDX doesn’t parse: ${reason.replace(/\s+/g, ' ')}`,
      expected: 'each part opened and closed on its own line, and no bare < or { in the text',
      fix: 'close the tag, write "less than" or "under" for <, or remove { and }',
    }),
  });
}

type UnshownProblem = Omit<Problem, 'found'>;

/**
 * Explains the most common syntax errors on pages.
 * @param rest the rest of the line, starting at the error
 * @param reason the parser's explanation
 */
function syntaxProblem(rest: string, reason: string): UnshownProblem | undefined {
  const [, end = '', name = ''] = /^<(\/?)([A-Za-z]\w*)/.exec(rest) ?? [];
  const [, open = name] = /closing tag for `<(\w+)>`/.exec(reason) ?? [];
  if (name !== '' && !isAllowed(open)) return unknownComponent(`<${open}>`);
  if (name !== '' && end === '') return tagProblem(rest, name);
  if (name !== '') return endProblem(name, open);
  if (rest.startsWith('<!--')) {
    return {
      what: 'pages can’t have HTML comments',
      expected: '{/* a comment */}',
      fix: 'write {/* and */} around the comment, or remove it',
    };
  }
  if (rest.startsWith('<')) {
    return {
      what: 'a < in the text looks like the start of a tag',
      expected: 'words, or a space after the <',
      fix: 'write "less than" or "under"',
    };
  }
  if (rest.startsWith('{')) {
    return {
      what: 'braces can’t be in the text',
      expected: 'text without { and }',
      fix: 'remove the braces',
    };
  }
  return undefined;
}

function tagProblem(rest: string, name: string): UnshownProblem {
  if (/^<[^>]*=\s*[“”‘’]/.test(rest)) {
    return {
      what: `<${name}> has curly quotes`,
      expected: `straight quotes, as in <${name} id="…" />`,
      fix: 'write " around the id',
    };
  }
  const isPart = writtenParts.some(({ component }) => component === name);
  return {
    what: `<${name}> isn’t closed`,
    expected: isPart ? `</${name}> below its text` : `<${name} id="…" />, in one tag`,
    fix: isPart ? `write </${name}> on a line of its own below the text` : 'end the tag with />',
  };
}

/** @param open the tag that should be closed first, or `name` if none is open */
function endProblem(name: string, open: string): UnshownProblem {
  if (open !== name) return { ...tagProblem('', open), what: `<${open}> isn’t closed here` };
  return {
    what: `</${name}> closes nothing`,
    expected: `<${name}> before it`,
    fix: `write <${name}> on a line of its own above the text, or remove </${name}>`,
  };
}

/**
 * True if any of the files, all of which have errors, mentions the id or code. If so, it isn't
 * reported as missing or unused, because fixing the file may resolve that.
 */
export function areNaming(files: readonly SourceFile[], name: string): boolean {
  const word = new RegExp(`(?<![\\w-])${name}(?![\\w-])`);
  return files.some(({ text }) => word.test(text));
}
