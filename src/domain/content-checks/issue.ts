import { visibleLine } from './visible-line.ts';

/** Every kind of problem; each has a row in CONTRIBUTING.md. */
export const issueKinds = {
  'bad-yaml': 'The front matter or the record isn’t valid YAML, or isn’t plain YAML.',
  'bad-mdx': 'The text isn’t valid MDX.',
  'no-front-matter': 'The page doesn’t start with front matter between two lines of three hyphens.',
  'too-large': 'The file is too large.',
  'hidden-character':
    'The text has an invisible or direction-reversing character, or three combining marks in a row.',
  'missing-key': 'A required key is missing.',
  'unknown-key': 'The schema doesn’t have this key. It is usually a misspelling.',
  'wrong-type': 'The value has the wrong type, such as text instead of a number.',
  'wrong-value': 'The value isn’t allowed, or its length, range, or format is wrong.',
  'file-name': 'The file name can’t be part of a URL, or the file doesn’t belong in its folder.',
  'code-repeated': 'Two questions have the same code.',
  'code-not-in-ledger': 'The ledger doesn’t have this code or slug.',
  'code-retired': 'A retired code is used again.',
  'ledger-orphan': 'The ledger has a code that no page uses and that isn’t marked as retired.',
  'ledger-repeated': 'The ledger lists a code or a slug twice.',
  'address-lost': 'A published slug would stop working.',
  'address-taken': 'An old slug is the current slug of another question.',
  'title-repeated': 'Two questions have the same title or the same label.',
  'level-count': 'A level has fewer questions than guide.ts requires.',
  'page-missing': 'A companion page named in guide.ts, or the page about the guide, is missing.',
  'order-gap': 'The order numbers of a level repeat or have a gap.',
  'related-unknown': 'A related question doesn’t exist, or is the question itself.',
  'change-order':
    'A change is newer than factsCheckedOn, or changes aren’t in order, newest first.',
  'code-in-page':
    'The page has an import, an export, or an expression, which MDX would run during the build.',
  'unknown-component': 'Pages may not use this element, component, or kind of Markdown.',
  'unknown-attribute': 'The component doesn’t have this attribute, or it is computed or repeated.',
  'part-missing': 'A required part is missing.',
  'part-repeated': 'A part appears twice.',
  'part-order': 'The parts aren’t in page order.',
  'part-nested': 'A part is inside another part.',
  'part-empty': 'A part has no text or too few steps.',
  'outside-parts': 'Some text isn’t in any part.',
  'heading-order': 'A heading skips a level, or uses a level reserved for the page.',
  'heading-taken': 'A heading would get the same id as a part of the page.',
  picture:
    'The page has an image, and the build would include that file, whatever it is. Draw a figure instead.',
  'source-unknown': 'A citation or a term names a source that doesn’t exist.',
  'source-superseded': 'A source that is superseded or retired is cited as if it were current.',
  'source-uncited': 'No page or term cites this source.',
  'source-repeated': 'Two records have the same title and date, so they are the same source.',
  'sources-few': 'A page has too few sources, or no primary source.',
  'worked-unknown': 'The worked example doesn’t exist.',
  'figure-unknown': 'The figure doesn’t exist.',
  'term-repeated': 'Two glossary terms have the same name.',
  'term-unknown': 'A look-alike or searchAs isn’t in the glossary, or is the term itself.',
  'acronym-unknown': 'The glossary doesn’t explain an acronym on the page.',
  'path-question': 'A learning path names a question that doesn’t exist, or names it twice.',
  'spoken-time': 'The model answer doesn’t match its stated time, or is too short or too long.',
  'deeper-length': '“Going deeper” is too short or too long.',
  'hint-length': 'A hint has too many words or citations.',
  'short-length': 'The first line of the answer has too many words.',
  calibration: 'A sample answer has the wrong length, or its scores don’t fit the rubric.',
  'probe-tests': 'A follow-up question tests a criterion or a hint step that doesn’t exist.',
  listing:
    'A code listing is outside “Going deeper,” in an unknown language, or of the wrong size.',
  'bad-link': 'A link would break in a subfolder, has no target, or isn’t https.',
} as const;

export type IssueKind = keyof typeof issueKinds;

/** A position in a file, counted from 1. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** One problem in the content, with what a writer needs to fix it. */
export interface Issue extends Position {
  readonly kind: IssueKind;
  readonly file: string;
  /** What is wrong, without a period. */
  readonly what: string;
  readonly expected: string;
  readonly found: string;
  /** What to do, without a period. */
  readonly fix: string;
}

export type Problem = Pick<Issue, 'what' | 'expected' | 'found' | 'fix'>;

/** The position of a problem with a whole file. */
export const fileStart: Position = { line: 1, column: 1 };

export function issueAt(kind: IssueKind, file: string, at: Position, problem: Problem): Issue {
  return { kind, file, ...at, ...problem };
}

/**
 * `file:line:col  what. Expected X, found Y. Fix: Z. (kind)`, on one line, with hidden characters
 * escaped.
 */
export function formatIssue(issue: Issue): string {
  const { file, line, column, what, expected, found, fix, kind } = issue;
  const message = `${what}. Expected ${expected}, found ${found}. Fix: ${fix}. (${kind})`;
  return `${visibleLine(file)}:${line}:${column}  ${visibleLine(message)}`;
}

/** Issues by file, line, and column. */
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
