/** Longest query that is searched, in characters; the rest is cut off. */
export const maxQueryLength = 200;
