import type { SearchQuestion } from './search-data.ts';
import type { FilterKey, SearchRequest } from './search-request.ts';

/** Number of questions that each value of a filter would show, by filter and id. */
export type FilterCounts = Readonly<Record<FilterKey, Readonly<Record<string, number>>>>;

type Chosen = SearchRequest['chosen'];
type Filtered = Pick<SearchQuestion, 'level' | 'topics' | 'jurisdictions'>;

/**
 * The filters. They are separate from `search-request.ts`, whose labels aren't needed for the first
 * results.
 */
const keys: readonly FilterKey[] = ['level', 'topic', 'jurisdiction'];

/** True if a question has one of the selected values of each filter that has a selection. */
export function passes(question: Filtered | undefined, chosen: Chosen): boolean {
  return keys.every(
    (key) =>
      chosen[key].length === 0 || valuesOf(question, key).some((id) => chosen[key].includes(id)),
  );
}

/** Counts results by value. A selected filter doesn't reduce the counts of its own other values. */
export function countByValue(questions: readonly Filtered[], chosen: Chosen): FilterCounts {
  const count = (key: FilterKey): Record<string, number> => {
    const counts: Record<string, number> = {};
    for (const question of questions.filter((one) => passes(one, { ...chosen, [key]: [] }))) {
      for (const id of valuesOf(question, key)) counts[id] = (counts[id] ?? 0) + 1;
    }
    return counts;
  };
  return { level: count('level'), topic: count('topic'), jurisdiction: count('jurisdiction') };
}

function valuesOf(question: Filtered | undefined, key: FilterKey): readonly string[] {
  if (question === undefined) return [];
  if (key === 'level') return [question.level];
  return key === 'topic' ? question.topics : question.jurisdictions;
}
