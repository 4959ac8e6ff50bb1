import { visibleLine } from './visible-line.ts';

/** Every kind of problem; each has a row in CONTRIBUTING.md. */
export const issueKinds = {
  'bad-yaml': 'The front matter or the record is not valid YAML, or not plain YAML.',
  'bad-mdx': 'The text is not valid MDX.',
  'no-front-matter': 'A page does not start with front matter between two lines of three hyphens.',
  'too-large': 'A file that is larger than anything in the guide.',
  'hidden-character': 'An invisible character, or one that reverses text direction.',
  'missing-key': 'A required key is not there.',
  'unknown-key': 'A key that the schema does not know, usually a misspelling.',
  'wrong-type': 'A value of the wrong type, such as text where a number belongs.',
  'wrong-value': 'A value outside its vocabulary, length, range or form.',
  'file-name': 'A file whose name can’t be part of a URL, or that doesn’t belong in its folder.',
  'code-repeated': 'Two questions have the same code.',
  'code-not-in-ledger': 'A code or a slug that the ledger does not know.',
  'code-retired': 'A code that was retired is used again.',
  'ledger-orphan': 'The ledger has a code that no page uses and that is not marked as retired.',
  'ledger-repeated': 'The ledger lists a code or a slug twice.',
  'address-lost': 'A slug that was published before would stop working.',
  'address-taken': 'An old slug is the address of another question.',
  'title-repeated': 'Two questions have the same title or the same label.',
  'level-count': 'A level has fewer questions than guide.ts states.',
  'page-missing': 'A companion page that guide.ts names, or the one about the guide, is not there.',
  'order-gap': 'The order numbers of a level repeat or leave a gap.',
  'related-unknown': 'A related question does not exist, or is the question itself.',
  'change-order': 'A change is newer than the day of checking, or changes are not newest first.',
  'code-in-page': 'An import, an export or an expression: MDX would run it while building.',
  'unknown-component': 'An element, a component or a kind of Markdown that pages may not use.',
  'unknown-attribute':
    'An attribute that the component does not take, that is computed, or that is there twice.',
  'part-missing': 'A required part is not on the page.',
  'part-repeated': 'A part appears twice.',
  'part-order': 'The parts aren’t in page order.',
  'part-nested': 'A part stands inside another part.',
  'part-empty': 'A part has no text, or too few steps.',
  'outside-parts': 'Text outside all parts.',
  'heading-order': 'A heading level that is skipped, or one that belongs to the page itself.',
  'heading-taken': 'A heading whose id is that of a part of the page.',
  picture:
    'A picture: the build would take in the file, whatever it is. Figures are drawn by code.',
  'source-unknown': 'A citation or a term names a source that does not exist.',
  'source-superseded': 'A source that is superseded or retired is cited as if it were current.',
  'source-uncited': 'No page and no term cites the source.',
  'source-repeated': 'Two records have the same title and date: they are one source.',
  'sources-few': 'A page has too few sources, or none that is primary.',
  'worked-unknown': 'A worked example that does not exist.',
  'figure-unknown': 'A figure that does not exist.',
  'term-repeated': 'Two glossary terms have the same name.',
  'term-unknown': 'A look-alike that is not in the glossary, or is the term itself.',
  'acronym-unknown': 'An acronym on a page that the glossary does not explain.',
  'path-question': 'A learning path names a question that does not exist, or names it twice.',
  'spoken-time': 'The model answer doesn’t take its stated time, or is too short or too long.',
  'deeper-length': 'The part "Going deeper" is too short or too long.',
  'hint-length': 'A hint with too many words or citations to talk from.',
  'short-length': 'The first line of the answer has too many words.',
  calibration: 'A sample answer of the wrong length, or scores that do not fit the rubric.',
  'probe-tests': 'A follow-up question tests a criterion or a hint step that is not there.',
  listing: 'A code listing outside "Going deeper", in an unknown language, or of the wrong size.',
  'bad-link': 'A link that would break below a base path, leads nowhere, or is not https.',
} as const;

/** Name of a kind of problem. */
export type IssueKind = keyof typeof issueKinds;

/** A position in a file. */
export interface Position {
  /** Line, counted from 1. */
  readonly line: number;
  /** Column, counted from 1. */
  readonly column: number;
}

/** One problem in the content, with what a writer needs to fix it. */
export interface Issue extends Position {
  readonly kind: IssueKind;
  /** Path from the project's root. */
  readonly file: string;
  /** What is wrong, without a full stop. */
  readonly what: string;
  readonly expected: string;
  readonly found: string;
  /** What to do, without a full stop. */
  readonly fix: string;
}

/** `file:line:col  what. Expected X, found Y. Fix: Z. (kind)`, on one line that hides nothing. */
export function formatIssue(issue: Issue): string {
  const { file, line, column, what, expected, found, fix, kind } = issue;
  const told = `${what}. Expected ${expected}, found ${found}. Fix: ${fix}. (${kind})`;
  return `${visibleLine(file)}:${line}:${column}  ${visibleLine(told)}`;
}

/** Issues by file, line and column. */
export function inFileOrder(issues: readonly Issue[]): Issue[] {
  return [...issues].sort(
    (a, b) => a.file.localeCompare(b.file, 'en') || a.line - b.line || a.column - b.column,
  );
}

/** A value as a writer typed it, on one line and short enough to read. */
export function shown(value: unknown): string {
  if (value === undefined) return 'nothing';
  const text = JSON.stringify(value) ?? String(value);
  return text.length > 80 ? `${text.slice(0, 77)}…` : text;
}
