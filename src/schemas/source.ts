import { z } from 'astro/zod';
import { daySchema } from './question.ts';

/** Kinds of sources. A primary source is the original rather than a report about it. */
export const sourceKinds = {
  statute: { label: 'Statute', primary: true },
  regulation: { label: 'Regulation', primary: true },
  guidance: { label: 'Official guidance', primary: true },
  decision: { label: 'Official decision or court document', primary: true },
  standard: { label: 'Standard', primary: true },
  specification: { label: 'Specification', primary: true },
  documentation: { label: 'Product documentation', primary: true },
  study: { label: 'Study', primary: true },
  review: { label: 'Review of studies', primary: true },
  report: { label: 'Report', primary: true },
  position: { label: 'Position statement', primary: true },
  news: { label: 'News or commentary', primary: false },
} as const;

/**
 * The possible states of a source. A source that is no longer current may be cited only as history.
 */
export const sourceStatuses = {
  'in-force': { label: 'in force', current: true },
  final: { label: 'final', current: true },
  published: { label: 'published', current: true },
  current: { label: 'current', current: true },
  draft: { label: 'draft', current: true },
  proposed: { label: 'proposed, not law', current: true },
  superseded: { label: 'superseded', current: false },
  retired: { label: 'retired', current: false },
} as const;

function keys<K extends string>(table: Readonly<Record<K, unknown>>): K[] {
  return Object.keys(table) as K[];
}

/** A day, a month, or a year: `2026-01-29`, `2026-01`, or `2026`. */
const partialDate = z
  .string()
  .regex(/^\d{4}(-\d{2}(-\d{2})?)?$/, 'a date as YYYY, YYYY-MM, or YYYY-MM-DD')
  .refine(
    (date) => daySchema.safeParse(date + '-01-01'.slice(date.length - 4)).success,
    'a date that exists, as YYYY, YYYY-MM, or YYYY-MM-DD',
  );

/**
 * True if the URL is already in the form that browsers normalize it to (the slash after a host may
 * be missing) and has no "@" in front of its host. The part before such an "@" looks like the host
 * but isn't.
 */
function isPlain(address: string): boolean {
  const url = URL.parse(address);
  return [url?.href, url?.origin].includes(address) && url?.username === '' && url.password === '';
}

/** A source (`src/content/sources/<id>.yaml`). The schema is strict: unknown keys are errors. */
export const sourceSchema = z.strictObject({
  /** The title as published. */
  title: z.string().min(4).max(220),
  /** Who published the source: an authority, a company, or a journal and the first author. */
  by: z.string().min(2).max(140),
  /** When the source was published, as precisely as known. */
  published: partialDate,
  url: z
    .url({ protocol: /^https$/, error: 'an https URL' })
    .refine(isPlain, 'an https URL as browsers show it, without "@" before its host'),
  kind: z.enum(keys(sourceKinds)),
  status: z.enum(keys(sourceStatuses)),
  /** What the source says that matters here, who it applies to, and the design of a study. */
  says: z.string().min(40).max(600),
  checkedOn: daySchema,
  reviewBy: daySchema,
  /** Set if a rule or product has changed recently. The changes page shows the change. */
  changed: z
    .strictObject({
      /** When the change took effect or was made. */
      on: partialDate,
      what: z.string().min(20).max(300),
    })
    .optional(),
});

export type SourceData = z.infer<typeof sourceSchema>;
