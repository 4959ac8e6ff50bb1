/**
 * The result of a function that can fail: either a value or a problem. By default, the problem is a
 * sentence that readers see.
 */
export type Result<T, E = string> = { readonly value: T } | { readonly problem: E };
