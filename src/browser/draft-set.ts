import type { CodeBook } from '../domain/study-set/code-book.ts';
import {
  readSetLink,
  type SetLink,
  type StudySet,
  writeSetLink,
} from '../domain/study-set/set-link.ts';
import { keepText, keptKeys, keptText, onKeptElsewhere } from './kept-texts.ts';

/** The set that is being put together on this device; an empty one if there is none. */
export function draftSet(book: CodeBook): SetLink {
  return readSetLink(keptText(keptKeys.set) ?? '', book);
}

/** Keeps a set as the one that is being put together. False if the browser refused. */
export function keepDraftSet(set: StudySet): boolean {
  const isEmpty = set.codes.length === 0 && set.name === '';
  return keepText(keptKeys.set, isEmpty ? null : writeSetLink(set));
}

/** Calls back when the set is changed in another tab. */
export function onDraftSetElsewhere(heard: () => void, signal: AbortSignal): void {
  onKeptElsewhere(keptKeys.set, heard, signal);
}
