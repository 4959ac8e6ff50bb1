import { levels, topics } from '../../guide.ts';
import type { Mock } from './mock-link.ts';

/** From what a mock was drawn, such as "Beginner, Advanced; topics: FDA"; empty if from all. */
export function describeSource({ levels: levelIds, topics: topicIds }: Mock): string {
  const parts = [
    levelIds.length === 0 ? [] : [namesOf(levels, levelIds)],
    topicIds.length === 0 ? [] : [`topics: ${namesOf(topics, topicIds)}`],
  ];
  return parts.flat().join('; ');
}

function namesOf(
  terms: readonly { readonly id: string; readonly label: string }[],
  ids: readonly string[],
): string {
  return terms
    .filter(({ id }) => ids.includes(id))
    .map(({ label }) => label)
    .join(', ');
}
