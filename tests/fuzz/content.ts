/** Shared by the content fuzzers: a valid page, and the format of an error. */
import { expect } from 'vitest';
import { formatIssue, type Issue } from '../../src/domain/content-checks/issue.ts';
import { validContent } from '../examples/valid-content.ts';

/** Valid content. */
export const content = validContent();

/** Name of the page that is broken. */
export const file = 'src/content/questions/question-7.mdx';

const [, matter = ''] = /^---\n([\s\S]*?\n)---\n/.exec(content.questions[7]?.text ?? '') ?? [];

/** Its front matter, without the lines of hyphens. */
export const frontMatter = matter;

/**
 * Checks that errors have a position, the problem, the expected value, and the fix, on one line.
 */
export function expectTold(issues: readonly Issue[], name: string, text: string): void {
  const lines = text.split(/\r\n|\r|\n/).length;
  const isTold = (issue: Issue): boolean =>
    issue.file === name &&
    issue.line >= 1 &&
    issue.line <= lines &&
    issue.column >= 1 &&
    [issue.what, issue.expected, issue.found, issue.fix].every((part) => part !== '') &&
    !/[\p{Cc}\p{Zl}\p{Bidi_Control}]/u.test(formatIssue(issue));
  expect(issues.filter((issue) => !isTold(issue))).toEqual([]);
}
