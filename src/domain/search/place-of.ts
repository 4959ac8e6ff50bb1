import { levels, topics } from '../../guide-settings.ts';
import { labelOf } from '../guide/label-of.ts';
import type { SearchQuestion } from './search-data.ts';

export function placeOf({ level, topics: ids }: Pick<SearchQuestion, 'level' | 'topics'>): string {
  return `${labelOf(levels, level)} · ${ids.map((id) => labelOf(topics, id)).join(', ')}`;
}
