/**
 * Small texts that are kept on the device until they are done with: what is under way, a set that
 * is being put together, whether single letters are shortcuts. localStorage, one key each, in which
 * `guide` is the name that `guide.ts` gives to storage; every
 * text has a versioned format of its own, written down where it is read. Records that matter in
 * the long run are the store's (`store.ts`).
 */
export const keptKeys = {
  /** Practice that was left: `src/domain/practice/session-format.ts`. */
  session: 'guide-session',
  /** The answer that is being given: `src/domain/practice/ladder-format.ts`. */
  ladder: 'guide-ladder',
  /** The mock interview that is under way: `src/domain/mock/mock-run.ts`. */
  mock: 'guide-mock',
  /** The interviewer's scorecard: `src/domain/mock/scorecard-run.ts`. */
  scorecard: 'guide-scorecard',
  /** Others' scores of a mock interview: `src/domain/mock/raters.ts`. */
  raters: 'guide-raters',
  /** The set that is being put together, as the fragment of its link. */
  set: 'guide-set',
  /** When progress was last exported: `src/domain/progress/last-export.ts`. */
  exported: 'guide-exported',
  /** A note that its page could not save before it was left: `src/domain/progress/note-draft.ts`. */
  note: 'guide-note',
  /** The question that was read last: `src/domain/progress/last-read.ts`. */
  last: 'guide-last',
  /** How answers went, for menus and lists: `src/domain/progress/question-marks.ts`. */
  marks: 'guide-marks',
  /** Codes of saved questions, for question pages: `src/domain/progress/saved-codes.ts`. */
  saved: 'guide-saved',
  /** Parts of questions that are unfolded today: `src/domain/progress/open-parts.ts`. */
  open: 'guide-open',
  /** Searches that led somewhere: `recent-searches.ts`. */
  searches: 'recent-searches',
  /** `light` or `dark` if the reader chose; the key is Starlight's, so that earlier choices hold. */
  theme: 'starlight-theme',
  /** `off` if single letters do nothing. */
  letters: 'guide-letter-keys',
  /** `off` if nothing is to be kept for reading offline. */
  offline: 'guide-offline',
} as const;

export type KeptKey = (typeof keptKeys)[keyof typeof keptKeys];
