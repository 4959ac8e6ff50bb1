import { levels } from '../../guide-settings.ts';
import type { GlossaryTerm, Question, Source } from '../guide/build-guide.ts';
import { labelOf } from '../guide/label-of.ts';
import { writeCsv } from '../words/csv.ts';
import type { Export, ExportedFile, ExportSource } from './export.ts';

/**
 * Questions, glossary, and sources as spreadsheet tables (CSV, RFC 4180). docs/outputs.md lists the
 * columns. New columns come last, because some programs find columns by position.
 */
export const tablesCsv: Export = {
  downloads: [
    {
      path: 'downloads/questions.csv',
      title: 'Questions as CSV',
      group: 'programs',
      purpose:
        'One row for each question, with the hint, worked example, and model answer as text.',
      use: 'Open it in a spreadsheet to sort, filter, or plan.',
    },
    {
      path: 'downloads/glossary.csv',
      title: 'Glossary as CSV',
      group: 'programs',
      purpose: 'Terms, their expansions, and their definitions.',
      use: 'Open it in a spreadsheet, or import it into any flashcard program.',
    },
    {
      path: 'downloads/sources.csv',
      title: 'Sources as CSV',
      group: 'programs',
      purpose: 'Each source’s issuer, date, status, and URL.',
      use: 'Open it in a spreadsheet.',
    },
  ],
  make: (source) => [
    table('questions', questionColumns(source), source.guide.questions),
    table('glossary', termColumns(source), source.guide.terms.values()),
    table('sources', sourceColumns, source.guide.sources.values()),
  ],
};

type Column<Item> = readonly [title: string, cell: (item: Item) => string];

function table<Item>(
  name: string,
  columns: readonly Column<Item>[],
  items: Iterable<Item>,
): ExportedFile {
  const titles = columns.map(([title]) => title);
  const rows = [...items].map((item) => columns.map(([, cell]) => cell(item)));
  return { path: `downloads/${name}.csv`, content: writeCsv([titles, ...rows]) };
}

function questionColumns({ paths, address, textsOf }: ExportSource): Column<Question>[] {
  return [
    ['number', ({ number }) => `${number}`],
    ['code', ({ code }) => code],
    ['level', ({ level }) => labelOf(levels, level)],
    ['question', ({ title }) => title],
    ['minutes', ({ minutes }) => `${minutes}`],
    ['topics', ({ topics }) => topics.join(' ')],
    ['hint', (question) => textsOf(question).hint ?? ''],
    ['outline', (question) => textsOf(question).outline ?? ''],
    ['model answer', (question) => textsOf(question).answer ?? ''],
    ['facts checked on', ({ factsCheckedOn }) => factsCheckedOn],
    ['link', ({ code }) => address(paths.code(code)) ?? ''],
    ['short', ({ short }) => short],
    ['sources', ({ sources }) => sources.join(' ')],
  ];
}

function termColumns({ paths, address }: ExportSource): Column<GlossaryTerm>[] {
  return [
    ['term', ({ term }) => term],
    ['stands for', ({ expansion = '' }) => expansion],
    ['definition', ({ definition }) => definition],
    ['other names', ({ aliases }) => aliases.join('; ')],
    ['link', ({ id }) => address(paths.term(id)) ?? ''],
  ];
}

const sourceColumns: readonly Column<Source>[] = [
  ['id', ({ id }) => id],
  ['title', ({ title }) => title],
  ['by', ({ by }) => by],
  ['published', ({ published }) => published],
  ['kind', ({ kind }) => kind],
  ['status', ({ status }) => status],
  ['checked on', ({ checkedOn }) => checkedOn],
  ['address', ({ url }) => url],
];
