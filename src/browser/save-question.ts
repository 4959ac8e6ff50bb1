import { readSavedCodes, writeSavedCodes } from '../domain/progress/saved-codes.ts';
import { setBookmark } from './bookmarks-and-notes.ts';
import { readStorage, writeStorage } from './local-storage.ts';
import { storageKeys } from './storage-keys.ts';
import { Store } from './store.ts';
import type { Outcome } from './store-failures.ts';

/** Opened once, so that quick clicks are stored in order. */
const store = new Store();

/** Saves a question or removes it from the saved ones, on a page that loads no study data. */
export async function saveQuestion(code: string, isSaved: boolean): Promise<Outcome<unknown>> {
  const outcome = await setBookmark(store, code, isSaved);
  if ('problem' in outcome) return outcome;
  const codes = new Set(readSavedCodes(readStorage(storageKeys.saved)));
  if (isSaved) codes.add(code);
  else codes.delete(code);
  writeStorage(storageKeys.saved, writeSavedCodes([...codes]));
  return outcome;
}
