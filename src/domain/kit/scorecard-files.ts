/**
 * Writes scorecards as Markdown and CSV. Untrusted text is escaped, so that it can't become markup
 * or a formula.
 */
import {
  describeTotal,
  isOpen,
  notAssessed,
  type Total,
  totalOf,
} from '../mock/scored-question.ts';
import type { StudyQuestion } from '../practice/study-data.ts';
import type { InterviewRecord, Score } from '../progress/records.ts';
import { clockText } from '../words/clock-text.ts';
import { csvRows } from '../words/csv.ts';
import { markdownAddress, markdownLine, markdownQuote } from '../words/escape-markdown.ts';
import {
  answerOf,
  type Candidate,
  codesOf,
  nameOfCandidate,
  nameOfInterview,
  secondsOf,
} from './interview.ts';

type Questions = ReadonlyMap<string, StudyQuestion>;

export type ScorecardCriterion = StudyQuestion['criteria'][number] & {
  readonly score: Score;
  /** True if it was marked as "not assessed," or if the scores were locked without a score for it. */
  readonly isNotAssessed: boolean;
};

export interface ScorecardQuestion {
  readonly code: string;
  readonly title: string;
  readonly criteria: readonly ScorecardCriterion[];
  readonly note: string;
  readonly seconds: number;
}

export function scorecardOf(
  interview: InterviewRecord,
  candidate: Candidate,
  questions: Questions,
  now: number,
): ScorecardQuestion[] {
  return codesOf(interview).map((code) => {
    const answer = answerOf(candidate, code);
    const question = questions.get(code);
    const rubric = question?.criteria ?? [];
    // If the guide no longer has the question, its scores and note are still included.
    const length = Math.max(rubric.length, answer.scores.length);
    const criteria = Array.from({ length }, (_, index) => ({
      ...(rubric[index] ?? { criterion: `Criterion ${index + 1}`, one: '', three: '', five: '' }),
      score: answer.scores[index] ?? null,
      isNotAssessed:
        (answer.scores[index] ?? null) === null &&
        (candidate.lockedAt !== null || !isOpen(answer, index)),
    }));
    const title = question?.title ?? `Question ${code}`;
    return { code, title, criteria, note: answer.note, seconds: secondsOf(answer, now) };
  });
}

export function totalOfScorecard(card: readonly ScorecardQuestion[]): Total {
  return totalOf(card.flatMap(({ criteria }) => criteria.map(({ score }) => score)));
}

/** Returns the name of an interview's files, without the extension. */
export function fileNameOf(interview: InterviewRecord): string {
  return `interview-${nameOfInterview(interview)}`
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, '-')
    .slice(0, 80)
    .replace(/-$/, '');
}

/** @param address the interview's URL */
export function writeScorecardsMarkdown(
  interview: InterviewRecord,
  questions: Questions,
  address: string,
  now: number,
): string {
  const cards = interview.candidates.flatMap((candidate) => {
    const card = scorecardOf(interview, candidate, questions, now);
    return [
      `## ${markdownLine(nameOfCandidate(candidate))}`,
      `Total: ${describeTotal(totalOfScorecard(card))}`,
      ...card.flatMap(questionBlocks),
    ];
  });
  return [`# ${markdownLine(nameOfInterview(interview))}`, markdownAddress(address), ...cards]
    .filter((block) => block !== '')
    .map((block) => `${block}\n`)
    .join('\n');
}

function questionBlocks(question: ScorecardQuestion, index: number): string[] {
  const { code, title, criteria, note, seconds } = question;
  const rows = criteria.map(({ criterion, one, three, five, score }) => {
    const texts = [criterion, one, three, five].map(markdownLine).join(' | ');
    return `| ${texts} | ${score ?? notAssessed} |`;
  });
  return [
    `### ${index + 1}. ${markdownLine(title)} (${markdownLine(code)})`,
    ['| Criterion | 1 | 3 | 5 | Score |', '| --- | --- | --- | --- | --- |', ...rows].join('\n'),
    `${describeTotal(totalOf(criteria.map(({ score }) => score)))}, ${clockText(seconds)}`,
    markdownQuote(note),
  ];
}

const header = [
  ...['candidate', 'name', 'code', 'question', 'criterion', '1', '3', '5', 'score'],
  ...['seconds', 'note'],
];

/**
 * Returns all of an interview's scorecards as CSV (see `csvRows`), with one row per candidate and
 * criterion. A question without criteria has one row. The first row for a question also has the
 * time and the note.
 */
export function writeScorecardsCsv(
  interview: InterviewRecord,
  questions: Questions,
  now: number,
): string {
  const rows = interview.candidates.flatMap((candidate) =>
    scorecardOf(interview, candidate, questions, now).flatMap((question) =>
      rowsOf(question).map((row) => [candidate.label, candidate.name, ...row]),
    ),
  );
  return csvRows([header, ...rows]);
}

function rowsOf({ code, title, criteria, note, seconds }: ScorecardQuestion): string[][] {
  const once = [String(seconds), note];
  if (criteria.length === 0) return [[code, title, '', '', '', '', '', ...once]];
  return criteria.map(({ criterion, one, three, five, score }, index) => [
    ...[code, title, criterion, one, three, five],
    score === null ? notAssessed : String(score),
    ...(index === 0 ? once : ['', '']),
  ]);
}
