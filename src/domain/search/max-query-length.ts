/** Maximum length of a query, in characters. Longer queries are cut off. */
export const maxQueryLength = 200;
