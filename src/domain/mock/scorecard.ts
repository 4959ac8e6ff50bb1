import type { StudyQuestion } from '../practice/study-data.ts';
import type { Score } from '../progress/records.ts';
import { clockText } from '../words/clock-text.ts';
import { csvRows } from '../words/csv.ts';
import { markdownAddress, markdownLine, markdownQuote } from '../words/escape-markdown.ts';
import { type CardQuestion, type ScorecardRun, scoredOnCard } from './scorecard-run.ts';
import { describeTotal, notAssessed, type Total, totalOf } from './scored-question.ts';

interface ScorecardQuestion {
  readonly code: string;
  readonly title: string;
  readonly criteria: readonly (StudyQuestion['criteria'][number] & { readonly score: Score })[];
  readonly note: string;
  readonly seconds: number;
}

export interface Scorecard {
  readonly title: string;
  readonly address: string;
  readonly questions: readonly ScorecardQuestion[];
}

function totalOfScorecard({ questions }: Scorecard): Total {
  return totalOf(questions.flatMap(({ criteria }) => criteria.map(({ score }) => score)));
}

export function scorecardOf(
  card: ScorecardRun,
  questions: ReadonlyMap<string, StudyQuestion>,
  address: string,
  now: number,
): Scorecard {
  const scored = scoredOnCard(card, now);
  return {
    title: titleOfCard(card),
    address,
    questions: card.questions.map((question, place) =>
      writeOut(question, questions.get(question.code), scored[place]?.seconds ?? 0),
    ),
  };
}

export function titleOfCard({ candidate }: Pick<ScorecardRun, 'candidate'>): string {
  const name = candidate.replace(/\s+/g, ' ').trim();
  return name === '' ? 'Mock interview scorecard' : `Scorecard: ${name}`;
}

export function fileNameOfCard(card: Pick<ScorecardRun, 'candidate'>): string {
  return titleOfCard(card)
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 80);
}

/** A question with its rubric. One that the guide no longer has keeps its scores and note. */
function writeOut(
  { code, scores, note }: CardQuestion,
  question: StudyQuestion | undefined,
  seconds: number,
): ScorecardQuestion {
  const rubric = question?.criteria ?? [];
  const length = Math.max(rubric.length, scores.length);
  const criteria = Array.from({ length }, (_, place) => ({
    ...(rubric[place] ?? { criterion: `Criterion ${place + 1}`, one: '', three: '', five: '' }),
    score: scores[place] ?? null,
  }));
  return { code, title: question?.title ?? `Question ${code}`, criteria, note, seconds };
}

/** A scorecard as Markdown. Untrusted text is escaped, so that a note appears as typed. */
export function writeScorecardMarkdown(card: Scorecard): string {
  return [
    `# ${markdownLine(card.title)}`,
    markdownAddress(card.address),
    `Total: ${describeTotal(totalOfScorecard(card))}`,
    ...card.questions.flatMap(writeQuestion),
  ]
    .filter((block) => block !== '')
    .map((block) => `${block}\n`)
    .join('\n');
}

function writeQuestion(question: ScorecardQuestion, index: number): string[] {
  const { code, title, criteria, note, seconds } = question;
  const rows = criteria.map(({ criterion, one, three, five, score }) => {
    const texts = [criterion, one, three, five].map(markdownLine).join(' | ');
    return `| ${texts} | ${score ?? notAssessed} |`;
  });
  return [
    `## ${index + 1}. ${markdownLine(title)} (${markdownLine(code)})`,
    ['| Criterion | 1 | 3 | 5 | Score |', '| --- | --- | --- | --- | --- |', ...rows].join('\n'),
    `${describeTotal(totalOf(criteria.map(({ score }) => score)))}, ${clockText(seconds)}`,
    markdownQuote(note),
  ];
}

const header = ['code', 'question', 'criterion', '1', '3', '5', 'score', 'seconds', 'note'];

/**
 * A scorecard as CSV (see `csvRows`), one row for a criterion; time and note are in the first row
 * of their question, the total is in the last row.
 */
export function writeScorecardCsv(card: Scorecard): string {
  return csvRows([header, ...card.questions.flatMap(rowsOf), totalRow(card)]);
}

function totalRow(card: Scorecard): string[] {
  const total = totalOfScorecard(card);
  const seconds = card.questions.reduce((sum, question) => sum + question.seconds, 0);
  const score = total.assessed === 0 ? notAssessed : String(total.sum);
  return ['', 'Total', describeTotal(total), '', '', '', score, String(seconds), ''];
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
