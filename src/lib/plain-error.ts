/**
 * Returns an error that prints only its message. A stack trace would point to the code that found
 * the problem, not to the problem.
 */
export function plainError(message: string): Error {
  return Object.assign(new Error(message), { stack: '' });
}
