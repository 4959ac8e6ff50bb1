/**
 * The reader's progress, version 1. It is stored only on the reader's device, in the IndexedDB
 * database `guide` (see `src/browser/store.ts`). Progress files contain the same records (see
 * `progress-file.ts`).
 *
 * Every record is checked with these schemas when it is read. If it is invalid, it is skipped, but
 * stays in the database unchanged. It is never repaired by guessing. Unknown fields aren't an
 * error, because a newer version may have written them. They are kept, even when this version
 * writes the record.
 *
 * Questions are identified by their permanent codes, and terms by their ids, so progress survives
 * when questions are renamed, reordered, or added. Moments are in milliseconds since 1970, and days
 * are `YYYY-MM-DD` in the reader's time zone.
 */
import * as z from 'zod/mini';
import type { Result } from '../../lib/result.ts';
import { answerClockSchema } from '../practice/answer-clock.ts';
import { dailyMinutes } from './daily-minutes.ts';
import type { RawRecord } from './record-versions.ts';

/** Milliseconds since 1970. */
export const momentSchema = z.int().check(z.gte(0), z.lte(8_640_000_000_000_000));
const count = z.int().check(z.gte(0), z.lte(1_000_000));
const day = z.iso.date();
export const codeSchema = z.string().check(z.regex(/^[a-z0-9]{3}$/));
const finite = z.number().check(z.gte(0), z.lte(1_000_000));

export function arrayOf<Schema extends z.ZodMiniType>(schema: Schema, max: number) {
  return z.array(schema).check(z.maxLength(max));
}

export const deckSchema = z.enum(['question', 'term']);

/** Id of a card, such as `question:8d8` or `term:fhir`. */
export const cardIdSchema = z
  .string()
  .check(z.regex(/^(?:question:[a-z0-9]{3}|term:[a-z0-9]+(?:-[a-z0-9]+)*)$/), z.maxLength(90));

/** How well an answer went, as one of FSRS's grades. */
export const gradeSchema = z.enum(['again', 'hard', 'good', 'easy']);

/** The score for one criterion in a rubric. `null` is "not assessed", never 0. */
export const scoreSchema = z.nullable(z.int().check(z.gte(1), z.lte(5)));

export const maxCriteria = 5;

/** Scores by criterion, in rubric order. */
export const scoresSchema = arrayOf(scoreSchema, maxCriteria);

const seconds = z.int().check(z.gte(0), z.lte(86_400));

/** A card's memory state, as in FSRS 6 (https://github.com/open-spaced-repetition/ts-fsrs). */
export const cardSchema = z.object({
  id: cardIdSchema,
  /**
   * When the card is due, given the interview date at the time of its last review (see
   * `dueAsReviewed`). `dueAsPlanned` returns when it is due with the current interview date.
   */
  due: momentSchema,
  stability: finite,
  difficulty: z.number().check(z.gte(0), z.lte(10)),
  scheduledDays: count,
  learningSteps: count,
  reps: count,
  lapses: count,
  state: z.enum(['new', 'learning', 'review', 'relearning']),
  lastReview: z.nullable(momentSchema),
});

/** An answer to a card. `before` is the card before the answer, so the answer can be undone. */
export const reviewSchema = z.object({
  id: z.string().check(z.regex(/^[0-9a-z-]{8,40}$/)),
  card: cardIdSchema,
  at: momentSchema,
  grade: gradeSchema,
  /** Scores by criterion. Terms have none. */
  scores: scoresSchema,
  seconds,
  before: z.nullable(cardSchema),
  /** Index of the follow-up question that was also practiced. */
  followUp: z.optional(z.int().check(z.gte(0), z.lte(20))),
});

/** Maximum length of a note, in UTF-16 code units. */
export const maxNoteLength = 20_000;

export const noteSchema = z.object({
  code: codeSchema,
  text: z.string().check(z.minLength(1), z.maxLength(maxNoteLength)),
  at: momentSchema,
});

