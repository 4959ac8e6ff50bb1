import { z } from 'astro/zod';

// Read before `guide.ts` is: nothing here may import it, not even by way of another schema.

const id = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'lower-case words joined by hyphens');
const text = (most: number) => z.string().min(2).max(most);
const word = z.strictObject({ id, label: text(40), description: text(170) });

/** Words of a vocabulary; ids are addresses, so each stands once. */
function vocabulary<T extends z.ZodType<{ readonly id: string }>>(entry: T, least: number) {
  return z
    .array(entry)
    .min(least)
    .refine((list) => new Set(list.map((one) => one.id)).size === list.length, 'ids that differ');
}

/** What `guide.ts` exports. Strict: a name that is not listed here is an error. */
const settingsSchema = z.strictObject({
  guide: z.strictObject({
    id,
    field: text(40),
    anki: z.strictObject({ idsFrom: z.int().min(1e12).max(1.9e12), guids: id }),
    role: text(60),
    title: text(80),
    shortTitle: text(32),
    description: z.string().min(40).max(170),
    disclaimer: text(200),
    license: z.url({ protocol: /^https$/ }),
  }),
  storage: id,
  searchExamples: text(60),
  companions: vocabulary(
    z.strictObject({
      id,
      label: text(40),
      inSidebar: text(32).optional(),
      aliases: z.array(text(60)).optional(),
    }),
    0,
  ),
  levels: vocabulary(
    word.extend({ atLeast: z.int().min(1), ownStories: z.literal(true).optional() }),
    1,
  ),
  topics: vocabulary(word, 1),
  jurisdictions: vocabulary(word, 1),
});

/** Tells what is wrong with what a `guide.ts` exports, a line for each problem. */
export function settingsProblems(exported: object): string[] {
  const { error } = settingsSchema.safeParse({ ...exported });
  return (error?.issues ?? []).map(({ path, message }) =>
    path.length === 0 ? `${message}.` : `\`${path.join('.')}\`: ${message}.`,
  );
}
