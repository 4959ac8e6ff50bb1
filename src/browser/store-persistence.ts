/** The part of `navigator.storage` that we use. Some browsers don't have it. */
const storage: Partial<StorageManager> = navigator.storage ?? {};

/** True if the browser keeps the guide's data until the reader deletes it. Null if it doesn't say. */
export async function isPersisted(): Promise<boolean | null> {
  return (await storage.persisted?.().catch(() => null)) ?? null;
}

/**
 * Asks the browser for persistent storage. Some browsers ask the reader. Returns its answer, and
 * never rejects.
 */
export async function askToPersist(): Promise<boolean> {
  return (await storage.persist?.().catch(() => false)) ?? false;
}