export const bookmarkSchema = z.object({ code: codeSchema, at: momentSchema });

export const mockSchema = z.object({
  id: z.string().check(z.regex(/^[0-9a-z-]{8,40}$/)),
  /** Fragment of the mock interview's link (see `src/domain/mock/mock-link.ts`). */
  link: z.string().check(z.minLength(1), z.maxLength(1000)),
  at: momentSchema,
  questions: arrayOf(z.object({ code: codeSchema, scores: scoresSchema, seconds }), 100),
});

/** Labels for candidates, so that links and codes don't include anyone's name. */
export const candidateLabels = ['A', 'B', 'C', 'D', 'E', 'F'] as const;

/** Maximum length of a candidate's name, in UTF-16 code units. */
export const maxCandidateLength = 120;

/** Maximum length of a rater's name, in UTF-16 code units. */
export const maxRaterNameLength = 30;

/** A key that distinguishes an interview's raters in its links without identifying them. */
const raterKeySchema = z.string().check(z.regex(/^[0-9a-z]{4,10}$/));
const interviewNoteSchema = z.string().check(z.maxLength(maxNoteLength));

/** What the reader entered on a candidate's scorecard for one question. */
const answerSchema = z.object({
  code: codeSchema,
  scores: scoresSchema,
  /**
   * Indexes of criteria that the reader marked as "not assessed." Any other criterion without a
   * score is still open. Records from before December 2026 don't have this field.
   */
  notAssessed: z.optional(arrayOf(z.int().check(z.gte(0), z.lt(maxCriteria)), maxCriteria)),
  note: interviewNoteSchema,
  clock: answerClockSchema,
  asked: z.optional(arrayOf(z.int().check(z.gte(0), z.lte(20)), 21)),
});

const receivedSchema = z.object({
  rater: raterKeySchema,
  /** The normalized score code (see `src/domain/kit/score-code.ts`). */
  code: z.string().check(z.minLength(1), z.maxLength(400)),
  /** Notes by question, if the rater included them in the link. */
  notes: z.optional(arrayOf(interviewNoteSchema, 50)),
});

const candidateSchema = z.object({
  label: z.enum(candidateLabels),
  /** The name is only on this device, on printed pages, and in saved files. It may be empty. */
  name: z.string().check(z.maxLength(maxCandidateLength)),
  answers: arrayOf(answerSchema, 50),
  /** When the reader locked the scores. From then on, other people's scores are shown. */
  lockedAt: z.nullable(momentSchema),
  received: arrayOf(receivedSchema, 20),
});

/** How the reader scored one of the guide's sample answers, for calibration. */
const scoredSampleSchema = z.object({
  scores: scoresSchema,
  /** True once the guide's scores are shown. From then on, the reader's can't be changed. */
  isCompared: z.boolean(),
});

/**
 * An interview of several candidates with the same questions (see `src/domain/kit/interview.ts`).
 */
export const interviewSchema = z.object({
  id: z.string().check(z.regex(/^[0-9a-z-]{8,40}$/)),
  at: momentSchema,
  name: z.string().check(z.maxLength(200)),
  minutes: z.int().check(z.gte(1), z.lte(240)),
  questions: z
    .array(z.object({ code: codeSchema, samples: z.optional(arrayOf(scoredSampleSchema, 5)) }))
    .check(z.minLength(1), z.maxLength(50)),
  candidates: z.array(candidateSchema).check(z.minLength(1), z.maxLength(candidateLabels.length)),
  /**
   * Labels of deleted candidates. No other candidate gets them, because links with a deleted
   * candidate's scores may still arrive. Records from before December 3, 2026 don't have this field.
   */
  deleted: z.optional(arrayOf(z.enum(candidateLabels), candidateLabels.length)),
  rater: raterKeySchema,
  /**
   * Everyone else who shared scores. Their names are only on this device and in saved files, and
   * may be empty.
   */
  raters: arrayOf(
    z.object({ key: raterKeySchema, name: z.string().check(z.maxLength(maxRaterNameLength)) }),
    40,
  ),
  /**
   * The link to the mock interview that this one was made from. Its score codes are for candidate
   * A.
   */
  mock: z.optional(z.string().check(z.minLength(1), z.maxLength(1000))),
});

