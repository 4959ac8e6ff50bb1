import { listOf } from '../../lib/text.ts';
import type { SetLink } from '../study-set/set-link.ts';

type Group = Pick<SetLink, 'all' | 'people' | 'takers'>;

/**
 * Returns who in a group answers a question: the person who takes it in the set or, if nobody does,
 * the members in turn. Returns undefined if the set has fewer than two people.
 */
export function answererOf({ all, people = [], takers }: Group, code: string): string | undefined {
  if (people.length < 2) return undefined;
  const order = Math.max(0, all.indexOf(code));
  return takers?.get(code) ?? people[order % people.length];
}

/**
 * Says whose turn it is, such as "BM answers. You and CL listen."
 * @param me the reader's initials, if they are known
 */
export function describeTurn(group: Group, code: string, me: string | undefined): string {
  const answerer = answererOf(group, code);
  if (answerer === undefined) return '';
  const listeners = (group.people ?? []).filter((person) => person !== answerer);
  // The reader comes first.
  const names = listeners
    .toSorted((a, b) => Number(b === me) - Number(a === me))
    .map((person) => (person === me ? 'you' : person));
  const list = listOf(names);
  const isOneOther = names.length === 1 && names[0] !== 'you';
  const listen = `${list.replace(/^y/, 'Y')} ${isOneOther ? 'listens' : 'listen'}.`;
  return `${answerer === me ? 'You answer' : `${answerer} answers`}. ${listen}`;
}
