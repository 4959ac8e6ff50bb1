import type { QuestionData } from '../../schemas/question.ts';
import type { PartialQuestion } from './check-lengths.ts';
import { minSteps } from './check-parts.ts';
import { type Issue, issueAt, type Problem } from './issue.ts';
import { type AnyNode, countWords, longestList, partNamed } from './node.ts';

const maxShortWords = 35;
const sampleWords = { min: 60, max: 180 };
/**
 * The minimum difference between the mean scores of the two sample answers. Readers learn from the
 * contrast.
 */
const minMeanDifference = 1;

type IssueOf = (kind: string, path: readonly PropertyKey[], problem: Problem) => Issue;

export function* checkSamplesAndProbes(question: PartialQuestion, tree: AnyNode): Generator<Issue> {
  const { file, data, frontMatter } = question;
  const issue: IssueOf = (kind, path, problem) =>
    issueAt(kind, file, frontMatter.positionOf(path), problem);
  const words = countWords(data.short ?? '');
  if (words > maxShortWords) {
    yield issue('short-length', ['short'], {
      what: 'the first line of the answer is too long',
      expected: `at most ${maxShortWords} words`,
      found: `${words}`,
      fix: 'state only the position',
    });
  }
  const { calibration, rubric, probes } = data;
  if (rubric === undefined) return;
  if (calibration !== undefined) yield* sampleIssues({ calibration, rubric }, issue);
  const hint = partNamed(tree, 'Hint');
  const steps = hint === undefined ? 0 : longestList(hint);
  if (probes !== undefined) yield* probeIssues({ probes, rubric }, steps, issue);
}

function* sampleIssues(
  { calibration, rubric }: Pick<QuestionData, 'calibration' | 'rubric'>,
  issue: IssueOf,
): Generator<Issue> {
  for (const [index, { answer, scores }] of calibration.entries()) {
    const words = countWords(answer);
    if (words < sampleWords.min || words > sampleWords.max) {
      yield issue('calibration', ['calibration', index, 'answer'], {
        what: 'the sample answer has the wrong length',
        expected: `${sampleWords.min} to ${sampleWords.max} words`,
        found: `${words}`,
        fix: words < sampleWords.min ? 'say more' : 'say less',
      });
    }
    if (scores.length !== rubric.length) {
      yield issue('calibration', ['calibration', index, 'scores'], {
        what: 'the sample answer needs one score for each criterion',
        expected: `${rubric.length}`,
        found: `${scores.length}`,
        fix: 'write one score for each criterion, in the rubric’s order',
      });
    }
  }
  const means = calibration.map(meanScore);
  const difference = Math.max(...means) - Math.min(...means);
  if (difference >= minMeanDifference) return;
  yield issue('calibration', ['calibration'], {
    what: 'the sample answers earn nearly the same score',
    expected: `mean scores at least ${minMeanDifference} apart`,
    found: means.map((mean) => mean.toFixed(1)).join(' and '),
    fix: 'change an answer or its scores so that one is clearly better',
  });
}

function meanScore({ scores }: QuestionData['calibration'][number]): number {
  return scores.reduce((sum, { score }) => sum + score, 0) / scores.length;
}

function* probeIssues(
  { probes, rubric }: Pick<QuestionData, 'probes' | 'rubric'>,
  steps: number,
  issue: IssueOf,
): Generator<Issue> {
  for (const [index, { tests }] of probes.entries()) {
    const [what, number] = tests.split(' ');
    const max = what === 'hint' ? steps : rubric.length;
    // A hint with too few steps is reported elsewhere.
    if (Number(number) <= max || (what === 'hint' && steps < minSteps)) continue;
    yield issue('probe-tests', ['probes', index, 'tests'], {
      what: what === 'hint' ? `the hint has no step ${number}` : `the rubric has no ${tests}`,
      expected: `${what} 1 to ${max}`,
      found: tests,
      fix: 'name the criterion or the hint step that the question tests',
    });
  }
}
