import { z } from 'astro/zod';

/**
 * Front matter of a companion page (`src/content/docs`). The schema is strict: unknown keys are
 * errors.
 */
export const docSchema = z.strictObject({
  title: z.string().min(3).max(80),
  /** One sentence for search engines and link previews. */
  description: z.string().min(40).max(170),
  /**
   * The `settings.id` of the guide that the page's claims are about. The checks warn if another
   * guide still has the page.
   */
  claimsOf: z.string().optional(),
});
