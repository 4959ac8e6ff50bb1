import { type Issue, issueAt, type Position } from './issue.ts';
import { codeOf, everyHidden, hidden } from './visible-line.ts';

const maxReported = 5;

/** Finds the hidden characters of a text that starts `linesAbove` lines down in its file. */
export function hiddenInText(file: string, text: string, linesAbove = 0): Issue[] {
  const plain = text.replace(/^\uFEFF/, '').replaceAll('\r\n', '\n');
  const found = plain.matchAll(everyHidden).take(maxReported);
  return [...found].map(({ 0: character, index }) => {
    const before = plain.slice(0, index);
    const line = before.split('\n').length;
    const column = index - before.lastIndexOf('\n');
    return hiddenIssue(file, { line: line + linesAbove, column }, character);
  });
}

/** Finds hidden characters in values that were written as an escape: `"\u202E"`, `&#x202E;`. */
export function hiddenInValues(
  file: string,
  value: unknown,
  positionOf: (path: readonly PropertyKey[]) => Position,
  path: readonly PropertyKey[] = [],
): Issue[] {
  if (typeof value === 'string') {
    const [character] = hidden.exec(value) ?? [];
    return character === undefined ? [] : [hiddenIssue(file, positionOf(path), character)];
  }
  if (typeof value !== 'object' || value === null) return [];
  const issues: Issue[] = [];
  for (const [key, inner] of Object.entries(value)) {
    issues.push(...hiddenInValues(file, key, () => positionOf(path)));
    issues.push(...hiddenInValues(file, inner, positionOf, [...path, key]));
  }
  return issues;
}

function hiddenIssue(file: string, position: Position, character: string): Issue {
  return issueAt('hidden-character', file, position, {
    what: 'this is an invisible character, one that reverses text direction, or one combining mark too many',
    expected: 'letters, digits, punctuation, spaces, and line breaks',
    found: `U+${codeOf(character)}`,
    fix: 'delete it and retype the text; save the file as UTF-8',
  });
}
