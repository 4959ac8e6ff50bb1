import { type Level, levels } from '../../guide-settings.ts';

const all: readonly Level[] = levels;
const withStories = new Set(all.filter(({ ownStories }) => ownStories).map(({ id }) => id));

/**
 * True if readers answer a level's questions with their own stories (`ownStories` in
 * `guide-settings.ts`).
 */
export function tellsOwnStories(level: string): boolean {
  return withStories.has(level);
}
