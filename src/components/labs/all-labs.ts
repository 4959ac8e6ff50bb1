import type { Lab } from './lab.ts';

/** All labs, in alphabetical order of their titles: each is a folder with a `lab.ts`. */
export const allLabs: readonly Lab[] = Object.values(
  import.meta.glob<{ readonly lab: Lab }>('./*/lab.ts', { eager: true }),
)
  .map(({ lab }) => lab)
  .sort((a, b) => (a.title < b.title ? -1 : 1));

/** The labs of the question with that code. */
export function labsOf(code: string): readonly Lab[] {
  return allLabs.filter(({ questions }) => questions.includes(code));
}
