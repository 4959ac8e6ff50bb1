/**
 * A note that could not be saved before its page was left, kept as a text until a page can save it
 * (localStorage, see `src/browser/kept-texts.ts`). JSON, format 1:
 * `{"version":1,"code":"8d8","stored":"text before","typed":"text typed"}`.
 */
import * as z from 'zod/mini';
import { readVersioned } from '../../lib/read-versioned.ts';
import type { Result } from '../../lib/result.ts';
import type { NoteDraft } from './note-draft.ts';
import { noteSchema } from './records.ts';

const version = 1;
const text = z.string().check(z.maxLength(20_000));
const schema = z.object({
  version: z.literal(version),
  code: noteSchema.shape.code,
  /** What was stored when typing began. */
  stored: text,
  typed: text,
});

/** A note that waits to be saved. */
export interface UnsavedNote {
  readonly code: string;
  readonly draft: NoteDraft;
}

/** Writes a note that waits to be saved. */
export function writeUnsavedNote({ code, draft: { stored, typed, rival } }: UnsavedNote): string {
  // A version that didn't fit isn't new text: offer it again.
  return JSON.stringify({ version, code, stored: rival === undefined ? stored : '', typed });
}

/** Reads it back. Never throws. */
export function readUnsavedNote(given: string): Result<UnsavedNote> {
  const read = readVersioned({ name: 'A note that was not saved', version, schema }, given);
  if ('problem' in read) return read;
  const { code, stored, typed } = read.value;
  return { value: { code, draft: { stored, typed, isJoined: false } } };
}
