import { named, readStorage, writeStorage } from './local-storage.ts';
import { type StorageKey, storageKeys } from './storage-keys.ts';

/** Keys that don't hold study data: searches, shortcuts, and offline reading. */
const lasting: readonly StorageKey[] = [
  storageKeys.searches,
  storageKeys.earlierSearches,
  storageKeys.letters,
  storageKeys.offline,
];

/** Deletes the study data in localStorage. Returns what was deleted, so that it can be restored. */
export function clearStudyKeys(): ReadonlyMap<StorageKey, string> {
  const taken = new Map<StorageKey, string>();
  for (const key of Object.values(storageKeys)) {
    const text = lasting.includes(key) ? null : readStorage(key);
    if (text !== null && writeStorage(key, null)) taken.set(key, text);
  }
  return taken;
}

/**
 * Calls back when another tab changes the key. Also calls back when the page is restored from the
 * back/forward cache, because a frozen page gets no events.
 */
export function onStorageChange(key: StorageKey, listener: () => void, signal: AbortSignal): void {
  window.addEventListener(
    'storage',
    (event) => {
      if (event.key === named(key) || event.key === null) listener();
    },
    { signal },
  );
  window.addEventListener('pageshow', ({ persisted }) => persisted && listener(), { signal });
}
