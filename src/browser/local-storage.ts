import type { StorageKey } from './storage-keys.ts';

// Alone in this file, because every page loads it: code of every page names the one key that it
// needs, which the compiler checks, and does without the list of all keys.

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

/**
 * The key in the browser: guides on one host must not find each other's texts.
 */
export function named(key: StorageKey): string {
  // The bundler removes this branch for this guide.
  if (import.meta.env.STORAGE === 'guide') return key;
  return key.replace(/^guide/, import.meta.env.STORAGE);
}
