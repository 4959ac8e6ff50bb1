/**
 * Versions of the data files, for their schemas and for the pages that read them. Each rises when a
 * field is renamed, removed, or changes its meaning.
 */
export const questionsDataVersion = 2;
export const libraryDataVersion = 2;
