import {
  type QuestionsData,
  questionsDataSchema,
  questionsDataVersion,
} from '../../schemas/questions-data.ts';
import { dataFiles } from './data-files.ts';
import type { Export, ExportedFile, ExportSource } from './export.ts';
import type { PartTexts } from './read-parts.ts';

/** `/data/questions.json` and the JSON Schema that describes it. */
export const questionsJson: Export = {
  downloads: [
    {
      path: 'data/questions.json',
      title: 'Questions as JSON',
      group: 'programs',
      purpose: 'All questions with their texts, rubrics, follow-up questions, and source ids.',
      use: 'For your own tools. questions.schema.json describes the fields.',
    },
    {
      path: 'data/questions.schema.json',
      title: 'JSON Schema of the questions',
      group: 'programs',
      purpose: 'What each field of questions.json means.',
      use: 'Use it to validate what your tools read.',
    },
  ],
  make: makeQuestions,
};

function makeQuestions(source: ExportSource): ExportedFile[] {
  const { guide, paths, citedPartsOf } = source;
  const questions = guide.questions.map((question): QuestionsData['questions'][number] => ({
    number: question.number,
    code: question.code,
    level: question.level,
    order: question.order,
    slug: question.slug,
    url: paths.question(question.slug),
    shortUrl: paths.code(question.code),
    title: question.title,
    label: question.label,
    summary: question.summary,
    topics: question.topics,
    jurisdictions: question.jurisdictions,
    minutes: question.minutes,
    aliases: question.aliases,
    related: question.related,
    short: question.short,
    rubric: question.rubric,
    calibration: question.calibration,
    redFlags: question.redFlags,
    probes: question.probes,
    factsCheckedOn: question.factsCheckedOn,
    ...(question.changes && { changes: question.changes }),
    sources: [...question.sources],
    terms: [...question.terms],
    ...required(question.slug, citedPartsOf(question)),
  }));
  const data = { version: questionsDataVersion, questions };
  return dataFiles(
    { name: 'questions', title: 'questions', schema: questionsDataSchema, data },
    source,
  );
}

function required(slug: string, texts: PartTexts) {
  const { listening, hint, outline, answer, deeper } = texts;
  if (!listening || !hint || !outline || !answer || !deeper) {
    throw new Error(`The built page of "${slug}" lacks one of its required parts.`);
  }
  return { listening, hint, outline, answer, deeper };
}
