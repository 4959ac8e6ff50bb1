import type { Term } from '../../guide-settings.ts';

/**
 * Returns the display name of a level, topic, or jurisdiction. If the id is unknown, as in an old
 * link, returns the id itself.
 */
export function labelOf(words: readonly Pick<Term, 'id' | 'label'>[], id: string): string {
  return words.find((word) => word.id === id)?.label ?? id;
}
