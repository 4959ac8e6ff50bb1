import { keepText, keptText } from '../../browser/kept-text.ts';
import { setBookmark } from '../../browser/marks.ts';
import { openStore } from '../../browser/store.ts';
import { readSavedCodes, writeSavedCodes } from '../../domain/progress/saved-codes.ts';

/** Saves a question, as its page does. False: the browser refused. */
export async function saveQuestion(code: string): Promise<boolean> {
  const store = openStore();
  const outcome = await setBookmark(store, code, true);
  store.close();
  if ('failure' in outcome) return false;
  keepText(
    'guide-saved',
    writeSavedCodes([...new Set([...readSavedCodes(keptText('guide-saved')), code])]),
  );
  return true;
}
