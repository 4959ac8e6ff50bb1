import { z } from 'astro/zod';

/**
 * Front matter of a companion page (`src/content/docs`). The schema is strict: unknown keys are
 * errors.
 */
export const docSchema = z.strictObject({
  title: z.string().min(3).max(80),
  /** One sentence for search engines and link previews. */
  description: z.string().min(40).max(170),
  /** `settings.id` of the guide that the page makes claims for. Checks warn other guides. */
  claimsOf: z.string().optional(),
});