const sampleSchema = z.object({
  code: codeSchema,
  answer: z.int().check(z.gte(0), z.lte(9)),
  above: z.number().check(z.gte(-4), z.lte(4)),
});

/** There is only one settings record. */
export const settingsSchema = z.object({
  id: z.literal('settings'),
  interviewOn: z.nullable(day),
  newPerDay: z.int().check(z.gte(0), z.lte(100)),
  /** Maximum minutes of practice per day. It is missing if the reader hasn't set a limit. */
  minutesPerDay: z.optional(
    z.int().check(z.gte(dailyMinutes.stored.min), z.lte(dailyMinutes.stored.max)),
  ),
  /** Id of the role that the reader is interviewing for (`roles` in `src/guide-settings.ts`). */
  role: z.optional(z.string().check(z.regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/), z.maxLength(40))),
  /** The questions in the reader's plan, most important first (see `src/domain/plan/plan.ts`). */
  planCodes: z.optional(arrayOf(codeSchema, 200)),
  /**
   * Sample answers that the reader scored, each with the mean difference from the guide's scores.
   */
  samples: z.optional(arrayOf(sampleSchema, 200)),
  /** True if time alerts should make a sound. */
  bell: z.boolean(),
  at: momentSchema,
});

export type Deck = z.infer<typeof deckSchema>;
export type CardId = z.infer<typeof cardIdSchema>;
export type Grade = z.infer<typeof gradeSchema>;
export type Score = z.infer<typeof scoreSchema>;
export type CardRecord = z.infer<typeof cardSchema>;
export type ReviewRecord = z.infer<typeof reviewSchema>;
export type NoteRecord = z.infer<typeof noteSchema>;
export type MockRecord = z.infer<typeof mockSchema>;
export type InterviewRecord = z.infer<typeof interviewSchema>;
export type SettingsRecord = z.infer<typeof settingsSchema>;

/**
 * The database's stores with the schemas of their records. `key` is the field that contains a
 * record's key.
 */
export const storeSchemas = {
  cards: { key: 'id', schema: cardSchema },
  reviews: { key: 'id', schema: reviewSchema },
  notes: { key: 'code', schema: noteSchema },
  bookmarks: { key: 'code', schema: bookmarkSchema },
  mocks: { key: 'id', schema: mockSchema },
  interviews: { key: 'id', schema: interviewSchema },
  settings: { key: 'id', schema: settingsSchema },
} as const;

export type StoreName = keyof typeof storeSchemas;

export type Progress = {
  readonly [Name in StoreName]: readonly z.infer<(typeof storeSchemas)[Name]['schema']>[];
};

export interface Rejected extends RawRecord {
  readonly problem: string;
}

/** Maximum number of fields to list in a problem. Any others are only counted. */
const maxNamed = 3;

/** Checks a record. The problem is a clause, such as "due and reps are missing or wrong". */
export function readRecord<Name extends StoreName>(
  store: Name,
  value: unknown,
): Result<Progress[Name][number]> {
  const result = storeSchemas[store].schema.safeParse(value);
  // Don't return `result.data`, which lacks unknown fields.
  if (result.success) return { value: value as Progress[Name][number] };
  // A field that breaks two rules is named once.
  const fields = [...new Set(result.error.issues.map(({ path }) => path.join('.')))];
  if (fields.includes('')) return { problem: 'the record isn’t valid' };
  const more = fields.length - maxNamed;
  const named = more > 0 ? [...fields.slice(0, maxNamed), `${more} more`] : fields;
  const list = new Intl.ListFormat('en-US').format(named);
  return { problem: `${list} ${fields.length === 1 ? 'is' : 'are'} missing or wrong` };
}

export function cardId(deck: Deck, id: string): CardId {
  return `${deck}:${id}`;
}
