import { z } from 'astro/zod';
import { codeSchema, daySchema, slugSchema } from './question.ts';

/**
 * The ledger of every code ever used (`src/content/code-ledger.yaml`), format 1: a list with one
 * entry per code. Entries are added and amended, never removed, so that no code is used twice and
 * every published URL keeps working.
 */
export const codeLedgerSchema = z.array(
  z.strictObject({
    code: codeSchema,
    /** Day on which it was assigned, `YYYY-MM-DD`. */
    given: daySchema,
    /** Every slug of the question, the oldest first. */
    slugs: z.array(slugSchema).min(1),
    /** Set once the question was removed from the guide. */
    retired: z
      .strictObject({
        /** Day on which it was removed, `YYYY-MM-DD`. */
        on: daySchema,
        /** The reason, shown to anyone who opens the old link. */
        because: z.string().min(10).max(300),
        /** Code of the question to read instead. */
        instead: codeSchema.optional(),
      })
      .optional(),
  }),
);

export type LedgerEntry = z.infer<typeof codeLedgerSchema>[number];
