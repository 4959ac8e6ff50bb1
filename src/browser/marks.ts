/** What a reader keeps about a question: a bookmark, a private note. */
import {
  hearNote,
  type NoteDraft,
  noteToStore,
  readUnsavedNote,
  writeUnsavedNote,
} from '../domain/progress/note-draft.ts';
import type { NoteRecord } from '../domain/progress/records.ts';
import { now } from './clock.ts';
import { keepText, keptText } from './kept-text.ts';
import { keptKeys } from './kept-texts.ts';
import type { Store } from './store.ts';
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

/** What came of storing a note. */
export interface StoredNote {
  /** The draft after it had met what another tab may have stored meanwhile. */
  readonly joined: NoteDraft;
  readonly note: NoteRecord | undefined;
}

/** Stores a note as it was typed; a version that another tab stored meanwhile stays below it. */
export async function storeNote(
  store: Store,
  code: string,
  draft: NoteDraft,
): Promise<Outcome<StoredNote>> {
  let joined = draft;
  const outcome = await store.update('notes', code, (before) => {
    joined = hearNote(draft, before);
    return noteToStore(joined, before, { code, at: now() });
  });
  if ('problem' in outcome) return outcome;
  if (joined.rival === undefined && waitingNote()?.code === code) keepText(keptKeys.note, null);
  return { value: { joined, note: outcome.value } };
}

/** Keeps a note at once, while its page is being left: the store would not finish. */
export function keepUnsavedNote(code: string, draft: NoteDraft): void {
  keepText(keptKeys.note, writeUnsavedNote({ code, draft }));
}

/** Stores the note that was kept so. False if there is none. */
export async function storeUnsavedNote(store: Store): Promise<boolean> {
  const waiting = waitingNote();
  if (waiting === undefined) return false;
  await storeNote(store, waiting.code, waiting.draft);
  return true;
}

function waitingNote() {
  const read = readUnsavedNote(keptText(keptKeys.note) ?? '');
  return 'value' in read ? read.value : undefined;
}
