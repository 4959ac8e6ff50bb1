import { levels } from '../../guide.ts';
import type { Question } from '../guide/build-guide.ts';
import { writeCsv } from '../words/csv.ts';
import type { Export, ExportSource } from './export.ts';

/** Questions, glossary and sources as tables for a spreadsheet. */
export const tablesCsv: Export = {
  downloads: [
    {
      path: 'downloads/questions.csv',
      title: 'Questions as CSV',
      purpose: 'One row for each question with hint, outline and model answer as text.',
      use: 'Open it in a spreadsheet to sort, filter or plan.',
    },
    {
      path: 'downloads/glossary.csv',
      title: 'Glossary as CSV',
      purpose: 'Terms, what they stand for and what they mean.',
      use: 'Open it in a spreadsheet, or import it into any flashcard program.',
    },
    {
      path: 'downloads/sources.csv',
      title: 'Sources as CSV',
      purpose: 'Who issued what, when, where it stands, and the address.',
      use: 'Open it in a spreadsheet.',
    },
  ],
  make: (source) => [
    { path: 'downloads/questions.csv', content: writeCsv(questionRows(source)) },
    { path: 'downloads/glossary.csv', content: writeCsv(termRows(source)) },
    { path: 'downloads/sources.csv', content: writeCsv(sourceRows(source)) },
  ],
};

function questionRows({ guide, paths, origin, citedPartsOf }: ExportSource): string[][] {
  const labels = new Map<string, string>(levels.map(({ id, label }) => [id, label]));
  const row = (question: Question): string[] => {
    const { hint = '', outline = '', answer = '' } = citedPartsOf(question);
    return [
      String(question.number),
      question.code,
      labels.get(question.level) ?? question.level,
      question.title,
      String(question.minutes),
      question.topics.join(' '),
      hint,
      outline,
      answer,
      question.factsCheckedOn,
      origin + paths.code(question.code),
    ];
  };
  const header =
    'number,code,level,question,minutes,topics,hint,outline,model answer,facts checked on,link';
  return [header.split(','), ...guide.questions.map(row)];
}

function termRows({ guide, paths, origin }: ExportSource): string[][] {
  return [
    ['term', 'stands for', 'definition', 'other names', 'link'],
    ...[...guide.terms.values()].map(({ id, term, expansion = '', definition, aliases }) => [
      ...[term, expansion, definition, aliases.join('; '), origin + paths.term(id)],
    ]),
  ];
}

function sourceRows({ guide }: ExportSource): string[][] {
  return [
    ['id', 'title', 'by', 'published', 'kind', 'status', 'checked on', 'address'],
    ...[...guide.sources.values()].map((source) => [
      ...[source.id, source.title, source.by, source.published, source.kind, source.status],
      ...[source.checkedOn, source.url],
    ]),
  ];
}
