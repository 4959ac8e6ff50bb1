import { markdownAddress, markdownLine, markdownQuote } from '../words/escape-markdown.ts';
import {
  describeTotal,
  notAssessed,
  type Scorecard,
  type ScorecardQuestion,
  totalOfQuestion,
  totalOfScorecard,
} from './scorecard.ts';

/**
 * A scorecard as Markdown (CommonMark with GitHub's tables). All text that comes from outside is
 * escaped, so that a note shows as it was typed.
 */
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
  const rows = criteria.map(({ criterion, one, three, five, score }) =>
    writeRow([...[criterion, one, three, five].map(markdownLine), String(score ?? notAssessed)]),
  );
  return [
    `## ${index + 1}. ${markdownLine(title)} (${markdownLine(code)})`,
    [
      writeRow(['Criterion', '1', '3', '5', 'Score']),
      '| --- | --- | --- | --- | --- |',
      ...rows,
    ].join('\n'),
    `${describeTotal(totalOfQuestion(question))}, ${writeTime(seconds)}`,
    markdownQuote(note),
  ];
}

function writeRow(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`;
}

/** Minutes and seconds, such as 3:05. */
function writeTime(seconds: number): string {
  const whole = Math.max(0, Math.round(seconds));
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, '0')}`;
}
