/**
 * The reader's progress, which is only on the reader's device. It is in the IndexedDB database
 * `guide` (see `src/browser/store.ts`), and progress files have the same records (see
 * `progress-file.ts`). Version 1. Every record is checked with these schemas when it is read. If it
 * is invalid, it is skipped and stays as it is; it is never repaired by guessing. Fields that this
 * version doesn't know aren't an error, because a newer version wrote them. They are kept, even
 * when this version writes the record. Questions are identified by their permanent codes and
 * glossary terms by their ids, so that progress survives renames, new orders, and additions.
 * Moments are milliseconds since 1970 in UTC, and days are `YYYY-MM-DD` in the reader's own time
 * zone.
 */
import * as z from 'zod/mini';
import { type Upgrades, upgradeValue } from '../../lib/read-versioned.ts';
import type { Result } from '../../lib/result.ts';
import { answerClockSchema } from '../practice/answer-clock.ts';
import { dailyMinutes } from './daily-minutes.ts';

/** A record of a store that hasn't been checked yet. */
export interface RawRecord {
  readonly store: string;
  readonly value: unknown;
}

export interface RecordFormat {
  readonly version: number;
  readonly upgrades: Upgrades<RawRecord>;
}

/**
 * Version of all records below. It rises when a field is renamed, removed, or redefined, but not
 * when one is added. It then gets an upgrade, so that databases and progress files of earlier
 * versions still load.
 */
export const recordFormat: RecordFormat = { version: 1, upgrades: new Map() };

/**
 * Returns records of an earlier version in the form of the current one, or undefined if there is no
 * upgrade.
 *
 * @param format the format of a later guide, in tests
 */
export function upgrade(
  from: number,
  records: readonly RawRecord[],
  { version: to, upgrades }: RecordFormat = recordFormat,
): readonly RawRecord[] | undefined {
  if (from !== to && !upgrades.has(from)) return undefined;
  const upgraded = records.map((record) => upgradeValue(record, { from, to, upgrades }));
  return upgraded.every((record) => record !== undefined) ? upgraded : undefined;
}

/** Milliseconds since 1970. */
export const momentSchema = z.int().check(z.gte(0), z.lte(8_640_000_000_000_000));
const count = z.int().check(z.gte(0), z.lte(1_000_000));
const day = z.iso.date();
export const codeSchema = z.string().check(z.regex(/^[a-z0-9]{3}$/));
const finite = z.number().check(z.gte(0), z.lte(1_000_000));

export function listOf<Schema extends z.ZodMiniType>(schema: Schema, max: number) {
  return z.array(schema).check(z.maxLength(max));
}

/** `question` for questions, `term` for the glossary. */
export const deckSchema = z.enum(['question', 'term']);

/** Id of a card, such as `question:8d8` or `term:fhir`. */
export const cardIdSchema = z
  .string()
  .check(z.regex(/^(?:question:[a-z0-9]{3}|term:[a-z0-9]+(?:-[a-z0-9]+)*)$/), z.maxLength(90));

/** How well an answer went, in FSRS's grades: again, hard, good, or easy. */
export const gradeSchema = z.enum(['again', 'hard', 'good', 'easy']);

/** A score on one criterion of a rubric. `null` is "not assessed", never 0. */
export const scoreSchema = z.nullable(z.int().check(z.gte(1), z.lte(5)));

/** Scores by criterion, in the order of the rubric. */
export const scoresSchema = listOf(scoreSchema, 5);

const seconds = z.int().check(z.gte(0), z.lte(86_400));

