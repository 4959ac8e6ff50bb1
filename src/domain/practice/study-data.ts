/**
 * The study data: what practice, mock interviews, and scorecards need to know about each
 * question besides its page, in guide order. `StudyData` is its shape. `/data/study.json` has
 * everything but the questions. They are in `/data/study/<level>.json` (`{ version, questions }`),
 * so that a changed question changes one small file. `src/domain/export/study-json.ts` writes the
 * files, and `StudyFiles` reads them in the browser. The version rises when a field is renamed,
 * removed, or redefined. Readers ignore unknown fields, so that an open page keeps working after
 * fields were added.
 */
import * as z from 'zod/mini';
import { readVersioned } from '../../lib/read-versioned.ts';
import type { Result } from '../../lib/result.ts';
import { codeSchema, listOf } from '../progress/records.ts';

export const studyDataVersion = 3;

const line = z.string().check(z.minLength(1), z.maxLength(2000));
const name = z.string().check(z.regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/), z.maxLength(200));

const tests = z.string().check(z.regex(/^(?:criterion|hint) [1-9]$/));
const given = z.object({ score: z.int().check(z.gte(1), z.lte(5)), why: line });

const studyQuestionSchema = z.object({
  /** Permanent id: three characters, never reused. */
  code: codeSchema,
  slug: name,
  title: line,
  /** Its subject in a few words, for use where space is tight. */
  label: z.optional(line),
  short: z.optional(line),
  level: name,
  /** Ids of its topics, the most central first. */
  topics: listOf(name, 10),
  /** Minutes that a full spoken answer takes. */
  minutes: z.number().check(z.gt(0), z.lte(60)),
  /** The rubric: what is judged, and what scores of 1, 3, and 5 sound like. */
  criteria: listOf(z.object({ criterion: line, one: line, three: line, five: line }), 5),
  /**
   * Answers of different strength to score, with the guide's score for each criterion and its
   * reason.
   */
  calibration: z.optional(
    listOf(z.object({ title: line, answer: line, scores: listOf(given, 5) }), 5),
  ),
  /**
   * Follow-up questions, each with a good reply and what it tests: `criterion 2` of the rubric, or
   * `hint 4` for a point, both counted from 1.
   */
  probes: listOf(z.object({ ask: line, reply: line, tests: z.optional(tests) }), 20),
  /** The points of the hint, as plain text without their numbers. */
  points: listOf(line, 30),
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
  /** Version of the questions, which links to mock interviews include. */
  contentVersion: z.string().check(z.regex(/^[a-z0-9-]{1,12}$/)),
  questions: z.array(studyQuestionSchema),
  /** The guide's codes, for checking links. */
  book: z.object({ codes, retired: z.array(retired) }),
  /** The learning paths, each with its questions' codes in reading order. */
  learningPaths: z.array(z.object({ id: name, title: line, codes })),
});

export type StudyQuestion = z.infer<typeof studyQuestionSchema>;

export type StudyData = z.infer<typeof studyDataSchema>;

export function readStudyData(given: unknown): Result<StudyData> {
  const name = 'The study data';
  return readVersioned({ name, version: studyDataVersion, schema: studyDataSchema }, given);
}
