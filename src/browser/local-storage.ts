import type { StorageKey } from './storage-keys.ts';

// A separate file, because every page loads it. Code on every page writes its key as a literal,
// which the compiler checks, so that it doesn't load the list of all keys.

/** The value of a localStorage key; null if there is none or the browser refuses. */
export function readStorage(key: StorageKey): string | null {
  try {
    return localStorage.getItem(named(key));
  } catch {
    return null;
  }
}

/** Saves a value, or removes the key if it is null. False: the browser refused or is full. */
export function writeStorage(key: StorageKey, text: string | null): boolean {
  try {
    if (text === null) localStorage.removeItem(named(key));
    else localStorage.setItem(named(key), text);
    return true;
  } catch {
    return false;
  }
}

/** The key in the browser: guides on one host must not read each other's data. */
export function named(key: StorageKey): string {
  // The bundler removes the code below for this guide.
  if (import.meta.env.STORAGE === 'guide') return key;
  return key.replace(/^guide/, import.meta.env.STORAGE);
}
