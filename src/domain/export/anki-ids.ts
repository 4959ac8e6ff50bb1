import { guide } from '../../guide.ts';
import { shortHash } from '../words/short-hash.ts';

/** Base for Anki ids, which are milliseconds since 1970. Any constant works. */
const base = guide.anki.idsFrom;

/** Ids in the Anki package; they never change. */
export const ankiIds = {
  noteType: { question: base + 1, term: base + 2 },
  options: base + 3,
  /** Id of a deck by its index in `ankiDecks`; -1 is the parent deck. */
  deck: (place: number): number => base + 100 + place,
  /** Of a note by its guid; its card has the next one. */
  note: (guid: string): number => base + 1_000_000 + 2 * Number.parseInt(shortHash(guid), 16),
} as const;
