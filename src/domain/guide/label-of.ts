import type { Term } from '../../guide.ts';

/**
 * Returns the display name of a level, topic, or jurisdiction. If there is none, as in old links,
 * returns the id.
 */
export function labelOf(words: readonly Pick<Term, 'id' | 'label'>[], id: string): string {
  return words.find((word) => word.id === id)?.label ?? id;
}
