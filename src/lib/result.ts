/**
 * Result of a function that can fail: a value, or the problem, by default a sentence for readers.
 */
export type Result<T, E = string> = { readonly value: T } | { readonly problem: E };
