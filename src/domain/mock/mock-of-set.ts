import type { StudyData } from '../practice/study-data.ts';
import { minutesOf } from '../study-set/minutes-of.ts';
import type { StudySet } from '../study-set/set-link.ts';
import type { Mock } from './mock-link.ts';

/**
 * A mock interview with the questions of a set, in the set's order and with the time that their
 * answers take.
 */
export function mockOfSet(
  { codes }: StudySet,
  { questions, contentVersion }: Pick<StudyData, 'questions' | 'contentVersion'>,
): Mock {
  return {
    minutes: Math.round(minutesOf(codes, questions)),
    levels: [],
    topics: [],
    seed: 0,
    contentVersion,
    codes,
  };
}
