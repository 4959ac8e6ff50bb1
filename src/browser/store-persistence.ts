import type { Connection } from './store-connection.ts';

/** The part of `navigator.storage` that we use. Some browsers don't have it. */
export type StorageControl = Partial<Pick<StorageManager, 'persist' | 'persisted' | 'estimate'>>;

/** Whether the browser may delete the guide's data. Null if it doesn't say. */
export interface StorageState {
  readonly isPersisted: boolean | null;
  /** Number of bytes that the whole site uses. */
  readonly usage: number | null;
  /** Number of bytes that the site may use. */
  readonly quota: number | null;
  readonly canAsk: boolean;
  /**
   * When the browser was last asked for persistent storage, and its answer. Null if it was never
   * asked.
   */
  readonly asked: { readonly at: number; readonly isGranted: boolean } | null;
}

/** The guide asks after this many reviews. Before that, there is little to lose. */
export const reviewsBeforeAsking = 3;

const recordId = 'persistence';

/** Asks the browser once for persistent storage, and saves its answer. */
export class Persistence {
  readonly #connection: Connection;
  readonly #storage: StorageControl;
  readonly #now: () => number;
  #isAsking = false;

  constructor(connection: Connection, storage: StorageControl, now: () => number) {
    this.#connection = connection;
    this.#storage = storage;
    this.#now = now;
  }

  /** Asks, unless it has asked on this device before. Returns true if it asked. Never rejects. */
  async askOnce(): Promise<boolean> {
    if (this.#isAsking) return false;
    this.#isAsking = true;
    try {
      return (await this.#answer()) === null && (await this.#request());
    } catch {
      // A failure doesn't matter. The next review tries again.
      return false;
    } finally {
      this.#isAsking = false;
    }
  }

  /** Asks at the reader's request, even if it has asked before. Never rejects. */
  async askAgain(): Promise<void> {
    // `state` reads the actual value.
    await this.#request().catch(() => false);
  }

  async state(): Promise<StorageState> {
    const [isPersisted, estimate, asked] = await Promise.all([
      this.#storage.persisted?.().catch(() => null),
      this.#storage.estimate?.().catch(() => null),
      this.#answer().catch(() => null),
    ]);
    return {
      isPersisted: isPersisted ?? null,
      usage: estimate?.usage ?? null,
      quota: estimate?.quota ?? null,
      canAsk: this.#storage.persist !== undefined,
      asked: asked ?? null,
    };
  }

  async #request(): Promise<boolean> {
    if (this.#storage.persist === undefined) return false;
    const isGranted = await this.#storage.persist();
    const record = { id: recordId, at: this.#now(), isGranted };
    await this.#connection.write(['device'], (tx) => tx.objectStore('device').put(record));
    return true;
  }

  async #answer(): Promise<StorageState['asked']> {
    const record: unknown = await this.#connection.read(['device'], (tx) =>
      tx.objectStore('device').get(recordId),
    );
    if (typeof record !== 'object' || record === null) return null;
    const { at, isGranted } = record as { readonly at?: unknown; readonly isGranted?: unknown };
    return { at: Number(at), isGranted: isGranted === true };
  }
}
