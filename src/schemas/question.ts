import { z } from 'astro/zod';
import { jurisdictions, levels, topics } from '../guide.ts';

/** A question's code: three characters that can't be confused (no vowels, 0, 1, or l). */
export const codeSchema = z
  .string()
  .regex(/^[2-9bcdfghjkmnpqrstvwxz]{3}$/, 'three characters from 2-9 and bcdfghjkmnpqrstvwxz');

export const slugSchema = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'lower-case words joined by hyphens');

export const daySchema = z.iso.date('a date that exists, as YYYY-MM-DD');

/** Returns the schema of a list of at least `min` and at most `max` different entries. */
function distinct<T extends z.ZodType<string>>(entry: T, min: number, max: number) {
  return z
    .array(entry)
    .min(min)
    .max(max)
    .refine(
      (list) => new Set(list.map((item) => item.toLowerCase())).size === list.length,
      'a list without duplicates',
    );
}

/** Returns the schema of plain text on one line, without spaces at the ends. */
function line(min: number, max: number) {
  return z
    .string()
    .min(min)
    .max(max)
    .regex(/^\S(.*\S)?$/, 'one line with no space at either end');
}

/** A criterion of a rubric, with what an answer sounds like at three of its five scores. */
const criterionSchema = z.strictObject({
  /** The skill that is scored, in a few words. */
  criterion: line(5, 90),
  one: line(10, 240),
  three: line(10, 240),
  five: line(10, 280),
});

/** A follow-up question, with what a good reply does. */
const probeSchema = z.strictObject({
  ask: line(10, 200),
  reply: line(10, 280),
  /** A criterion of the rubric or a step of the hint, counted from 1. */
  tests: z.string().regex(/^(criterion|hint) [1-9]$/, '"criterion 2" or "hint 4", counting from 1'),
});

/** An answer to score, which is weak, middling, or strong, with its score for each criterion. */
const sampleAnswerSchema = z.strictObject({
  /** What it does well or badly, in a few words. It is shown with its scores. */
  title: line(5, 60),
  /** The candidate's words, 60 to 180 of them. */
  answer: z
    .string()
    .min(200)
    .max(1500)
    .regex(/^\S[^\n]*\S$/, 'one paragraph on one line'),
  /** One score for each criterion, in the rubric's order. */
  scores: z
    .array(z.strictObject({ score: z.int().min(1).max(5), why: line(10, 160) }))
    .min(3)
    .max(5),
});

/** A fact in an answer that changed or was corrected on a date, and the reason. */
const changeSchema = z.strictObject({
  /** Day since which the page has had the change. */
  on: daySchema,
  /** What the page says now, what it used to say if that was wrong, and why. */
  what: line(20, 300),
});

/**
 * Front matter of a question page. The content collection, the checks, the generator of new pages,
 * and the data files all use this schema. It is strict: a key that isn't listed here is an error.
 */
export const questionSchema = z.strictObject({
  /** Permanent id of the question. It is never changed and never reused. */
  code: codeSchema,
  /** The question as an interviewer asks it. */
  title: line(20, 200),
  /** Short name of two to four words, for the sidebar and for links. */
  label: line(3, 32).refine(
    (text) => text.split(/\s+/).length >= 2 && text.split(/\s+/).length <= 4,
    'two to four words',
  ),
  level: z.enum(levels.map(({ id }) => id)),
  /** Position within its level, counted from 1. */
  order: z.int().min(1),
  /** One to four topics, the most central first (see `src/guide.ts`). */
  topics: distinct(z.enum(topics.map(({ id }) => id)), 1, 4),
  /** Where the rules in the answer apply (see `src/guide.ts`). */
  jurisdictions: distinct(z.enum(jurisdictions.map(({ id }) => id)), 1, 4),
  /** Minutes that a full spoken answer takes, rounded to a quarter. */
  minutes: z.number().min(1).max(6).multipleOf(0.25, 'a multiple of 0.25'),
  /** Summary of the page in one sentence, for lists and search results. */
  summary: line(60, 170),
  /** The position in one or two sentences, which come first in the model answer. */
  short: line(20, 260),
  /** Words that people search for: acronyms and synonyms. */
  aliases: distinct(line(2, 60), 3, 40),
  /** Codes of the questions to read next, the most useful first. */
  related: distinct(codeSchema, 1, 6),
  /** Day on which the facts on the page were last checked against their sources. */
  factsCheckedOn: daySchema,
  /** Facts in the answer that changed, newest first. They are on the page and in the feeds. */
  changes: z.array(changeSchema).min(1).max(20).optional(),
  rubric: z.array(criterionSchema).min(3).max(5),
  /** Two answers to practice scoring on, of different strength and in any order. */
  calibration: z.array(sampleAnswerSchema).length(2),
  /** Sentences that give a weak answer away. */
  redFlags: distinct(line(10, 240), 2, 5),
  probes: z.array(probeSchema).min(3).max(5),
  /** Earlier slugs, each of which still redirects to this question. */
  oldSlugs: distinct(slugSchema, 1, 20).optional(),
});

export type QuestionData = z.infer<typeof questionSchema>;
