import type { Lab } from './lab.ts';
import shared from './labs.css?inline';

/** All labs, in alphabetical order of their titles: each is a folder with a `lab.ts`. */
export const allLabs: readonly Lab[] = Object.values(
  import.meta.glob<{ readonly lab: Lab }>('./*/lab.ts', { eager: true }),
)
  .map(({ lab }) => lab)
  .sort((a, b) => (a.title < b.title ? -1 : 1));

export function labsOf(code: string): readonly Lab[] {
  return allLabs.filter(({ questions }) => questions.includes(code));
}

const own = import.meta.glob<string>('./*/lab.css', {
  query: '?inline',
  import: 'default',
  eager: true,
});

/** The styles of these labs, and no others; empty without labs. */
export function labStyles(labs: readonly Lab[]): string {
  if (labs.length === 0) return '';
  return [shared, ...labs.map(({ id }) => own[`./${id}/lab.css`] ?? '')].join('');
}
