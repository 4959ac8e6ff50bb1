import { z } from 'astro/zod';
import { topics } from '../guide-settings.ts';
import { slugSchema } from './question.ts';

const words = z.array(z.string().min(1).max(70)).default([]);

/**
 * A glossary term (`src/content/glossary/<id>.yaml`). The schema is strict: unknown keys are
 * errors.
 */
export const termSchema = z.strictObject({
  /** The term as it appears in running text. */
  term: z.string().min(2).max(60),
  /** What an acronym stands for. */
  expansion: z.string().min(3).max(120).optional(),
  /** Two or three sentences in the guide's own words. */
  definition: z.string().min(60).max(520),
  /** Other names, British spellings, and irregular plurals. */
  aliases: words,
  /** Common misspellings. They aren't used, because search corrects typos by itself. */
  misspellings: words,
  topics: z
    .array(z.enum(topics.map(({ id }) => id)))
    .min(1)
    .max(3),
  /** The id of the definition's source. */
  source: slugSchema,
  /** True for an everyday word that has a special meaning here. Pages don't mark it as a term. */
  everyday: z.boolean().default(false),
  /**
   * The id of another term whose results are also shown in a search for this one. For example,
   * `ephi` is searched as `phi`.
   */
  searchAs: slugSchema.optional(),
  /** Terms that people confuse with this one, and how they differ. */
  lookAlikes: z
    .array(z.strictObject({ term: slugSchema, note: z.string().min(10).max(200) }))
    .default([]),
});

export type TermData = z.infer<typeof termSchema>;
