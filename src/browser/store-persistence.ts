/** Some browsers lack `navigator.storage` or parts of it. */
const storage: Partial<StorageManager> = navigator.storage ?? {};

/**
 * True if the browser keeps the guide's data until the reader deletes it. Null if the browser
 * doesn't say.
 */
export async function isPersisted(): Promise<boolean | null> {
  return (await storage.persisted?.().catch(() => null)) ?? null;
}

/**
 * Asks the browser for persistent storage. Some browsers then ask the reader. Returns true if the
 * request was granted. Never rejects.
 */
export async function askToPersist(): Promise<boolean> {
  return (await storage.persist?.().catch(() => false)) ?? false;
}
