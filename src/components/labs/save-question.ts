import { setBookmark } from '../../browser/bookmarks-and-notes.ts';
import { readStorage, writeStorage } from '../../browser/local-storage.ts';
import { openStore } from '../../browser/store.ts';
import { readSavedCodes, writeSavedCodes } from '../../domain/progress/saved-codes.ts';

/** Saves a question, like the Save button on its page. False if the browser refused. */
export async function saveQuestion(code: string): Promise<boolean> {
  const store = openStore();
  const outcome = await setBookmark(store, code, true);
  store.close();
  if ('problem' in outcome) return false;
  writeStorage(
    'guide-saved',
    writeSavedCodes([...new Set([...readSavedCodes(readStorage('guide-saved')), code])]),
  );
  return true;
}
