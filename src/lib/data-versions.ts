/**
 * Versions of the data files, for their schemas and for the pages that read them. A version rises
 * when a field is renamed, is removed, or changes its meaning.
 */
export const questionsDataVersion = 2;
export const libraryDataVersion = 2;
