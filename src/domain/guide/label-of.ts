import type { Term } from '../../guide-settings.ts';

/**
 * Returns the display name of a level, topic, or jurisdiction. Returns the id itself if it is
 * unknown, as in an old link.
 */
export function labelOf(words: readonly Pick<Term, 'id' | 'label'>[], id: string): string {
  return words.find((word) => word.id === id)?.label ?? id;
}
