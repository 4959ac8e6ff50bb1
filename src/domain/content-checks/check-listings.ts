import type { Issue, Problem } from './issue.ts';
import { type AnyNode, startOf, walk } from './node.ts';

/** Languages that listings may be written in: those that the build highlights and a test checks. */
export const listingLanguages = ['bash', 'json', 'python', 'sql', 'typescript', 'yaml'] as const;

const lineCount = { min: 6, max: 25 };
const maxColumns = 72;

/** Checks the code listings of a page. They belong in "Going deeper." */
export function checkListings(file: string, tree: AnyNode): Issue[] {
  const deeper = (tree.children ?? []).find((node) => node.name === 'Deeper');
  const allowed = new Set(deeper === undefined ? [] : walk(deeper));
  return walk(tree)
    .filter((node) => node.type === 'code')
    .flatMap((node) => {
      const issue = (problem: Problem): Issue => ({
        kind: 'listing',
        file,
        ...startOf(node),
        ...problem,
      });
      const lines = (node.value ?? '').split('\n');
      const widest = Math.max(...lines.map((line) => line.length));
      return [
        ...(allowed.has(node)
          ? []
          : [
              issue({
                what: 'a code listing is in the wrong part',
                expected: 'listings in <Deeper>',
                found: 'one elsewhere',
                fix: 'move it to <Deeper>',
              }),
            ]),
        ...(listingLanguages.some((language) => language === node.lang)
          ? []
          : [
              issue({
                what: 'the listing is in an unknown language',
                expected: listingLanguages.join(', '),
                found: node.lang ?? 'none',
                fix: 'write the language after the three backticks',
              }),
            ]),
        ...(lines.length >= lineCount.min && lines.length <= lineCount.max
          ? []
          : [
              issue({
                what: 'the listing has the wrong length',
                expected: `${lineCount.min} to ${lineCount.max} lines`,
                found: `${lines.length}`,
                fix: 'show only what an interviewer would sketch',
              }),
            ]),
        ...(widest <= maxColumns
          ? []
          : [
              issue({
                what: 'a line of the listing is too wide for a phone',
                expected: `at most ${maxColumns} columns`,
                found: `${widest}`,
                fix: 'break the line',
              }),
            ]),
      ];
    });
}
