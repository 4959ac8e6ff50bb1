/**
 * Versions of the public data files. A version goes up when a field is renamed, removed, or given a
 * new meaning.
 */
export const questionsDataVersion = 2;
export const libraryDataVersion = 2;
