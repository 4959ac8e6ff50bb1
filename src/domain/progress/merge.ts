import { mergeNotes } from './merge-notes.ts';
import {
  canonicalJson,
  inKeyOrder,
  keyOf,
  progressFrom,
  type StoredRecord,
} from './progress-lists.ts';
import type { CardRecord, Progress, StoreName } from './records.ts';

type Join<T> = (a: T, b: T) => T;

/**
 * Merge functions for two records with the same key. Each is commutative, associative, and
 * idempotent, so the whole merge is too, and the order of devices doesn't matter.
 */
const joins: { readonly [Name in StoreName]: Join<StoredRecord<Name>> } = {
  cards: greater((card: CardRecord) => [card.lastReview ?? -1, card.reps]),
  reviews: greater((review) => [review.at]),
  notes: (a, b) => mergeNotes(a, b).note,
  bookmarks: greater((bookmark) => [bookmark.at]),
  mocks: greater((mock) => [mock.at]),
  settings: greater((settings) => [settings.at]),
};

/**
 * Merges the progress of two devices. Everything that either has stays. For a card, the state with
 * the later review counts, or with more reviews; notes keep both texts (see `merge-notes.ts`); for
 * the rest, the later record counts. A bookmark or an answer that only one device removed
 * reappears, because there is no record of the removal.
 */
export function mergeProgress(a: Progress, b: Progress): Progress {
  return progressFrom((name) => joinLists(name, a[name], b[name]));
}

function joinLists<Name extends StoreName>(
  name: Name,
  a: Progress[Name],
  b: Progress[Name],
): Progress[Name] {
  const joined = new Map<string, StoredRecord<Name>>();
  for (const record of [...a, ...b] as readonly StoredRecord<Name>[]) {
    const key = keyOf<Name>(name, record);
    const other = joined.get(key);
    joined.set(key, other === undefined ? record : joins[name](other, record));
  }
  return inKeyOrder<Name>(joined);
}

/** Returns the record of higher rank; the text breaks ties, so that the order never matters. */
function greater<T>(rank: (record: T) => readonly number[]): Join<T> {
  return (a, b) => {
    const other = rank(b);
    for (const [place, value] of rank(a).entries()) {
      const difference = value - (other[place] ?? 0);
      if (difference !== 0) return difference > 0 ? a : b;
    }
    return canonicalJson(a) >= canonicalJson(b) ? a : b;
  };
}
