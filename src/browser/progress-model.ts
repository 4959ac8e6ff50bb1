import { noProgress } from '../domain/progress/progress-lists.ts';
import type { Progress, Rejected } from '../domain/progress/records.ts';
import { openStore, type Store } from './store.ts';
import type { StoreFailure } from './store-failures.ts';

/**
 * The reader's progress as it now is, for pages that show it. It is read once and again after each
 * change, in this tab or another. Events: `change` after each reading, also the first, and
 * whenever something did not work.
 */
export class ProgressModel extends EventTarget {
  readonly store: Store;
  #progress: Progress = noProgress;
  #rejected: readonly Rejected[] = [];
  #failure: StoreFailure | undefined;
  #reading: Promise<void> | undefined;
  #isStale = false;

  constructor(store: Store = openStore()) {
    super();
    this.store = store;
    store.listen('change', () => void this.read());
    store.listen('failure', ({ failure }) => {
      this.#failure = failure;
      this.#announce();
    });
  }

  get progress(): Progress {
    return this.#progress;
  }

  /** Records that could not be read since the page was opened. */
  get rejected(): readonly Rejected[] {
    return this.#rejected;
  }

  /** What last did not work, until it is dismissed. */
  get failure(): StoreFailure | undefined {
    return this.#failure;
  }

  /** The reader has seen what did not work. */
  dismiss(): void {
    this.#failure = undefined;
    this.#rejected = [];
    this.#announce();
  }

  /** Reads all again. Calls that come while it reads lead to one more reading. */
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
        this.#rejected = [...this.#rejected, ...outcome.value.rejected];
      }
    }
    this.#announce();
  }

  #announce(): void {
    this.dispatchEvent(new Event('change'));
  }
}
