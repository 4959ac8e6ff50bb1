/** Total minutes of full spoken answers to these questions; may be fractional. */
export function minutesOf(
  codes: readonly string[],
  questions: readonly { readonly code: string; readonly minutes: number }[],
): number {
  return questions
    .filter(({ code }) => codes.includes(code))
    .reduce((sum, { minutes }) => sum + minutes, 0);
}
