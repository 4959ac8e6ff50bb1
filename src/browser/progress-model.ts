import { noProgress } from '../domain/progress/record-lists.ts';
import type { Progress, Rejected } from '../domain/progress/records.ts';
import { Store } from './store.ts';
import type { StoreFailure } from './store-failures.ts';
import type { StoredValue } from './store-records.ts';

/**
 * The reader's current progress, for pages that show it. It is loaded by `read` and after each
 * change in this tab or another. The model fires `change` after each load, including the first,
 * after each failure, and when the reader dismisses a message.
 */
export class ProgressModel extends EventTarget {
  readonly store = new Store();
  #progress: Progress = noProgress;
  #unreadable: readonly (StoredValue & Rejected)[] = [];
  #isDismissed = false;
  #failure: StoreFailure | undefined;
  #reading: Promise<void> | undefined;
  #isStale = false;

  constructor() {
    super();
    this.store.listen('change', ({ isElsewhere }) => {
      if (!isElsewhere) this.#failure = undefined;
      void this.read();
    });
    this.store.listen('failure', ({ failure }) => {
      this.#failure = failure;
      this.#announce();
    });
  }

  get progress(): Progress {
    return this.#progress;
  }

  get unreadable(): readonly (StoredValue & Rejected)[] {
    return this.#unreadable;
  }

  get isDismissed(): boolean {
    return this.#isDismissed;
  }

  /** The last failure, until this tab changes the progress or the reader dismisses it. */
  get failure(): StoreFailure | undefined {
    return this.#failure;
  }

  dismiss(): void {
    this.#failure = undefined;
    this.#isDismissed = true;
    this.#announce();
  }

  /** Loads everything again. Calls during a load cause only one more load. */
  read(): Promise<void> {
    this.#isStale = true;
    this.#reading ??= this.#readAll().finally(() => {
      this.#reading = undefined;
    });
    return this.#reading;
  }

  async #readAll(): Promise<void> {
    while (this.#isStale) {
      this.#isStale = false;
      const outcome = await this.store.readAll();
      if ('value' in outcome) {
        this.#progress = outcome.value.progress;
        this.#unreadable = outcome.value.rejected;
      }
    }
    this.#announce();
  }

  #announce(): void {
    this.dispatchEvent(new Event('change'));
  }
}
