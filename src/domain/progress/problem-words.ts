/** Fields that are named; the others are counted. */
const mostNamed = 3;

/** What the schemas say of a field that is missing or not as it should be. */
const wrong = /^(.+): Invalid input$/;

/** Says in plain words what is wrong with a record, from the problem that `readRecord` gives. */
export function problemWords(problem: string): string {
  const parts = problem.split('; ');
  const fields = parts.map((part) => wrong.exec(part)?.[1]);
  if (fields.includes(undefined)) return problem;
  const named = fields.filter((field) => field !== undefined && field !== 'the record');
  const strange = named.length < fields.length;
  if (named.length === 0) return 'it is not a record of this kind, or holds something more';
  const list = `${listed(named)} ${named.length === 1 ? 'is' : 'are'} missing or wrong`;
  return strange ? `${list}, and it holds something more` : list;
}

function listed(names: readonly unknown[]): string {
  const more = names.length - mostNamed;
  const shown = more > 0 ? [...names.slice(0, mostNamed), `${more} more`] : names;
  const last = shown.at(-1);
  return shown.length === 1 ? String(last) : `${shown.slice(0, -1).join(', ')} and ${last}`;
}
