import { counted } from '../../lib/text.ts';
import { visibleLine } from './hidden-characters.ts';

/** A position in a file. Lines and columns are counted from 1. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

export interface Issue extends Position {
  readonly kind: string;
  readonly file: string;
  /** What is wrong, without a period. */
  readonly what: string;
  readonly expected: string;
  readonly found: string;
  /** What to do, without a period. */
  readonly fix: string;
}

export type Problem = Pick<Issue, 'what' | 'expected' | 'found' | 'fix'>;

/** The position for problems with a whole file. */
export const fileStart: Position = { line: 1, column: 1 };

export function issueAt(kind: string, file: string, at: Position, problem: Problem): Issue {
  return { kind, file, ...at, ...problem };
}

/** Returns `file:line:col  what. Expected X, found Y. Fix: Z. (kind)`, on one line. */
export function formatIssue(issue: Issue): string {
  const { file, line, column, what, expected, found, fix, kind } = issue;
  const message = `${what}. Expected ${expected}, found ${found}. Fix: ${fix}. (${kind})`;
  return `${visibleLine(file)}:${line}:${column}  ${visibleLine(message)}`;
}

/** The maximum number of problems shown per file. One mistake may be repeated on every line. */
const maxShown = 20;

export function reportOf(issues: readonly Issue[]): string {
  const lines = [...Map.groupBy(issues, ({ file }) => file)].flatMap(([file, ofFile]) => {
    const more = ofFile.length - maxShown;
    const shown = ofFile.slice(0, maxShown).map(formatIssue);
    return more > 0 ? [...shown, `${file}  … and ${more} more problems in this file.`] : shown;
  });
  return `${lines.join('\n')}

${counted(issues.length, 'problem')} in the content.`;
}

export function inFileOrder(issues: readonly Issue[]): Issue[] {
  return [...issues].sort(
    (a, b) => a.file.localeCompare(b.file, 'en') || a.line - b.line || a.column - b.column,
  );
}

/** Quotes a value for a message, on one line of at most 80 characters. */
export function shown(value: unknown): string {
  if (value === undefined) return 'nothing';
  const text = JSON.stringify(value) ?? String(value);
  return text.length > 80 ? `${text.slice(0, 77)}…` : text;
}
