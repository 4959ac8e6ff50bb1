/**
 * localStorage keys: unfinished sessions, drafts, and preferences. `guide.ts` sets the prefix
 * `guide`. Each value has its own versioned format, documented where it is read. Permanent records
 * are in IndexedDB (`store.ts`).
 */
export const storageKeys = {
  /** An unfinished practice session: `src/domain/practice/session-format.ts`. */
  session: 'guide-session',
  /** The unfinished answer: `src/domain/practice/ladder.ts`. */
  ladder: 'guide-ladder',
  /** The unfinished mock interview: `src/domain/mock/mock-run.ts`. */
  mock: 'guide-mock',
  /** A scorecard until December 2026: `src/domain/kit/earlier-scorecard.ts`. */
  scorecard: 'guide-scorecard',
  /** Others' scores of a mock interview until then, in the same file. */
  raters: 'guide-raters',
  /** The question set being built, as the fragment of its link. */
  set: 'guide-set',
  /** Question sets made or opened: `src/domain/study-set/saved-sets.ts`. */
  sets: 'guide-sets',
  /** When progress was last exported: `src/domain/progress/last-export.ts`. */
  exported: 'guide-exported',
  /** A note that wasn't saved before its page was closed: `src/domain/progress/note-draft.ts`. */
  note: 'guide-note',
  /** The last question read: `src/domain/progress/last-read.ts`. */
  last: 'guide-last',
  /** How answers went, for menus and lists: `src/domain/progress/question-marks.ts`. */
  marks: 'guide-marks',
  /** Codes of saved questions, for question pages: `src/domain/progress/saved-codes.ts`. */
  saved: 'guide-saved',
  /** Parts of questions that are unfolded today: `src/domain/progress/open-parts.ts`. */
  open: 'guide-open',
  /** Recent searches: `recent-searches.ts`. */
  searches: 'guide-searches',
  /** Recent searches until December 2026, which are moved. */
  earlierSearches: 'recent-searches',
  /** `off` if single-letter shortcuts are off. */
  letters: 'guide-letter-keys',
  /** `off` if the reader turned offline reading off. */
  offline: 'guide-offline',
} as const;

export type StorageKey = (typeof storageKeys)[keyof typeof storageKeys];
