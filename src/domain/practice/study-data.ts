/**
 * The study data: what practice, mock interviews, and scorecards need to know about the questions,
 * in guide order. `/data/study.json` has everything except the questions, which are in
 * `/data/study/<level>.json` (`{ version, questions }`), so a changed question changes only one
 * small file. `src/domain/export/study-json.ts` writes the files, and `StudyFiles` reads them in
 * the browser. The version goes up when a field is renamed, removed, or redefined. Unknown fields
 * are ignored, so an open page keeps working after fields are added.
 */
import * as z from 'zod/mini';
import { readVersioned } from '../../lib/read-versioned.ts';
import type { Result } from '../../lib/result.ts';
import { arrayOf, codeSchema } from '../progress/records.ts';

export const studyDataVersion = 3;

const line = z.string().check(z.minLength(1), z.maxLength(2000));
const name = z.string().check(z.regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/), z.maxLength(200));

const tests = z.string().check(z.regex(/^(?:criterion|hint) [1-9]$/));
const given = z.object({ score: z.int().check(z.gte(1), z.lte(5)), why: line });

const studyQuestionSchema = z.object({
  /** Permanent id: three characters that are never reused. */
  code: codeSchema,
  slug: name,
  title: line,
  /** The subject in a few words, for use where space is tight. */
  label: z.optional(line),
  short: z.optional(line),
  level: name,
  /** Ids of the topics, most central first. */
  topics: arrayOf(name, 10),
  /** How many minutes the full answer takes to say out loud. */
  minutes: z.number().check(z.gt(0), z.lte(60)),
  /** The rubric: what to judge, and what answers with scores of 1, 3, and 5 sound like. */
  criteria: arrayOf(z.object({ criterion: line, one: line, three: line, five: line }), 5),
  /**
   * Sample answers of different strengths, with the guide's score for each criterion and the
   * reason.
   */
  calibration: z.optional(
    arrayOf(z.object({ title: line, answer: line, scores: arrayOf(given, 5) }), 5),
  ),
  /**
   * Follow-up questions, each with what a good reply should do and, if known, what the question
   * tests: `criterion 2` of the rubric or point 4 of the hint (`hint 4`), counted from 1.
   */
  probes: arrayOf(z.object({ ask: line, reply: line, tests: z.optional(tests) }), 20),
  /** The hint's points as plain text, without their numbers. */
  points: arrayOf(line, 30),
});

const codes = z.array(codeSchema);

const retired = z.object({
  code: z.string(),
  on: z.iso.date(),
  because: line,
  instead: z.optional(z.string()),
});

const studyDataSchema = z.object({
  version: z.literal(studyDataVersion),
  /** Version of the questions. Links to mock interviews include it. */
  contentVersion: z.string().check(z.regex(/^[a-z0-9-]{1,12}$/)),
  questions: z.array(studyQuestionSchema),
  book: z.object({ codes, retired: z.array(retired) }),
  /** The learning paths, each with the codes of its questions in reading order. */
  learningPaths: z.array(z.object({ id: name, title: line, codes })),
});

export type StudyQuestion = z.infer<typeof studyQuestionSchema>;

export type StudyData = z.infer<typeof studyDataSchema>;

export function readStudyData(given: unknown): Result<StudyData> {
  const name = 'The study data';
  return readVersioned({ name, version: studyDataVersion, schema: studyDataSchema }, given);
}
