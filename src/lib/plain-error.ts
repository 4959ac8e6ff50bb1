/** Returns an error with one clear line. A stack trace would only show the code that found it. */
export function plainError(message: string): Error {
  return Object.assign(new Error(message), { stack: '' });
}
