import { z } from 'astro/zod';
import { topics } from '../guide.ts';
import { slugSchema } from './question.ts';

const words = z.array(z.string().min(1).max(70)).default([]);

/**
 * A term of the glossary (`src/content/glossary/<id>.yaml`). The schema is strict: unknown keys are
 * errors.
 */
export const termSchema = z.strictObject({
  /** The term as it appears on pages, in its usual case. */
  term: z.string().min(2).max(60),
  /** What an acronym stands for. */
  expansion: z.string().min(3).max(120).optional(),
  /** Two or three sentences in our words. */
  definition: z.string().min(60).max(520),
  /** Other names, British spellings, and irregular plurals. */
  aliases: words,
  /** Common misspellings. Nothing reads them: search corrects typos by itself. */
  misspellings: words,
  topics: z
    .array(z.enum(topics.map(({ id }) => id)))
    .min(1)
    .max(3),
  /** Id of the definition's source. */
  source: slugSchema,
  /** Set for an everyday word that has a particular meaning here. It isn't marked in texts. */
  everyday: z.boolean().default(false),
  /** Id of the term whose search results this one shows: `ephi` is searched as `phi`. */
  searchAs: slugSchema.optional(),
  /** Terms that people confuse with it, and how they differ. */
  lookAlikes: z
    .array(z.strictObject({ term: slugSchema, note: z.string().min(10).max(200) }))
    .default([]),
});

export type TermData = z.infer<typeof termSchema>;
