import { notRight, tooMuch, wholeRecord } from './records.ts';

/** Maximum number of named fields; the others are counted. */
const maxNamed = 3;

/** Describes the problem from `readRecord` in a clause. */
export function problemWords(problem: string): string {
  const parts = problem.split('; ').map((part) => part.split(': '));
  const isOurs = parts.every(([, said]) => said === notRight || said === tooMuch);
  if (!isOurs) return problem;
  const fields = parts.filter(([, said]) => said === notRight).map(([field]) => field ?? '');
  const more = fields.length < parts.length ? [`it ${tooMuch}`] : [];
  if (fields.includes(wholeRecord)) return 'it isn’t a record of this kind';
  if (fields.length === 0) return more.join();
  const verb = fields.length === 1 ? 'is' : 'are';
  return [`${listed(fields)} ${verb} ${notRight}`, ...more].join(', and ');
}

function listed(names: readonly string[]): string {
  const more = names.length - maxNamed;
  const shown = more > 0 ? [...names.slice(0, maxNamed), `${more} more`] : names;
  // British English has no comma before "and".
  return new Intl.ListFormat('en-GB').format(shown);
}
