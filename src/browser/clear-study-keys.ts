import { readStorage, writeStorage } from './local-storage.ts';
import { type StorageKey, storageKeys } from './storage-keys.ts';

/** Keys that aren't study data: searches, shortcuts, offline reading. */
const lasting: readonly StorageKey[] = [
  storageKeys.searches,
  storageKeys.earlierSearches,
  storageKeys.letters,
  storageKeys.offline,
];

/** Deletes the study data in localStorage. Returns what was there, so that it can be restored. */
export function clearStudyKeys(): ReadonlyMap<StorageKey, string> {
  const taken = new Map<StorageKey, string>();
  for (const key of Object.values(storageKeys)) {
    const text = lasting.includes(key) ? null : readStorage(key);
    if (text !== null && writeStorage(key, null)) taken.set(key, text);
  }
  return taken;
}
