import type { QuestionData } from '../../schemas/question.ts';
import type { Issue, IssueKind, Problem } from './issue.ts';
import { type AnyNode, countWords, walk } from './node.ts';
import type { FrontMatter } from './read-front-matter.ts';

const maxShortWords = 35;
const sampleWords = { min: 60, max: 120 };
/** Mean scores that the two sample answers may earn, in their order. */
const sampleMeans = [
  { min: 1.5, max: 2.5 },
  { min: 3, max: 4 },
] as const;

/** Checks the scoring of a page: its short answer, its sample answers, and what its probes test. */
export function checkScoring(
  file: string,
  tree: AnyNode,
  data: QuestionData,
  frontMatter: FrontMatter,
): Issue[] {
  const issueAt = (kind: IssueKind, path: (string | number)[], problem: Problem): Issue => ({
    kind,
    file,
    ...frontMatter.positionOf(path),
    ...problem,
  });
  return [
    ...shortIssues(data, issueAt),
    ...sampleIssues(data, issueAt),
    ...probeIssues(data, hintSteps(tree), issueAt),
  ];
}

type IssueAt = (kind: IssueKind, path: (string | number)[], problem: Problem) => Issue;

function shortIssues({ short }: QuestionData, issueAt: IssueAt): Issue[] {
  const words = countWords(short);
  if (words <= maxShortWords) return [];
  return [
    issueAt('short-length', ['short'], {
      what: 'the first line of the answer is too long',
      expected: `at most ${maxShortWords} words`,
      found: `${words}`,
      fix: 'say the position alone',
    }),
  ];
}

function sampleIssues({ calibration, rubric }: QuestionData, issueAt: IssueAt): Issue[] {
  return calibration.flatMap(({ answer, scores }, index) => {
    const words = countWords(answer);
    const mean = scores.reduce((sum, { score }) => sum + score, 0) / scores.length;
    const { min, max } = sampleMeans[index] ?? sampleMeans[0];
    return [
      ...(words >= sampleWords.min && words <= sampleWords.max
        ? []
        : [
            issueAt('calibration', ['calibration', index, 'answer'], {
              what: 'the sample answer has the wrong length',
              expected: `${sampleWords.min} to ${sampleWords.max} words`,
              found: `${words}`,
              fix: words < sampleWords.min ? 'say more' : 'say less',
            }),
          ]),
      ...(scores.length === rubric.length
        ? []
        : [
            issueAt('calibration', ['calibration', index, 'scores'], {
              what: 'the sample answer needs one score for each criterion',
              expected: `${rubric.length}`,
              found: `${scores.length}`,
              fix: 'write one score for each criterion, in the rubric’s order',
            }),
          ]),
      ...(mean >= min && mean <= max
        ? []
        : [
            issueAt('calibration', ['calibration', index, 'scores'], {
              what: `sample answer ${index + 1} has the wrong mean score`,
              expected: `${min} to ${max}`,
              found: mean.toFixed(1),
              fix:
                index === 0
                  ? 'change the answer or its scores so that it earns about a 2'
                  : 'change the answer or its scores so that it earns a 3 to 4',
            }),
          ]),
    ];
  });
}

function probeIssues({ probes, rubric }: QuestionData, steps: number, issueAt: IssueAt): Issue[] {
  return probes.flatMap(({ tests }, index) => {
    const [what, place] = tests.split(' ');
    const max = what === 'hint' ? steps : rubric.length;
    if (Number(place) <= max) return [];
    return issueAt('probe-tests', ['probes', index, 'tests'], {
      what: `the ${what === 'hint' ? 'hint' : 'rubric'} has no ${tests}`,
      expected: `${what} 1 to ${max}`,
      found: tests,
      fix: 'name the criterion or the hint step that the question tests',
    });
  });
}

/** The number of steps in the hint. */
function hintSteps(tree: AnyNode): number {
  const hint = (tree.children ?? []).find((node) => node.name === 'Hint');
  if (hint === undefined) return 0;
  const lists = walk(hint).filter((node) => node.type === 'list' && node.ordered);
  return Math.max(0, ...lists.map(({ children = [] }) => children.length));
}
