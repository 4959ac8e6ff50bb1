import { z } from 'astro/zod';
import { jurisdictions, levels, topics } from '../guide-settings.ts';

/**
 * A question's code: three characters that are hard to confuse and can't form words (no vowels, 0,
 * 1, l, or y).
 */
export const codeSchema = z
  .string()
  .regex(/^[2-9bcdfghjkmnpqrstvwxz]{3}$/, 'three characters from 2-9 and bcdfghjkmnpqrstvwxz');

export const slugSchema = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'lower-case words joined by hyphens');

export const daySchema = z.iso.date('a date that exists, as YYYY-MM-DD');

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

/** One line of plain text without spaces at either end. */
function line(min: number, max: number) {
  return z
    .string()
    .min(min)
    .max(max)
    .regex(/^\S(.*\S)?$/, 'one line with no space at either end');
}

/** A rubric criterion, with what an answer sounds like at scores 1, 3, and 5. */
const criterionSchema = z.strictObject({
  criterion: line(5, 90),
  one: line(10, 240),
  three: line(10, 240),
  five: line(10, 280),
});

/** A follow-up question, with what a good reply should do. */
const probeSchema = z.strictObject({
  ask: line(10, 200),
  reply: line(10, 280),
  /** The rubric criterion or hint step that the question tests. */
  tests: z.string().regex(/^(criterion|hint) [1-9]$/, '"criterion 2" or "hint 4", counting from 1'),
});

/**
 * A weak, middling, or strong sample answer for readers to score, with the guide's score for each
 * criterion.
 */
const sampleAnswerSchema = z.strictObject({
  /** What the answer does well or badly, in a few words. Shown with the scores. */
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

/** A fact on the page that has changed or been corrected. */
const changeSchema = z.strictObject({
  /** The day on which the page was changed. */
  on: daySchema,
  /** What the page says now, what it used to say if that was wrong, and why. */
  what: line(20, 300),
});

/**
 * Front matter of a question page. The content collection and the checks use this schema. The
 * schema is strict: a key that isn't listed here is an error.
 */
export const questionSchema = z.strictObject({
  /** The question's permanent id. It is never changed or reused. */
  code: codeSchema,
  /** The question as an interviewer asks it. */
  title: line(20, 200),
  /** A short name of two to four words for the sidebar and links. */
  label: line(3, 32).refine(
    (text) => text.split(/\s+/).length >= 2 && text.split(/\s+/).length <= 4,
    'two to four words',
  ),
  level: z.enum(levels.map(({ id }) => id)),
  /** The question's position within its level, counted from 1. */
  order: z.int().min(1),
  /** One to four topics, most central first (see `src/guide-settings.ts`). */
  topics: distinct(z.enum(topics.map(({ id }) => id)), 1, 4),
  /** Where the rules in the answer apply (see `src/guide-settings.ts`). */
  jurisdictions: distinct(z.enum(jurisdictions.map(({ id }) => id)), 1, 4),
  /** How many minutes it takes to say the full answer out loud, rounded to a quarter. */
  minutes: z.number().min(1).max(6).multipleOf(0.25, 'a multiple of 0.25'),
  /** A one-sentence summary of the page, for lists and search results. */
  summary: line(60, 170),
  /** The gist in one or two sentences, which open the model answer. */
  short: line(20, 260),
  /** Words that people search for: acronyms and synonyms. */
  aliases: distinct(line(2, 60), 3, 40),
  /** Codes of the questions to read next, most useful first. */
  related: distinct(codeSchema, 1, 6),
  /** The day on which the facts on the page were last checked against their sources. */
  factsCheckedOn: daySchema,
  /** Facts that have changed, newest first. The page and the changes feed show them. */
  changes: z.array(changeSchema).min(1).max(20).optional(),
  rubric: z.array(criterionSchema).min(3).max(5),
  /** Two answers of different quality, in any order, for scoring practice. */
  calibration: z.array(sampleAnswerSchema).length(2),
  /** Sentences that give a weak answer away. */
  redFlags: distinct(line(10, 240), 2, 5),
  probes: z.array(probeSchema).min(3).max(5),
  /** Earlier slugs, which still redirect to this question. */
  oldSlugs: distinct(slugSchema, 1, 20).optional(),
});

export type QuestionData = z.infer<typeof questionSchema>;
