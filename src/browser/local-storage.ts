import type { StorageKey } from './storage-keys.ts';

// This file is separate because every page loads it. Scripts that run on every page write their key
// as a literal, which the compiler checks, so that they don't have to load the list of all keys.

/**
 * Returns the value of a localStorage key, or null if there is none or the browser denies access.
 */
export function readStorage(key: StorageKey): string | null {
  try {
    return localStorage.getItem(named(key));
  } catch {
    return null;
  }
}

/**
 * Saves a value, or removes the key if the value is null. Returns false if the browser refused or
 * storage is full.
 */
export function writeStorage(key: StorageKey, text: string | null): boolean {
  try {
    if (text === null) localStorage.removeItem(named(key));
    else localStorage.setItem(named(key), text);
    return true;
  } catch {
    return false;
  }
}

/** The key as the browser stores it. Guides on one host must not read each other's data. */
export function named(key: StorageKey): string {
  // In this guide's own build, the bundler removes the code below.
  if (import.meta.env.STORAGE === 'guide') return key;
  return key.replace(/^guide/, import.meta.env.STORAGE);
}
