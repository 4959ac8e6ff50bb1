import { storeNames } from '../domain/progress/progress-lists.ts';
import { type Progress, type ReviewRecord, recordsVersion } from '../domain/progress/records.ts';
import { type Upgrade, upgrades } from '../domain/progress/upgrade.ts';
import { changeAll, type SnapshotReason } from './store-bulk.ts';
import { Connection } from './store-connection.ts';
import {
  type Change,
  StoreChangeEvent,
  type StoreEvents,
  StoreFailureEvent,
  TabChannel,
} from './store-events.ts';
import { type Outcome, type StoreFailure, toStoreError } from './store-failures.ts';
import { Persistence, type StorageControl } from './store-persistence.ts';
import type { DatabaseOptions, WriteTransaction } from './store-types.ts';

/** Dependencies of the store; the browser's own by default. */
export interface StoreOptions {
  readonly indexedDB?: IDBFactory;
  readonly navigator?: { readonly storage?: StorageControl };
  /** Milliseconds since 1970. */
  readonly now?: () => number;
  /** Version of database and records, and the way to it. */
  readonly version?: number;
  readonly upgrades?: readonly Upgrade[];
}

/** Shared by all methods of the store: the connection, failures, and events. */
export class StoreBase extends EventTarget {
  protected readonly options: DatabaseOptions;
  protected readonly connection: Connection;
  protected readonly persistence: Persistence;
  readonly #tabs: TabChannel;

  constructor(options: StoreOptions) {
    super();
    const now = options.now ?? Date.now;
    this.options = {
      now,
      factory: () => options.indexedDB ?? indexedDB,
      version: options.version ?? recordsVersion,
      upgrades: options.upgrades ?? upgrades,
    };
    this.connection = new Connection(this.options, (failure) => this.#report(failure));
    const storage = (options.navigator ?? navigator).storage ?? {};
    this.persistence = new Persistence(this.connection, storage, now);
    this.#tabs = new TabChannel((changes) => {
      this.dispatchEvent(new StoreChangeEvent(changes, true));
    });
  }

  /** Listens to one kind of event, until the signal ends it. */
  listen<Type extends keyof StoreEvents>(
    type: Type,
    hear: (event: StoreEvents[Type]) => void,
    signal?: AbortSignal,
  ): void {
    this.addEventListener(type, (event) => hear(event as StoreEvents[Type]), {
      ...(signal && { signal }),
    });
  }

  /** Closes the database and the channel to other tabs. Pending writes finish. */
  close(): void {
    this.connection.close();
    this.#tabs.close();
  }

  protected changeAll(
    reason: SnapshotReason,
    change: (before: Progress, tx: WriteTransaction) => Progress | Promise<Progress>,
  ): Promise<Outcome<Progress>> {
    return this.attempt(async () => {
      const occasion = { reason, at: this.options.now(), version: this.options.version };
      const stores = [...storeNames, 'quarantine', 'snapshots'];
      const { progress, changes } = await this.connection.write(stores, (tx) =>
        changeAll(tx, occasion, (before) => change(before, tx)),
      );
      this.announce(changes);
      return progress;
    });
  }

  protected async askToPersist(): Promise<void> {
    if (await this.persistence.askOnce()) this.announce([{ store: 'device', key: '*' }]);
  }

  /**
   * Runs an action and reports a failure in its result and as an event. Bugs of ours are rethrown.
   */
  protected async attempt<T>(work: () => Promise<T>): Promise<Outcome<T>> {
    try {
      return { value: await work() };
    } catch (error) {
      const trouble = toStoreError(error);
      if (trouble === undefined) throw error;
      this.#report(trouble.failure);
      return { problem: trouble.failure };
    }
  }

  protected announceReview({ id, card }: ReviewRecord): void {
    this.announce([
      { store: 'cards', key: card },
      { store: 'reviews', key: id },
    ]);
  }

  protected announce(changes: readonly Change[]): void {
    if (changes.length === 0) return;
    this.#tabs.tell(changes);
    this.dispatchEvent(new StoreChangeEvent(changes, false));
  }

  #report(failure: StoreFailure): void {
    this.dispatchEvent(new StoreFailureEvent(failure));
  }
}
