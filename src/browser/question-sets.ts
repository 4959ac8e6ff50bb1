import type { Paths } from '../domain/links/paths.ts';
import type { CodeBook } from '../domain/study-set/code-book.ts';
import {
  findSet,
  idOf,
  keepSet,
  noSets,
  noteOpened,
  readSavedSets,
  removeSet,
  type SavedSets,
} from '../domain/study-set/saved-sets.ts';
import {
  readSetLink,
  type SetLink,
  type StudySet,
  setIn,
  writeSetLink,
} from '../domain/study-set/set-link.ts';
import { now } from './clock.ts';
import { readStorage, writeStorage } from './local-storage.ts';
import { randomId } from './random-seed.ts';
import { storageKeys } from './storage-keys.ts';
import { onStorageChange } from './storage-sync.ts';

/**
 * The question sets on this device: the one being built, to which lists and search add questions,
 * and all sets that were made or opened. All tabs share them. If the browser can't save them, they
 * stay in this page's memory.
 */
export class QuestionSets {
  readonly #book: CodeBook;
  #draftInMemory: StudySet | undefined;
  #listInMemory: SavedSets | undefined;

  constructor(book: CodeBook) {
    this.#book = book;
  }

  /** The set being built, or an empty one if there is none. */
  get draft(): SetLink {
    const inMemory = this.#draftInMemory;
    const link = inMemory === undefined ? readStorage(storageKeys.set) : writeSetLink(inMemory);
    return readSetLink(link ?? '', this.#book);
  }

  get isSaved(): boolean {
    if (this.#draftInMemory !== undefined) return false;
    return this.#listInMemory === undefined || this.isUnreadable;
  }

  /**
   * True if the stored list is damaged or from a newer version. It stays until `startList` is
   * called.
   */
  get isUnreadable(): boolean {
    return 'problem' in readSavedSets(readStorage(storageKeys.sets));
  }

  startList(): void {
    writeStorage(storageKeys.sets, null);
    this.changeSaved((saved) => saved);
  }

  get saved(): SavedSets {
    if (this.#listInMemory !== undefined) return this.#listInMemory;
    const parsed = readSavedSets(readStorage(storageKeys.sets));
    return 'value' in parsed ? parsed.value : noSets;
  }

  /**
   * Returns the latest set on this device that fits. Sessions and interviews that were started from
   * a set don't name it, but have its questions. An opened link counts before the reader has said
   * whether it replaces the set.
   */
  find(fits: (set: SetLink) => boolean): SetLink | undefined {
    return this.saved.sets
      .flatMap(({ link, opened = link }) => [opened, link])
      .map((link) => readSetLink(link, this.#book))
      .find(fits);
  }

  /** Changes the set being built. Reads it first, because another tab may have changed it. */
  changeDraft(edit: (set: StudySet) => StudySet): void {
    const before = this.draft;
    const edited = edit(setIn(before));
    const { codes, name, people = [], when } = edited;
    if (codes.length === 0 && name === '' && people.length === 0 && when === undefined) {
      if (before.id !== undefined) this.changeSaved((saved) => removeSet(saved, idOf(before)));
      this.#setDraft(undefined);
      return;
    }
    // Later links to this set have the same id, so saving one replaces this one everywhere.
    const set = { ...edited, id: edited.id ?? randomId().slice(0, 8) };
    this.#setDraft(set);
    this.#keepAsChanged(set);
  }

  /** Makes another set the one being built. Without a set, starts a new one. */
  edit(set: StudySet | undefined): void {
    const before = this.draft;
    const isListed = findSet(this.saved, idOf(before)) !== undefined;
    if (before.all.length > 0 && !isListed) this.#keepAsChanged(setIn(before));
    this.#setDraft(set && { ...set, id: idOf(set) });
  }

  /** @param isChanged true if the set has been changed since it was opened */
  keep(set: StudySet, isChanged: boolean): void {
    if (set.id !== undefined && this.draft.id === set.id) this.#setDraft(set);
    this.changeSaved((saved) => keepSet(saved, set, { at: now(), isChanged }));
  }

  /** Remembers a link that was opened, until the reader says whether it replaces the set. */
  noteOpened(set: StudySet): void {
    this.changeSaved((saved) => noteOpened(saved, set, now()));
  }

  remove(id: string): void {
    if (idOf(this.draft) === id) this.#setDraft(undefined);
    this.changeSaved((saved) => removeSet(saved, id));
  }

  changeSaved(edit: (saved: SavedSets) => SavedSets): void {
    const changed = edit(this.saved);
    // If this version can't read the stored list, the list stays as it is.
    const isWritten = !this.isUnreadable && writeStorage(storageKeys.sets, JSON.stringify(changed));
    this.#listInMemory = isWritten ? undefined : changed;
  }

  onElsewhere(listener: () => void, signal: AbortSignal): void {
    onStorageChange(storageKeys.set, listener, signal);
    onStorageChange(storageKeys.sets, listener, signal);
  }

  #keepAsChanged(set: StudySet): void {
    this.changeSaved((saved) => keepSet(saved, set, { at: now(), isChanged: true }));
  }

  #setDraft(set: StudySet | undefined): void {
    const isWritten = writeStorage(storageKeys.set, set === undefined ? null : writeSetLink(set));
    this.#draftInMemory = isWritten ? undefined : set;
  }
}

/**
 * Returns the latest set on this device with these questions in this order. Links to interviews
 * have no names, so this is how a group's interview finds its set.
 */
export function setWith(codes: readonly string[], book: CodeBook): SetLink | undefined {
  return new QuestionSets(book).find((set) => set.all.join() === codes.join());
}

export function setAddress(set: StudySet, paths: Pick<Paths, 'set'>): string {
  return new URL(`${paths.set}#${writeSetLink(set)}`, location.origin).href;
}
