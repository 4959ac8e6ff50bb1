import type { z } from 'astro/zod';
import { guide as settings } from '../../guide.ts';
import { libraryDataVersion, questionsDataVersion } from '../../lib/data-versions.ts';
import {
  glossaryDataSchema,
  type QuestionsData,
  questionsDataSchema,
  sourcesDataSchema,
} from '../../schemas/data-files.ts';
import type { Question } from '../guide/build-guide.ts';
import { dayOf, type Export, type ExportedFile, type ExportSource } from './export.ts';

export const questionsJson: Export = {
  downloads: [
    {
      path: 'data/questions.json',
      title: 'Questions as JSON',
      group: 'programs',
      purpose: 'All questions with their full text, rubrics, follow-up questions, and source ids.',
      use: 'For your own tools. questions.schema.json describes the fields.',
    },
    {
      path: 'data/questions.schema.json',
      title: 'JSON Schema for the questions',
      group: 'programs',
      purpose: 'What each field of questions.json means.',
      use: 'Use it to validate what your tools read.',
    },
  ],
  make: (source) => {
    const questions = source.guide.questions.map((question) => questionEntry(question, source));
    const data = { version: questionsDataVersion, questions };
    return dataFiles('questions', questionsDataSchema, data, source);
  },
};

function questionEntry(
  question: Question,
  { paths, citedPartsOf }: ExportSource,
): QuestionsData['questions'][number] {
  const { oldSlugs, previous, next, ...own } = question;
  const { listening, hint, outline, answer, deeper } = citedPartsOf(question);
  if (!listening || !hint || !outline || !answer || !deeper) {
    throw new Error(`The built page of "${own.slug}" lacks one of its required parts.`);
  }
  return {
    ...own,
    url: paths.question(own.slug),
    shortUrl: paths.code(own.code),
    sources: [...own.sources],
    terms: [...own.terms],
    ...{ listening, hint, outline, answer, deeper },
  };
}

export const libraryJson: Export = {
  downloads: [
    {
      path: 'data/sources.json',
      title: 'Sources as JSON',
      group: 'programs',
      purpose: 'Every source with its issuer, date, status, and the date of our last check.',
      use: 'To cite sources or track changes. sources.schema.json describes the fields.',
    },
    {
      path: 'data/glossary.json',
      title: 'Glossary as JSON',
      group: 'programs',
      purpose: 'Every term with its definition, other names, and source.',
      use: 'For your own tools. glossary.schema.json describes the fields.',
    },
  ],
  make: (source) => {
    const version = libraryDataVersion;
    const sources = [...source.guide.sources.values()];
    const terms = [...source.guide.terms.values()];
    return [
      ...dataFiles('sources', sourcesDataSchema, { version, sources }, source),
      ...dataFiles('glossary', glossaryDataSchema, { version, terms }, source),
    ];
  },
};

/** A file with its license and date, and the JSON Schema (2020-12) that describes it. */
function dataFiles(
  name: string,
  schema: z.ZodObject,
  data: Readonly<Record<string, unknown>>,
  source: ExportSource,
): ExportedFile[] {
  const { paths, address } = source;
  const schemaPath = `data/${name}.schema.json`;
  const site = address(paths.home);
  // Without a public URL, the two files reference each other by path.
  const schemaId = address(paths.file(schemaPath)) ?? paths.file(schemaPath);
  const file = {
    $schema: schemaId,
    title: `${settings.title}: ${name}`,
    license: settings.license,
    date: dayOf(source),
    ...(site !== undefined && { site }),
    ...data,
  };
  const { $schema, ...rules } = schema.toJSONSchema();
  const description = {
    $schema,
    $id: schemaId,
    title: file.title,
    description: `What each field of ${name}.json means. Content license: ${settings.license}`,
    ...rules,
  };
  return [
    { path: `data/${name}.json`, content: json(schema.parse(file)) },
    { path: schemaPath, content: json(description) },
  ];
}

function json(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}
