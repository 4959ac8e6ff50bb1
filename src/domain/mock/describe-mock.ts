import { levels } from '../../guide.ts';

/** The levels of some questions, in guide order, such as "Beginner, Advanced". */
export function describeLevels(questions: readonly { readonly level: string }[]): string {
  const ids = new Set(questions.map(({ level }) => level));
  return levels
    .filter(({ id }) => ids.has(id))
    .map(({ label }) => label)
    .join(', ');
}
