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
    `# ${writeLine(card.title)}`,
    writeAddress(card.address),
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
    writeRow([...[criterion, one, three, five].map(writeLine), String(score ?? notAssessed)]),
  );
  return [
    `## ${index + 1}. ${writeLine(title)} (${writeLine(code)})`,
    [
      writeRow(['Criterion', '1', '3', '5', 'Score']),
      '| --- | --- | --- | --- | --- |',
      ...rows,
    ].join('\n'),
    `${describeTotal(totalOfQuestion(question))}, ${writeTime(seconds)}`,
    writeNote(note),
  ];
}

function writeRow(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`;
}

/** Text on one line. */
function writeLine(text: string): string {
  return escapeMarkdown(text.replace(/\s+/g, ' ').trim());
}

/** An address as a link; as text if it has no business on the web. */
function writeAddress(address: string): string {
  return /^https?:\/\/[^\s<>]+$/.test(address) ? `<${address}>` : writeLine(address);
}

/** A note as a quotation, line by line. */
function writeNote(note: string): string {
  const lines = note.trim().split(/\r\n|[\r\n]/);
  if (note.trim() === '') return '';
  // A backslash at the end keeps the line end; space at the start could make a block of code.
  return lines.map((line) => `> ${escapeStart(escapeMarkdown(line.trim()))}`).join('\\\n');
}

/** Takes the meaning from every character that has one within a line. */
function escapeMarkdown(text: string): string {
  return text.replace(/[\\`*_{}[\]<>()#|~&$]/g, '\\$&').replace(/:(?=\/\/)|@/g, '\\$&');
}

/** Takes the meaning from what has one only at the start of a line. */
function escapeStart(line: string): string {
  return line.replace(/^([-+=])/, '\\$1').replace(/^(\d+)([.)])/, '$1\\$2');
}

/** Minutes and seconds, such as 3:05. */
function writeTime(seconds: number): string {
  const whole = Math.max(0, Math.round(seconds));
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, '0')}`;
}
