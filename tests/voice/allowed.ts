/** Exceptions in code and docs: quotations, names, and data that aren't ours to change. */
export interface Exception {
  readonly in: string;
  /** The text in each exempt line. If left out, all lines in the file are exempt. */
  readonly text?: string;
  readonly why: string;
}

export const allowed: readonly Exception[] = [
  {
    in: 'docs/outputs.md',
    text: '| `glossary.csv`',
    why: 'the name of a column, which programs find by its name',
  },
  {
    in: 'src/domain/export/tables-csv.ts',
    text: "'stands for'",
    why: 'the name of a column, part of the file format',
  },
  {
    in: 'src/domain/labs/fhir-date.test.ts',
    text: '23 May 2009',
    why: 'a date in the wrong format, to be refused',
  },
  {
    in: 'src/domain/search/guide-index.test.ts',
    text: 'haemorrhages',
    why: 'a British spelling that search understands',
  },
  {
    in: 'src/domain/search/words.test.ts',
    why: 'British spellings that search understands',
  },
  {
    in: 'src/domain/search/words.ts',
    text: ' anybody ',
    why: 'a word that search ignores',
  },
  {
    in: 'src/domain/search/words.ts',
    text: ' somebody ',
    why: 'a word that search ignores',
  },
  {
    in: 'src/integrations/licenses.ts',
    text: 'LICENCE',
    why: 'a file name in packages of others',
  },
];
