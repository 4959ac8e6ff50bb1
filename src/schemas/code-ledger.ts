import { z } from 'astro/zod';
import { codeSchema, daySchema, slugSchema } from './question.ts';

/**
 * The ledger of all codes that have ever been used (`src/content/code-ledger.yaml`), format 1. It
 * is a list with one entry per code. Entries can be added and changed but never removed, so no code
 * is used twice and every published URL keeps working.
 */
export const codeLedgerSchema = z.array(
  z.strictObject({
    code: codeSchema,
    /** The day on which the code was assigned, `YYYY-MM-DD`. */
    given: daySchema,
    /** Every slug that the question has had, oldest first. */
    slugs: z.array(slugSchema).min(1),
    /** Set once the question has been removed from the guide. */
    retired: z
      .strictObject({
        /** The day on which the question was removed, `YYYY-MM-DD`. */
        on: daySchema,
        /** The reason, shown to anyone who opens the old link. */
        because: z.string().min(10).max(300),
        instead: codeSchema.optional(),
      })
      .optional(),
  }),
);

export type LedgerEntry = z.infer<typeof codeLedgerSchema>[number];
