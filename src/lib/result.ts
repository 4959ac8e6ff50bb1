/**
 * The result of a function that can fail: a value, or the problem, which by default is a sentence
 * for readers.
 */
export type Result<T, E = string> = { readonly value: T } | { readonly problem: E };
