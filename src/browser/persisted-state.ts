import type { Result } from '../lib/result.ts';
import { readStorage, writeStorage } from './local-storage.ts';
import type { StorageKey } from './storage-keys.ts';
import { onStorageChange } from './storage-sync.ts';

interface PersistedStateOptions<T> {
  readonly key: StorageKey;
  /** Must not throw. */
  readonly read: (text: string) => Result<T>;
  /** Called when another tab may have changed the state, but not after `set`. */
  readonly onChange: () => void;
  readonly signal: AbortSignal;
}

/**
 * State that `set` saves to localStorage and that all tabs share. If the browser refuses to save
 * it, it stays in memory. Stored text that can't be read is kept until something replaces it.
 */
export class PersistedState<T> {
  readonly #options: PersistedStateOptions<T>;
  #value: T | undefined;
  #unreadable: { readonly text: string; readonly problem: string } | undefined;
  #isRefused = false;

  constructor(options: PersistedStateOptions<T>) {
    this.#options = options;
    this.#read();
    const reload = (): void => {
      // A value that couldn't be saved is only in memory, so keep it.
      if (this.#isRefused) return;
      this.#read();
      options.onChange();
    };
    onStorageChange(options.key, reload, options.signal);
  }

  get value(): T | undefined {
    return this.#value;
  }

  get unreadable(): { readonly text: string; readonly problem: string } | undefined {
    return this.#unreadable;
  }

  get isRefused(): boolean {
    return this.#isRefused;
  }

  set(value: T | undefined): void {
    this.#value = value;
    this.#isRefused = !writeStorage(
      this.#options.key,
      value === undefined ? null : JSON.stringify(value),
    );
    if (!this.#isRefused) this.#unreadable = undefined;
  }

  /** Replaces the state in memory without saving it. */
  setInMemory(value: T): void {
    this.#value = value;
  }

  #read(): void {
    this.#value = undefined;
    this.#unreadable = undefined;
    const text = readStorage(this.#options.key);
    if (text === null) return;
    const parsed = this.#options.read(text);
    if ('value' in parsed) this.#value = parsed.value;
    else this.#unreadable = { text, problem: parsed.problem };
  }
}
