import type { Result } from '../lib/result.ts';
import { onKeptElsewhere } from './keep-texts.ts';
import { keepText, keptText } from './kept-text.ts';
import type { KeptKey } from './kept-texts.ts';

interface KeptStateOptions<T> {
  readonly key: KeptKey;
  /** Reads what was kept; never throws. */
  readonly read: (text: string) => Result<T>;
  /** Called when another tab has changed it. */
  readonly heard: () => void;
  readonly signal: AbortSignal;
}

/**
 * A state that is kept on the device after each change, and is the same in all tabs. If the
 * browser refuses, it goes on in memory. A kept text that can't be read stays until something is
 * put in its place.
 */
export class KeptState<T> {
  readonly #options: KeptStateOptions<T>;
  #value: T | undefined;
  #unreadable: { readonly text: string; readonly problem: string } | undefined;
  #isRefused = false;

  constructor(options: KeptStateOptions<T>) {
    this.#options = options;
    this.#read();
    const hear = (): void => {
      this.#read();
      options.heard();
    };
    onKeptElsewhere(options.key, hear, options.signal);
  }

  get value(): T | undefined {
    return this.#value;
  }

  /** What was kept and can't be read, with why; undefined if there is no such thing. */
  get unreadable(): { readonly text: string; readonly problem: string } | undefined {
    return this.#unreadable;
  }

  get isRefused(): boolean {
    return this.#isRefused;
  }

  set(value: T | undefined): void {
    this.#value = value;
    this.#isRefused = !keepText(
      this.#options.key,
      value === undefined ? null : JSON.stringify(value),
    );
    if (!this.#isRefused) this.#unreadable = undefined;
  }

  /** Puts another state in its place for now; it is kept with the next `set`. */
  hold(value: T): void {
    this.#value = value;
  }

  #read(): void {
    const text = keptText(this.#options.key);
    const read = text === null ? undefined : this.#options.read(text);
    this.#value = read !== undefined && 'value' in read ? read.value : undefined;
    this.#unreadable =
      text !== null && read !== undefined && 'problem' in read
        ? { text, problem: read.problem }
        : undefined;
  }
}
