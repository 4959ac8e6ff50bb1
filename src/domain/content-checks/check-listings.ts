import { type Issue, issueAt, type Problem } from './issue.ts';
import { type AnyNode, partNamed, startOf, walk } from './node.ts';

const listingLanguages = ['bash', 'json', 'python', 'sql', 'typescript', 'yaml'];

const lineCount = { min: 6, max: 25 };
const maxColumns = 72;

export function* checkListings(file: string, tree: AnyNode): Generator<Issue> {
  const deeper = partNamed(tree, 'Deeper');
  const allowed = new Set(deeper === undefined ? [] : walk(deeper));
  for (const node of walk(tree).filter(({ type }) => type === 'code')) {
    const issue = (problem: Problem) => issueAt('listing', file, startOf(node), problem);
    const lines = (node.value ?? '').split('\n');
    const widest = Math.max(...lines.map((line) => line.length));
    if (!allowed.has(node)) {
      yield issue({
        what: 'a code listing is in the wrong part',
        expected: 'listings in <Deeper>',
        found: 'one elsewhere',
        fix: 'move it to <Deeper>',
      });
    }
    if (!listingLanguages.includes(node.lang ?? '')) {
      yield issue({
        what: 'the listing is in an unknown language',
        expected: listingLanguages.join(', '),
        found: node.lang ?? 'none',
        fix: 'write the language after the three backticks',
      });
    }
    if (lines.length < lineCount.min || lines.length > lineCount.max) {
      yield issue({
        what: 'the listing has the wrong length',
        expected: `${lineCount.min} to ${lineCount.max} lines`,
        found: `${lines.length}`,
        fix: 'show only what an interviewer would sketch',
      });
    }
    if (widest > maxColumns) {
      yield issue({
        what: 'a line of the listing is too wide for a phone',
        expected: `at most ${maxColumns} columns`,
        found: `${widest}`,
        fix: 'break the line',
      });
    }
  }
}
