import {
  applyRemoteNote,
  type NoteDraft,
  noteToRecord,
  readUnsavedNote,
  writeUnsavedNote,
} from '../domain/progress/note-draft.ts';
import type { NoteRecord } from '../domain/progress/records.ts';
import { readSavedCodes, writeSavedCodes } from '../domain/progress/saved-codes.ts';
import { now } from './clock.ts';
import { readStorage, writeStorage } from './local-storage.ts';
import { storageKeys } from './storage-keys.ts';
import { Store } from './store.ts';
import type { Outcome } from './store-failures.ts';

export function setBookmark(
  store: Store,
  code: string,
  isBookmarked: boolean,
): Promise<Outcome<unknown>> {
  return store.update('bookmarks', code, (before) =>
    isBookmarked ? (before ?? { code, at: now() }) : undefined,
  );
}

/** The store for `saveQuestion`. It is opened once, so that quick clicks are stored in order. */
let sharedStore: Store | undefined;

/** Saves or unsaves a question on a page that loads no study data. */
export async function saveQuestion(code: string, isSaved: boolean): Promise<Outcome<unknown>> {
  sharedStore ??= new Store();
  const outcome = await setBookmark(sharedStore, code, isSaved);
  if ('problem' in outcome) return outcome;
  const codes = new Set(readSavedCodes(readStorage(storageKeys.saved)));
  if (isSaved) codes.add(code);
  else codes.delete(code);
  writeStorage(storageKeys.saved, writeSavedCodes([...codes]));
  return outcome;
}

/** Saves a note as typed, and appends any version that another tab saved in the meantime. */
export async function storeNote(
  store: Store,
  code: string,
  draft: NoteDraft,
): Promise<Outcome<{ joined: NoteDraft; note: NoteRecord | undefined }>> {
  let joined = draft;
  const outcome = await store.update('notes', code, (before) => {
    joined = applyRemoteNote(draft, before);
    return noteToRecord(joined, before, { code, at: now() });
  });
  if ('problem' in outcome) return outcome;
  if (joined.rival === undefined && waitingNote()?.code === code)
    writeStorage(storageKeys.note, null);
  return { value: { joined, note: outcome.value } };
}

/**
 * Saves a note synchronously while its page is closing, because IndexedDB wouldn't finish in time.
 */
export function stashUnsavedNote(code: string, draft: NoteDraft): void {
  writeStorage(storageKeys.note, writeUnsavedNote({ code, draft }));
}

/** Moves a note saved by `stashUnsavedNote` into the store. Returns false if there is none. */
export async function storeUnsavedNote(store: Store): Promise<boolean> {
  const waiting = waitingNote();
  if (waiting === undefined) return false;
  await storeNote(store, waiting.code, waiting.draft);
  return true;
}

function waitingNote() {
  const note = readUnsavedNote(readStorage(storageKeys.note) ?? '');
  return 'value' in note ? note.value : undefined;
}
