/** Maximum length of a query, in characters; the rest is cut off. */
export const maxQueryLength = 200;
