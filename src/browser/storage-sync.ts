import { named } from './local-storage.ts';
import type { StorageKey } from './storage-keys.ts';

/**
 * Calls the listener when another tab changes the key, and when the page is restored from the
 * back/forward cache, because frozen pages get no events.
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
