import type { Paths } from '../domain/links/paths.ts';
import type { CodeBook } from '../domain/study-set/code-book.ts';
import {
  readSetLink,
  type SetLink,
  type StudySet,
  writeSetLink,
} from '../domain/study-set/set-link.ts';
import { readStorage, writeStorage } from './local-storage.ts';
import { storageKeys } from './storage-keys.ts';
import { onStorageChange } from './storage-sync.ts';

/**
 * The question set being built on this device, the same in all tabs; an empty one if there is none.
 * If the browser can't save it, it stays in memory, on this page only.
 */
export class DraftSet {
  readonly #book: CodeBook;
  #inMemory: StudySet | undefined;

  /** @param book the guide's question codes */
  constructor(book: CodeBook) {
    this.#book = book;
  }

  get set(): SetLink {
    const link =
      this.#inMemory === undefined ? readStorage(storageKeys.set) : writeSetLink(this.#inMemory);
    return readSetLink(link ?? '', this.#book);
  }

  get isSaved(): boolean {
    return this.#inMemory === undefined;
  }

  /** Changes the current set, even if another tab changed it a moment ago. */
  change(edit: (set: StudySet) => StudySet): void {
    const set = edit(this.set);
    const isEmpty = set.codes.length === 0 && set.name === '';
    this.#inMemory = writeStorage(storageKeys.set, isEmpty ? null : writeSetLink(set))
      ? undefined
      : set;
  }

  onElsewhere(listener: () => void, signal: AbortSignal): void {
    onStorageChange(storageKeys.set, listener, signal);
  }
}

export function setAddress(set: StudySet, paths: Pick<Paths, 'set'>): string {
  return new URL(`${paths.set}#${writeSetLink(set)}`, location.origin).href;
}
