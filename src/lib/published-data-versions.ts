/**
 * Versions of the data files, for their schemas and for the pages that read them. A version goes up
 * when a field is renamed, removed, or given a new meaning.
 */
export const questionsDataVersion = 2;
export const libraryDataVersion = 2;
