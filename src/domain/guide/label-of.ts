import type { Term } from '../../guide.ts';

/** Display name of a level, topic, or jurisdiction; its id if there is none, as in old links. */
export function labelOf(words: readonly Pick<Term, 'id' | 'label'>[], id: string): string {
  return words.find((word) => word.id === id)?.label ?? id;
}
