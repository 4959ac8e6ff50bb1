/**
 * A note while it is edited on a page, and while other tabs may change it, as pure state
 * transitions. Typed text is never lost. A version from another tab is appended (see
 * `withVersion`).
 */

import * as z from 'zod/mini';
import { readVersioned } from '../../lib/read-versioned.ts';
import type { Result } from '../../lib/result.ts';
import { codeSchema, maxNoteLength, type NoteRecord } from './records.ts';

export interface NoteDraft {
  /** The stored text, as far as this page knows. It may be empty. */
  readonly stored: string;
  readonly typed: string;
  readonly isJoined: boolean;
  /** A version from another tab that doesn't fit in the note. Nothing is stored while it is set. */
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

/** Handles a stored note that is now `note`, perhaps because another tab changed it. */
export function applyRemoteNote(draft: NoteDraft, note: NoteRecord | undefined): NoteDraft {
  const text = note?.text ?? '';
  if (text === draft.stored) return draft;
  if (!isUnsaved(draft)) return openNote(note);
  return note === undefined || text === draft.typed
    ? { stored: text, typed: draft.typed, isJoined: draft.isJoined }
    : join({ ...draft, stored: text }, note);
}

/** True if the field has text that isn't stored. Blank text doesn't count. */
export function isUnsaved({ stored, typed }: NoteDraft): boolean {
  return textOf(typed) !== stored;
}

/**
 * Returns the record to store instead of `before`. It is the same record if nothing changes, and
 * undefined to delete it.
 */
export function noteToRecord(
  draft: NoteDraft,
  before: NoteRecord | undefined,
  { code, at }: Pick<NoteRecord, 'code' | 'at'>,
): NoteRecord | undefined {
  const text = textOf(draft.typed);
  if (draft.rival !== undefined || text === (before?.text ?? '')) return before;
  return text === '' ? undefined : { ...before, code, text, at };
}

/**
 * Returns the draft after saving, perhaps merged with a version from another tab.
 *
 * @param now the draft in the field now; the reader may have kept typing
 * @param sent the draft when saving started
 * @param joined that draft merged with the stored note
 * @param note the note as it is stored now
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
  // The reader emptied a note that another tab changed, so show the change.
  if (textOf(typed) === '') return { stored, typed: other.text, isJoined: true };
  const joined = withVersion(typed, other);
  if (joined.length > maxNoteLength) return { stored, typed, isJoined: false, rival: other };
  return { stored, typed: joined, isJoined: joined !== typed };
}

/** The end of a version, before the line above the next one. */
const versionEnd = /\n(?=— Other version, saved \S+ —\n)/;

/**
 * Returns a text with another version of the note below it, which may have older versions below it:
 *
 *     Text of the later version
 *     — Other version, saved 2026-11-24T19:30:00.000Z —
 *     Text of the older version
 *
 * Versions that the text already contains are left out.
 */
function withVersion(text: string, { text: other, at }: NoteRecord): string {
  const below = `— Other version, saved ${new Date(at).toISOString()} —\n${other}`;
  const isNews = (version: string) => !text.includes(version.slice(version.indexOf('\n') + 1));
  return [text, ...below.split(versionEnd).filter(isNews)].join('\n');
}

function textOf(typed: string): string {
  return typed.trim() === '' ? '' : typed;
}

/**
 * A note that wasn't saved before its page closed. It stays in localStorage (see
 * `src/browser/storage-keys.ts`) until a page can save it. JSON, format 1:
 * `{"version":1,"code":"8d8","stored":"text before","typed":"text typed"}`.
 */

const version = 1;
const text = z.string().check(z.maxLength(maxNoteLength));
const schema = z.object({
  version: z.literal(version),
  code: codeSchema,
  /** The text that was stored when typing started. */
  stored: text,
  typed: text,
});

interface UnsavedNote {
  readonly code: string;
  readonly draft: NoteDraft;
}

export function writeUnsavedNote({ code, draft: { stored, typed, rival } }: UnsavedNote): string {
  // A version that didn't fit isn't new text, so it is offered again.
  return JSON.stringify({ version, code, stored: rival === undefined ? stored : '', typed });
}

export function readUnsavedNote(given: string): Result<UnsavedNote> {
  const read = readVersioned({ name: 'A note that wasn’t saved', version, schema }, given);
  if ('problem' in read) return read;
  const { code, stored, typed } = read.value;
  return { value: { code, draft: { stored, typed, isJoined: false } } };
}
