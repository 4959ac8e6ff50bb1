import { levels, guide as settings } from '../../guide.ts';
import type { GlossaryTerm, Question, Source } from '../guide/build-guide.ts';
import { labelOf } from '../guide/label-of.ts';
import { writeCsv } from '../words/csv.ts';
import { dayOf, type Export, type ExportedFile, type ExportSource } from './export.ts';

/**
 * Questions, glossary, and sources as tables for a spreadsheet, with license, date, and the meaning
 * of each column in `csv-metadata.json` next to them (https://www.w3.org/TR/tabular-metadata/).
 * New columns come last: some programs find columns by position.
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
  make: (source) => {
    const tables = [questionTable(source), termTable(source), sourceTable(source)];
    return [
      ...tables.map(({ name, content }) => ({ path: `downloads/${name}.csv`, content })),
      metadata(tables, dayOf(source)),
    ];
  },
};

type Column<Item> = readonly [title: string, about: string, cell: (item: Item) => string];

/** @param key title of the column that names a row */
function table<Item>(
  name: string,
  about: string,
  key: string,
  columns: readonly Column<Item>[],
  items: Iterable<Item>,
) {
  const titles = columns.map(([title]) => title);
  const rows = [...items].map((item) => columns.map(([, , cell]) => cell(item)));
  return { name, about, key, columns, content: writeCsv([titles, ...rows]) };
}

function questionTable({ guide, paths, address, citedPartsOf }: ExportSource) {
  const columns: Column<Question>[] = [
    ['number', 'Position in the guide, starting at 1', ({ number }) => `${number}`],
    ['code', 'Permanent name, never reused', ({ code }) => code],
    ['level', 'Level in the guide', ({ level }) => labelOf(levels, level)],
    ['question', 'The question as asked', ({ title }) => title],
    ['minutes', 'Length of a full spoken answer, in minutes', ({ minutes }) => `${minutes}`],
    ['topics', 'Topics, most central first', ({ topics }) => topics.join(' ')],
    ['hint', 'A structure for an answer, as steps', (one) => citedPartsOf(one).hint ?? ''],
    ['outline', 'The answer on one case, as steps', (one) => citedPartsOf(one).outline ?? ''],
    [
      'model answer',
      'Model answer; [1] is the question’s first source',
      (one) => citedPartsOf(one).answer ?? '',
    ],
    ['facts checked on', 'Date of the last fact check', ({ factsCheckedOn }) => factsCheckedOn],
    [
      'link',
      'URL that never changes; empty if the site has no public URL',
      ({ code }) => address(paths.code(code)) ?? '',
    ],
    ['short', 'The answer in ten seconds', ({ short }) => short],
    [
      'sources',
      'IDs of this question’s sources in sources.csv, in citation order',
      ({ sources }) => sources.join(' '),
    ],
  ];
  return table('questions', 'The questions, in guide order', 'code', columns, guide.questions);
}

function termTable({ guide, paths, address }: ExportSource) {
  const columns: Column<GlossaryTerm>[] = [
    ['term', 'The term as it appears on pages', ({ term }) => term],
    ['stands for', 'What an acronym stands for', ({ expansion = '' }) => expansion],
    ['definition', 'What it means', ({ definition }) => definition],
    ['other names', 'Other names, separated by semicolons', ({ aliases }) => aliases.join('; ')],
    [
      'link',
      'URL of the entry; empty if the site has no public URL',
      ({ id }) => address(paths.term(id)) ?? '',
    ],
  ];
  const about = 'The glossary, in alphabetical order';
  return table('glossary', about, 'term', columns, guide.terms.values());
}

function sourceTable({ guide }: ExportSource) {
  const columns: Column<Source>[] = [
    ['id', 'Name of the source in the guide', ({ id }) => id],
    ['title', 'Title as published', ({ title }) => title],
    ['by', 'Who issued it', ({ by }) => by],
    ['published', 'Publication date: year, month, or day', ({ published }) => published],
    ['kind', 'Kind of source', ({ kind }) => kind],
    ['status', 'Whether it is in force, final, or a draft, for example', ({ status }) => status],
    ['checked on', 'Date of our last check', ({ checkedOn }) => checkedOn],
    ['address', 'URL of the source', ({ url }) => url],
  ];
  return table('sources', 'The sources', 'id', columns, guide.sources.values());
}

type Table = Pick<ReturnType<typeof table>, 'name' | 'about' | 'key'> & {
  readonly columns: readonly Column<never>[];
};

function metadata(tables: readonly Table[], day: string): ExportedFile {
  const about = {
    '@context': ['http://www.w3.org/ns/csvw', { '@language': 'en' }],
    'dc:title': settings.title,
    'dc:license': { '@id': settings.license },
    'dc:modified': { '@value': day, '@type': 'xsd:date' },
    tables: tables.map(({ name, about: title, columns, key }) => ({
      url: `${name}.csv`,
      'dc:title': title,
      tableSchema: {
        columns: columns.map(([titles, description]) => ({
          name: columnName(titles),
          titles,
          'dc:description': description,
          datatype: 'string',
        })),
        primaryKey: columnName(key),
      },
    })),
  };
  return { path: 'downloads/csv-metadata.json', content: `${JSON.stringify(about, null, 2)}\n` };
}

function columnName(title: string): string {
  return title.replaceAll(' ', '_');
}
