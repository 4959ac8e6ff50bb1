/**
 * A note that is being edited on a page while other tabs may change it, as pure state transitions.
 * Typed text is never lost. If another tab has a different version, it is appended to the text if
 * it fits (see `withVersion`).
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
  /**
   * A version from another tab that doesn't fit into the note. While it is set, nothing is stored.
   */
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

/**
 * Updates the draft after the stored note has become `note`, which another tab may have changed.
 */
export function applyRemoteNote(draft: NoteDraft, note: NoteRecord | undefined): NoteDraft {
  const text = note?.text ?? '';
  if (text === draft.stored) return draft;
  if (!isUnsaved(draft)) return openNote(note);
  return note === undefined || text === draft.typed
    ? { stored: text, typed: draft.typed, isJoined: draft.isJoined }
    : join({ ...draft, stored: text }, note);
}

/** True if the field's text differs from the stored text. Blank text counts as empty. */
export function isUnsaved({ stored, typed }: NoteDraft): boolean {
  return textOf(typed) !== stored;
}

/**
 * Returns the record to store instead of `before`. Returns the same record if nothing changes or
 * while there is a rival, or undefined if it should be deleted.
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
 * @param now the current draft in the field; the reader may have kept typing
 * @param sent the draft when saving started
 * @param joined the sent draft, merged with the stored note
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
  // If the reader emptied a note that another tab changed, show the change.
  if (textOf(typed) === '') return { stored, typed: other.text, isJoined: true };
  const joined = withVersion(typed, other);
  if (joined.length > maxNoteLength) return { stored, typed, isJoined: false, rival: other };
  return { stored, typed: joined, isJoined: joined !== typed };
}

/** The end of a version, before the heading of the next one. */
const versionEnd = /\n(?=— Other version, saved \S+ —\n)/;

/**
 * Appends another version of the note, which may itself have older versions below it. Each appended
 * version starts with a heading line: `— Other version, saved 2026-11-24T19:30:00.000Z —`. Leaves
 * out versions that the text already contains.
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
 * A note that wasn't saved before its page was closed. It stays in localStorage (see
 * `src/browser/storage-keys.ts`) until a page can save it. It is JSON, format 1:
 * `{"version":1,"code":"8d8","stored":"text before","typed":"text typed"}`.
 */

const version = 1;
const text = z.string().check(z.maxLength(maxNoteLength));
const schema = z.object({
  version: z.literal(version),
  code: codeSchema,
  /** The stored text, as far as the page knew, or empty if another tab's version didn't fit. */
  stored: text,
  typed: text,
});

interface UnsavedNote {
  readonly code: string;
  readonly draft: NoteDraft;
}

export function writeUnsavedNote({ code, draft: { stored, typed, rival } }: UnsavedNote): string {
  // If another tab's version didn't fit, store an empty `stored`. All typed text then counts as
  // new, and the next page finds the conflict again.
  return JSON.stringify({ version, code, stored: rival === undefined ? stored : '', typed });
}

export function readUnsavedNote(given: string): Result<UnsavedNote> {
  const result = readVersioned({ name: 'A note that wasn’t saved', version, schema }, given);
  if ('problem' in result) return result;
  const { code, stored, typed } = result.value;
  return { value: { code, draft: { stored, typed, isJoined: false } } };
}
