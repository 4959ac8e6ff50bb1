import type { Paths } from '../domain/links/paths.ts';
import type { CodeBook } from '../domain/study-set/code-book.ts';
import {
  readSetLink,
  type SetLink,
  type StudySet,
  writeSetLink,
} from '../domain/study-set/set-link.ts';
import { onKeptElsewhere } from './keep-texts.ts';
import { keepText, keptText } from './kept-text.ts';
import { keptKeys } from './kept-texts.ts';

/**
 * The set that is being put together on this device, the same in all tabs; an empty one if there
 * is none. If the browser refuses to keep it, it goes on in memory, on this page alone.
 */
export class DraftSet {
  readonly #book: CodeBook;
  #held: StudySet | undefined;

  /** @param book what the guide knows of codes */
  constructor(book: CodeBook) {
    this.#book = book;
  }

  get set(): SetLink {
    const link = this.#held === undefined ? keptText(keptKeys.set) : writeSetLink(this.#held);
    return readSetLink(link ?? '', this.#book);
  }

  get isKept(): boolean {
    return this.#held === undefined;
  }

  /** Changes the set as it now is, also if another tab changed it a moment ago. */
  change(edit: (set: StudySet) => StudySet): void {
    const set = edit(this.set);
    const isEmpty = set.codes.length === 0 && set.name === '';
    this.#held = keepText(keptKeys.set, isEmpty ? null : writeSetLink(set)) ? undefined : set;
  }

  onElsewhere(heard: () => void, signal: AbortSignal): void {
    onKeptElsewhere(keptKeys.set, heard, signal);
  }
}

/** The whole address of a set, to pass on. */
export function setAddress(set: StudySet, paths: Pick<Paths, 'set'>): string {
  return new URL(`${paths.set}#${writeSetLink(set)}`, location.origin).href;
}
