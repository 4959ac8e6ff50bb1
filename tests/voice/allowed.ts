/** Quotations, names, and data that aren't ours to change. */
export interface Exception {
  readonly in: string;
  /** Text in each exempt line; without it, all lines of the file are exempt. */
  readonly text?: string;
  readonly why: string;
}

export const allowed: readonly Exception[] = [
  {
    in: 'src/content/glossary/c5-attestation.yaml',
    text: 'Compliance Criteria Catalogue',
    why: 'the name that its publisher gives it',
  },
  {
    in: 'src/content/labs/fhir-request.yaml',
    text: 'date=2026-03-02',
    why: 'a date in a request',
  },
  {
    in: 'src/content/labs/fhir-request.yaml',
    text: 'born: 1968-09-14',
    why: 'a date as FHIR writes it',
  },
  {
    in: 'src/content/questions/choose-a-clinical-ner-model.mdx',
    text: ' on “apixaban”, ',
    why: 'words of a text to be labeled, where a comma would be part of the word',
  },
  {
    in: 'src/content/questions/patients-unlike-training-data.mdx',
    text: 'who can’t stand for a fixed film',
    why: 'patients who can’t stand up',
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
    in: 'tests/search-page.test.ts',
    text: 'anonymisation',
    why: 'a British spelling that search understands',
  },
  {
    in: 'scripts/shipped-packages.ts',
    text: 'LICENCE',
    why: 'a file name in packages of others',
  },
];
