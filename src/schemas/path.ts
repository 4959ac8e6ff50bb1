import { z } from 'astro/zod';
import { codeSchema } from './question.ts';

/** A learning path (`src/content/paths/<id>.yaml`): ordered questions with a purpose. */
export const pathSchema = z.strictObject({
  title: z.string().min(4).max(60),
  /** Who the path is for and what it does for them, in one or two sentences. */
  purpose: z.string().min(40).max(280),
  minutes: z.int().min(5).max(600),
  /** The position in the list of paths, from 1. */
  order: z.int().min(1),
  /**
   * Set if the path is for interviewers, who use its questions to score candidates and don't
   * practice them.
   */
  interviewers: z.literal(true).optional(),
  /** The questions in reading order, each with the reason it is on the path. */
  questions: z
    .array(
      z.strictObject({
        code: codeSchema,
        why: z.string().min(10).max(160),
      }),
    )
    .min(3)
    .max(20),
});

export type PathData = z.infer<typeof pathSchema>;
