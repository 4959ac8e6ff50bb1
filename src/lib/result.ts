/** What was asked for, or what is wrong: by default as a sentence for people. */
export type Result<Value, Problem = string> =
  | { readonly value: Value }
  | { readonly problem: Problem };
