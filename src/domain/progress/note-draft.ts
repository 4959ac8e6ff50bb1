/**
 * A note while it is edited on a page, and while other tabs may change it: pure steps from one
 * state to the next. What was typed is never taken away; a version from elsewhere is put below it,
 * in the form that `merge-notes.ts` writes and later reads again.
 */

import * as z from 'zod/mini';
import { readVersioned } from '../../lib/read-versioned.ts';
import type { Result } from '../../lib/result.ts';
import { mergeNotes } from './merge-notes.ts';
import { type NoteRecord, noteSchema } from './records.ts';

export interface NoteDraft {
  /** The text that is stored, as far as this page knows; empty for none. */
  readonly stored: string;
  readonly typed: string;
  readonly isJoined: boolean;
  /** A version from elsewhere for which the note has no room. Nothing is stored while it is there. */
  readonly rival?: NoteRecord;
}

export function openNote(note: NoteRecord | undefined): NoteDraft {
  const text = note?.text ?? '';
  return { stored: text, typed: text, isJoined: false };
}

export function typeNote(draft: NoteDraft, text: string): NoteDraft {
  const { rival, ...rest } = draft;
  const typed = { ...rest, typed: text, isJoined: false };
  return rival === undefined ? typed : join(typed, rival);
}

/** The note is now stored as given: perhaps it was changed elsewhere. */
export function applyRemoteNote(draft: NoteDraft, note: NoteRecord | undefined): NoteDraft {
  const text = note?.text ?? '';
  if (text === draft.stored) return draft;
  if (!isUnsaved(draft)) return openNote(note);
  return note === undefined || text === draft.typed
    ? { stored: text, typed: draft.typed, isJoined: draft.isJoined }
    : join({ ...draft, stored: text }, note);
}

/** Whether the field holds something that is not stored. Blank text says nothing. */
export function isUnsaved({ stored, typed }: NoteDraft): boolean {
  return textOf(typed) !== stored;
}

/** What is to be stored in place of `before`: `before` itself if nothing changes, or nothing. */
export function noteToRecord(
  draft: NoteDraft,
  before: NoteRecord | undefined,
  { code, at }: Pick<NoteRecord, 'code' | 'at'>,
): NoteRecord | undefined {
  const text = textOf(draft.typed);
  if (draft.rival !== undefined || text === (before?.text ?? '')) return before;
  return text === '' ? undefined : { code, text, at };
}

/**
 * A draft was stored, perhaps joined with what another tab had stored meanwhile.
 *
 * @param now what is in the field now; the reader may have typed on
 * @param sent the draft as it was when storing began
 * @param joined the same after it had met what was stored
 * @param note what is stored now
 */
export function noteAfterSave(
  now: NoteDraft,
  sent: NoteDraft,
  joined: NoteDraft,
  note: NoteRecord | undefined,
): NoteDraft {
  const stored = note?.text ?? '';
  if (now.typed === sent.typed) return { ...joined, stored };
  if (joined.typed === sent.typed && joined.rival === undefined) return { ...now, stored };
  return applyRemoteNote({ ...now, stored: sent.stored }, note);
}

function join(draft: NoteDraft, other: NoteRecord): NoteDraft {
  const { stored, typed } = draft;
  // An emptied note that was changed elsewhere is not gone: the reader may empty it again.
  if (textOf(typed) === '') return { stored, typed: other.text, isJoined: true };
  // What is being typed is the later version, whatever the clocks say.
  const mine = { code: other.code, text: typed, at: other.at + 1 };
  const { note, leftOut } = mergeNotes(mine, other);
  if (leftOut > 0) return { stored, typed, isJoined: false, rival: other };
  return { stored, typed: note.text, isJoined: note.text !== typed };
}

function textOf(typed: string): string {
  return typed.trim() === '' ? '' : typed;
}

/**
 * A note that could not be saved before its page was left, kept as a text until a page can save it
 * (localStorage, see `src/browser/storage-keys.ts`). JSON, format 1:
 * `{"version":1,"code":"8d8","stored":"text before","typed":"text typed"}`.
 */

const version = 1;
const text = z.string().check(z.maxLength(20_000));
const schema = z.object({
  version: z.literal(version),
  code: noteSchema.shape.code,
  /** What was stored when typing began. */
  stored: text,
  typed: text,
});

interface UnsavedNote {
  readonly code: string;
  readonly draft: NoteDraft;
}

export function writeUnsavedNote({ code, draft: { stored, typed, rival } }: UnsavedNote): string {
  // A version that didn't fit isn't new text: offer it again.
  return JSON.stringify({ version, code, stored: rival === undefined ? stored : '', typed });
}

export function readUnsavedNote(given: string): Result<UnsavedNote> {
  const read = readVersioned({ name: 'A note that was not saved', version, schema }, given);
  if ('problem' in read) return read;
  const { code, stored, typed } = read.value;
  return { value: { code, draft: { stored, typed, isJoined: false } } };
}
