/** What a function gives that can fail: a value, or what went wrong, by default a sentence for people. */
export type Result<T, E = string> = { readonly value: T } | { readonly problem: E };
