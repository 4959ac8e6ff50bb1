import { settings } from '../../guide-settings.ts';
import { libraryDataVersion, questionsDataVersion } from '../../lib/published-data-versions.ts';
import type { GlossaryTerm, Question, Source } from '../guide/build-guide.ts';
import { dayOf, type Export, type ExportedFile, type ExportSource } from './export.ts';

const versions = {
  questions: questionsDataVersion,
  sources: libraryDataVersion,
  glossary: libraryDataVersion,
} as const;

type DataName = keyof typeof versions;

interface DataFile {
  readonly version: number;
  readonly title: string;
  readonly license: string;
  /** The date of the content as `YYYY-MM-DD`. */
  readonly date: string;
  /** The site's public URL. Missing if the build doesn't know it. */
  readonly site?: string;
}

/**
 * The contents of `/data/questions.json`: the questions in guide order. Prose is plain text with
 * one line for each paragraph, heading, list item, and table row. Steps keep their numbers, and
 * code is between lines of three backticks. `[1]` cites the question's first source.
 */
export interface QuestionsData extends DataFile {
  readonly questions: readonly QuestionEntry[];
}

interface QuestionEntry extends Omit<Question, 'oldSlugs' | 'previous' | 'next'> {
  /** URL path from the root of the host, including the base path. */
  readonly url: string;
  /** URL path with the question's code instead of its slug, so it never changes. */
  readonly shortUrl: string;
  readonly listening: string;
  readonly hint: string;
  readonly outline: string;
  /** The model answer, without the ten-second answer at its start. */
  readonly answer: string;
  readonly deeper: string;
}

export interface SourcesData extends DataFile {
  readonly sources: readonly Source[];
}

export interface GlossaryData extends DataFile {
  readonly terms: readonly GlossaryTerm[];
}

export const questionsJson: Export = {
  downloads: [
    {
      path: 'data/questions.json',
      title: 'Questions as JSON',
      group: 'programs',
      purpose: 'All questions with their full text, rubrics, follow-up questions, and source IDs.',
      use: 'For your own tools.',
    },
  ],
  make: (source) => {
    const questions = source.guide.questions.map((question) => questionEntry(question, source));
    return [dataFile('questions', { questions }, source)];
  },
};

function questionEntry(question: Question, { paths, textsOf }: ExportSource): QuestionEntry {
  const { oldSlugs, previous, next, ...fields } = question;
  const { listening, hint, outline, answer, deeper } = textsOf(question);
  if (!listening || !hint || !outline || !answer || !deeper) {
    throw new Error(`The question "${fields.slug}" lacks one of its required parts.`);
  }
  return {
    ...fields,
    url: paths.question(fields.slug),
    shortUrl: paths.code(fields.code),
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
      use: 'To cite sources or track changes.',
    },
    {
      path: 'data/glossary.json',
      title: 'Glossary as JSON',
      group: 'programs',
      purpose: 'Every term with its definition, other names, and source.',
      use: 'For your own tools.',
    },
  ],
  make: (source) => [
    dataFile('sources', { sources: [...source.guide.sources.values()] }, source),
    dataFile('glossary', { terms: [...source.guide.terms.values()] }, source),
  ],
};

function dataFile(
  name: DataName,
  data: Omit<QuestionsData | SourcesData | GlossaryData, keyof DataFile>,
  source: ExportSource,
): ExportedFile {
  const site = source.address(source.paths.home);
  const about: DataFile = {
    version: versions[name],
    title: `${settings.title}: ${name}`,
    license: settings.license,
    date: dayOf(source),
    ...(site !== undefined && { site }),
  };
  return {
    path: `data/${name}.json`,
    content: `${JSON.stringify({ ...about, ...data }, null, 2)}\n`,
  };
}
