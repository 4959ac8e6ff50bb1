import type { Lab } from './lab.ts';
import shared from './labs.css?inline';

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