/** Memory state of a card, as in FSRS 6 (https://github.com/open-spaced-repetition/ts-fsrs). */
export const cardSchema = z.object({
  id: cardIdSchema,
  /**
   * When it is due with the interview date of its last review (see `dueAsReviewed`). What is due
   * now, `dueAsPlanned` says.
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

/** One answer to a card, with the card as it was before, so that the answer can be undone. */
export const reviewSchema = z.object({
  id: z.string().check(z.regex(/^[0-9a-z-]{8,40}$/)),
  card: cardIdSchema,
  at: momentSchema,
  grade: gradeSchema,
  /** Scores by criterion. Empty for a term. */
  scores: scoresSchema,
  /** Seconds spent on the answer. */
  seconds,
  before: z.nullable(cardSchema),
  /** Index of the follow-up question that was practiced with it. */
  followUp: z.optional(z.int().check(z.gte(0), z.lte(20))),
});

/** Maximum length of a note, in UTF-16 units. */
export const maxNoteLength = 20_000;

export const noteSchema = z.object({
  code: codeSchema,
  text: z.string().check(z.minLength(1), z.maxLength(maxNoteLength)),
  at: momentSchema,
});

export const bookmarkSchema = z.object({ code: codeSchema, at: momentSchema });

export const mockSchema = z.object({
  id: z.string().check(z.regex(/^[0-9a-z-]{8,40}$/)),
  /** Fragment of the mock's link, see `src/domain/mock/mock-link.ts`. */
  link: z.string().check(z.minLength(1), z.maxLength(1000)),
  at: momentSchema,
  questions: listOf(z.object({ code: codeSchema, scores: scoresSchema, seconds }), 100),
});

/** Labels for candidates in links and codes, so that they don't include anyone's name. */
export const candidateLabels = ['A', 'B', 'C', 'D', 'E', 'F'] as const;

/** Maximum length of a candidate's name, in UTF-16 units. */
export const maxCandidateLength = 120;

/** Maximum length of a rater's name, in UTF-16 units. */
export const maxRaterNameLength = 30;

/**
 * A key that tells the raters of an interview apart in its links. It says nothing about the person.
 */
const raterKeySchema = z.string().check(z.regex(/^[0-9a-z]{4,10}$/));
const interviewNoteSchema = z.string().check(z.maxLength(maxNoteLength));

/** What the reader entered on a candidate's scorecard for one question. */
const answerSchema = z.object({
  code: codeSchema,
  scores: scoresSchema,
  note: interviewNoteSchema,
  clock: answerClockSchema,
  /** Indexes of the follow-up questions that were asked. */
  asked: z.optional(listOf(z.int().check(z.gte(0), z.lte(20)), 21)),
});

const receivedSchema = z.object({
  rater: raterKeySchema,
  /** The normalized score code, see `src/domain/kit/score-code.ts`. */
  code: z.string().check(z.minLength(1), z.maxLength(400)),
  /** Notes by question, if the rater included them in the link. */
  notes: z.optional(listOf(interviewNoteSchema, 50)),
});

const candidateSchema = z.object({
  label: z.enum(candidateLabels),
  /** The name is only on this device, on paper, and in saved files. It may be empty. */
  name: z.string().check(z.maxLength(maxCandidateLength)),
  answers: listOf(answerSchema, 50),
  /** When the reader locked the scores. After that, other people's scores are shown. */
  lockedAt: z.nullable(momentSchema),
  received: listOf(receivedSchema, 20),
});

/** How the reader scored one of the guide's sample answers, for calibration. */
const scoredSampleSchema = z.object({
  scores: scoresSchema,
  /** True if the guide's scores are shown. After that, the reader's can't be changed. */
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
    .array(z.object({ code: codeSchema, samples: z.optional(listOf(scoredSampleSchema, 5)) }))
    .check(z.minLength(1), z.maxLength(50)),
  candidates: z.array(candidateSchema).check(z.minLength(1), z.maxLength(candidateLabels.length)),
  /** The reader's key in this interview's links. */
  rater: raterKeySchema,
  /** Everyone else who shared scores. Their names are only on this device and may be empty. */
  raters: listOf(
    z.object({ key: raterKeySchema, name: z.string().check(z.maxLength(maxRaterNameLength)) }),
    40,
  ),
  /** The link of the mock interview that this one is about. Its score codes fit candidate A. */
  mock: z.optional(z.string().check(z.minLength(1), z.maxLength(1000))),
});

const sampleSchema = z.object({
  code: codeSchema,
  answer: z.int().check(z.gte(0), z.lte(9)),
  above: z.number().check(z.gte(-4), z.lte(4)),
});

/** The reader's settings, which are a single record. */
export const settingsSchema = z.object({
  id: z.literal('settings'),
  interviewOn: z.nullable(day),
  newPerDay: z.int().check(z.gte(0), z.lte(100)),
  /** Maximum minutes of practice per day. Missing if the reader set no limit. */
  minutesPerDay: z.optional(
    z.int().check(z.gte(dailyMinutes.stored.min), z.lte(dailyMinutes.stored.max)),
  ),
  /** Id of the role that the reader interviews for (see `roles` in `src/guide.ts`). */
  role: z.optional(z.string().check(z.regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/), z.maxLength(40))),
  /**
   * The questions of the reader's plan, the most important first (see `src/domain/plan/plan.ts`).
   */
  planCodes: z.optional(listOf(codeSchema, 200)),
  /**
   * Sample answers that the reader scored, each with the mean difference from the guide's scores.
   */
  samples: z.optional(listOf(sampleSchema, 200)),
  /** True if time alerts make a sound. */
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

/** The stores of the database and the schemas of their records. The key is in the record. */
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

/** Maximum number of fields that a problem names. Any other fields are only counted. */
const maxNamed = 3;

/**
 * Checks one value of a store. The problem is a clause, such as "due and reps are missing or
 * wrong".
 */
export function readRecord<Name extends StoreName>(
  store: Name,
  value: unknown,
): Result<Progress[Name][number]> {
  const result = storeSchemas[store].schema.safeParse(value);
  // Don't return the result's own data, which lacks unknown fields.
  if (result.success) return { value: value as Progress[Name][number] };
  const fields = result.error.issues.map(({ path }) => path.join('.'));
  if (fields.includes('')) return { problem: 'the record isn’t valid' };
  const more = fields.length - maxNamed;
  const named = more > 0 ? [...fields.slice(0, maxNamed), `${more} more`] : fields;
  const list = new Intl.ListFormat('en-US').format(named);
  return { problem: `${list} ${fields.length === 1 ? 'is' : 'are'} missing or wrong` };
}

export function cardId(deck: Deck, id: string): CardId {
  return `${deck}:${id}`;
}
