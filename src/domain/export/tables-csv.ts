import { levels, guide as settings } from '../../guide.ts';
import { writeCsv } from '../words/csv.ts';
import { dayOf, type Export, type ExportedFile, type ExportSource } from './export.ts';

/**
 * Questions, glossary and sources as tables for a spreadsheet, with license, date and the meaning
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
      purpose: 'Who issued what and when, its status, and its URL.',
      use: 'Open it in a spreadsheet.',
    },
  ],
  make: (source) => {
    const tables = [questionTable(source), termTable(source), sourceTable(source)];
    return [
      ...tables.map(({ name, columns, rows }) => ({
        path: `downloads/${name}.csv`,
        content: writeCsv([columns.map(([title]) => title), ...rows]),
      })),
      metadata(tables, dayOf(source)),
    ];
  },
};

interface Table {
  /** File name without extension. */
  readonly name: string;
  readonly about: string;
  /** Column titles and descriptions. */
  readonly columns: readonly (readonly [title: string, description: string])[];
  readonly rows: readonly (readonly string[])[];
  /** Title of the column that names a row. */
  readonly key: string;
}

function questionTable({ guide, paths, address, citedPartsOf }: ExportSource): Table {
  const labels = new Map<string, string>(levels.map(({ id, label }) => [id, label]));
  return {
    name: 'questions',
    about: 'The questions, in guide order',
    key: 'code',
    columns: [
      ['number', 'Place in the guide, from 1'],
      ['code', 'Permanent name, never reused'],
      ['level', 'Level of the guide'],
      ['question', 'The question as asked'],
      ['minutes', 'Minutes that a full spoken answer takes'],
      ['topics', 'Topics, the most central first'],
      ['hint', 'A structure for an answer, as steps'],
      ['outline', 'The answer on one case, as steps'],
      ['model answer', 'Model answer; [1] is the first source of the question'],
      ['facts checked on', 'Date of the last fact check'],
      ['link', 'URL that never changes; empty if the site has no public URL'],
      ['short', 'The answer in ten seconds'],
      ['sources', 'Ids of the sources in sources.csv, in the order of their numbers'],
    ],
    rows: guide.questions.map((question) => {
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
        address(paths.code(question.code)) ?? '',
        question.short,
        question.sources.join(' '),
      ];
    }),
  };
}

function termTable({ guide, paths, address }: ExportSource): Table {
  return {
    name: 'glossary',
    about: 'The glossary, in alphabetical order',
    key: 'term',
    columns: [
      ['term', 'The term as pages write it'],
      ['stands for', 'What an acronym stands for'],
      ['definition', 'What it means'],
      ['other names', 'Other names, separated by semicolons'],
      ['link', 'URL of the entry; empty if the site has no public URL'],
    ],
    rows: [...guide.terms.values()].map(({ id, term, expansion = '', definition, aliases }) => [
      ...[term, expansion, definition, aliases.join('; '), address(paths.term(id)) ?? ''],
    ]),
  };
}

function sourceTable({ guide }: ExportSource): Table {
  return {
    name: 'sources',
    about: 'The sources',
    key: 'id',
    columns: [
      ['id', 'Name of the source in the guide'],
      ['title', 'Title as its publisher gives it'],
      ['by', 'Who issued it'],
      ['published', 'Year, month or day'],
      ['kind', 'Kind of source'],
      ['status', 'Whether it is in force, final, or a draft, for example'],
      ['checked on', 'Date of our last check'],
      ['address', 'Address of the source'],
    ],
    rows: [...guide.sources.values()].map((source) => [
      ...[source.id, source.title, source.by, source.published, source.kind, source.status],
      ...[source.checkedOn, source.url],
    ]),
  };
}

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
