/**
 * The localStorage keys. `guide-settings.ts` sets the prefix `guide`. Each value except `off` has
 * its own versioned format, which is documented in the code that reads it. The reader's progress is
 * in IndexedDB (`store.ts`).
 */
export const storageKeys = {
  /** An unfinished practice session (see `src/domain/practice/session-format.ts`). */
  session: 'guide-session',
  /** The session's unfinished answers (see `src/domain/practice/ladder.ts`). */
  ladder: 'guide-ladder',
  /** The unfinished mock interview (see `src/domain/mock/mock-run.ts`). */
  mock: 'guide-mock',
  /** The scorecard until December 2026 (see `src/domain/kit/earlier-scorecard.ts`). */
  scorecard: 'guide-scorecard',
  /** Other people's scores for a mock interview, until December 2026 (see the same file). */
  raters: 'guide-raters',
  /** The interview that isn't started yet (see `src/domain/kit/kit-draft.ts`). */
  kit: 'guide-kit',
  /** The question set being built, as the fragment of its link. */
  set: 'guide-set',
  /** Question sets that were made or opened (see `src/domain/study-set/saved-sets.ts`). */
  sets: 'guide-sets',
  /** When progress was last exported (see `src/domain/progress/last-export.ts`). */
  exported: 'guide-exported',
  /** A note that wasn't saved before its page closed (see `src/domain/progress/note-draft.ts`). */
  note: 'guide-note',
  /** The question that the reader opened last (see `src/domain/progress/last-read.ts`). */
  last: 'guide-last',
  /**
   * How the reader's answers went, for menus and lists (see
   * `src/domain/progress/question-marks.ts`).
   */
  marks: 'guide-marks',
  /** Codes of saved questions, for question pages (see `src/domain/progress/saved-codes.ts`). */
  saved: 'guide-saved',
  /** Parts of questions that were opened today (see `src/domain/progress/open-parts.ts`). */
  open: 'guide-open',
  /** Labs whose goals the reader has solved (see `src/domain/labs/solved-labs.ts`). */
  labs: 'guide-labs',
  /** Recent searches (see `recent-searches.ts`). */
  searches: 'guide-searches',
  /**
   * The key for recent searches until December 2026. Searches stored there are moved to the new
   * key.
   */
  earlierSearches: 'recent-searches',
  /** `off` if the reader turned off single-letter shortcuts. */
  letters: 'guide-letter-keys',
  /** `off` if the reader turned off offline reading. */
  offline: 'guide-offline',
} as const;

export type StorageKey = (typeof storageKeys)[keyof typeof storageKeys];
