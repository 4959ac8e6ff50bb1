/** Reads and writes what the browser stores, without the guide's code. */
import type { Page } from 'playwright-core';
import { storageKeys } from '../../src/browser/storage-keys.ts';
import { storage } from '../../src/guide-settings.ts';

/** Returns a localStorage key with the guide's prefix. */
export function keyOf(name: keyof typeof storageKeys): string {
  return storageKeys[name].replace(/^guide/, storage);
}

export function storedText(page: Page, name: keyof typeof storageKeys): Promise<string | null> {
  return page.evaluate((key) => localStorage.getItem(key), keyOf(name));
}

/**
 * On every page that loads from now on, makes localStorage refuse the guide's entries, as if it
 * were full.
 */
export async function refuseTexts(page: Page): Promise<void> {
  await page.addInitScript((prefix) => {
    const { setItem } = Storage.prototype;
    Storage.prototype.setItem = function (key, text) {
      if (key.startsWith(prefix)) throw new DOMException('no room', 'QuotaExceededError');
      setItem.call(this, key, text);
    };
  }, `${storage}-`);
}

/** Returns everything in the guide's database, by store. */
export function storedRecords(page: Page): Promise<Record<string, Record<string, unknown>[]>> {
  return page.evaluate(async (storage) => {
    const database = await new Promise<IDBDatabase>((resolve, reject) => {
      const request = indexedDB.open(storage);
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
    const names = [...database.objectStoreNames];
    const transaction = database.transaction(names);
    const read = (name: string) =>
      new Promise<Record<string, unknown>[]>((resolve, reject) => {
        const request = transaction.objectStore(name).getAll();
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
    const lists = await Promise.all(names.map(async (name) => [name, await read(name)] as const));
    database.close();
    return Object.fromEntries(lists);
  }, storage);
}

/** Writes records without checks. The guide must already have created the database. */
export function writeRaw(page: Page, store: string, records: readonly unknown[]): Promise<void> {
  return page.evaluate(
    async ([storage, name, values]) => {
      const database = await new Promise<IDBDatabase>((resolve, reject) => {
        const request = indexedDB.open(storage);
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
      const transaction = database.transaction(name, 'readwrite');
      for (const value of values) transaction.objectStore(name).put(value);
      await new Promise((resolve) => transaction.addEventListener('complete', resolve));
      database.close();
    },
    [storage, store, records] as const,
  );
}

/** The stores in the database that the guide used until December 2026. */
const versionOne: readonly (readonly [string, IDBObjectStoreParameters])[] = [
  ...['cards', 'reviews', 'mocks', 'settings', 'device'].map(
    (name) => [name, { keyPath: 'id' }] as const,
  ),
  ...['notes', 'bookmarks'].map((name) => [name, { keyPath: 'code' }] as const),
  ...['quarantine', 'snapshots'].map(
    (name) => [name, { keyPath: 'id', autoIncrement: true }] as const,
  ),
];

/** Creates the version 1 database with some records, on a page that doesn't open the database. */
export function makeVersionOne(
  page: Page,
  records: Readonly<Record<string, readonly unknown[]>>,
): Promise<void> {
  return page.evaluate(
    async ([storage, stores, lists]) => {
      const request = indexedDB.open(storage, 1);
      request.onupgradeneeded = () => {
        for (const [name, options] of stores) {
          const store = request.result.createObjectStore(name, options);
          for (const value of lists[name] ?? []) store.put(value);
        }
      };
      await new Promise((resolve, reject) => {
        request.onsuccess = resolve;
        request.onerror = () => reject(request.error);
      });
      request.result.close();
    },
    [storage, versionOne, records] as const,
  );
}

/** Stores an entry before the first page opens, as if an earlier visit had stored it. */
export async function storeFirst(
  page: Page,
  key: keyof typeof storageKeys,
  text: string,
): Promise<void> {
  await page.addInitScript(
    ([name, value]) => {
      // Store it only once, so that later pages find what the first page stored.
      if (sessionStorage.getItem(`first ${name}`) !== null) return;
      sessionStorage.setItem(`first ${name}`, 'stored');
      localStorage.setItem(name, value);
    },
    [keyOf(key), text] as const,
  );
}
