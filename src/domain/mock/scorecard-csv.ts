import { writeCell } from '../words/csv.ts';
import { describeTotal, notAssessed, type Scorecard, totalOfScorecard } from './scorecard.ts';

const header = ['code', 'question', 'criterion', '1', '3', '5', 'score', 'seconds', 'note'];

/**
 * A scorecard as CSV (RFC 4180: CRLF after each row, quotes doubled), one row for a criterion;
 * time and note are in the first row of their question, the total is in the last row.
 * Cells that a spreadsheet would take for a formula begin with an apostrophe
 * (https://owasp.org/www-community/attacks/CSV_Injection). Put U+FEFF before it in a file for
 * Excel, which doesn't know UTF-8 otherwise.
 */
export function writeScorecardCsv(card: Scorecard): string {
  const rows = [header, ...card.questions.flatMap(rowsOf), totalRow(card)];
  return rows.map((row) => `${row.map(writeCell).join(',')}\r\n`).join('');
}

function totalRow(card: Scorecard): string[] {
  const total = totalOfScorecard(card);
  const seconds = card.questions.reduce((sum, question) => sum + question.seconds, 0);
  const score = total.assessed === 0 ? notAssessed : String(total.sum);
  return ['', 'Total', describeTotal(total), '', '', '', score, String(seconds), ''];
}

function rowsOf({ code, title, criteria, note, seconds }: Scorecard['questions'][number]) {
  const once = [String(seconds), note];
  if (criteria.length === 0) return [[code, title, '', '', '', '', '', ...once]];
  return criteria.map(({ criterion, one, three, five, score }, index) => [
    ...[code, title, criterion, one, three, five],
    score === null ? notAssessed : String(score),
    ...(index === 0 ? once : ['', '']),
  ]);
}
