/**
 * An interview that isn't started yet, so that its questions are still chosen when the reader comes
 * back. It stays in localStorage (see `src/browser/storage-keys.ts`) until the interview starts. It
 * is JSON, format 1: `{"version":1,"name":"Senior PM","codes":["8d8"],"minutes":45,"names":[""]}`.
 * Without `minutes`, the suggested time is used.
 */
import * as z from 'zod/mini';
import { readVersioned } from '../../lib/read-versioned.ts';
import type { Result } from '../../lib/result.ts';
import { maxMinutes, maxQuestions } from '../mock/mock-link.ts';
import { arrayOf, candidateLabels, codeSchema, maxCandidateLength } from '../progress/records.ts';

const version = 1;
const schema = z.object({
  version: z.literal(version),
  name: z.string().check(z.maxLength(200)),
  codes: arrayOf(codeSchema, maxQuestions),
  minutes: z.optional(z.int().check(z.gte(1), z.lte(maxMinutes))),
  names: arrayOf(z.string().check(z.maxLength(maxCandidateLength)), candidateLabels.length).check(
    z.minLength(1),
  ),
});

export interface KitDraft {
  readonly name: string;
  readonly codes: readonly string[];
  /** The length in minutes. If undefined, the suggested time is used. */
  readonly minutes?: number | undefined;
  /** One entry per candidate. It is empty if the candidate has no name. */
  readonly names: readonly string[];
}

/** Returns null if there is nothing to save. */
export function writeKitDraft({ name, codes, minutes, names }: KitDraft): string | null {
  const isEmpty = codes.length === 0 && [name, ...names].every((text) => text === '');
  return isEmpty ? null : JSON.stringify({ version, name, codes, minutes, names });
}

export function readKitDraft(text: string): Result<KitDraft> {
  return readVersioned({ name: 'The interview that you were preparing', version, schema }, text);
}
