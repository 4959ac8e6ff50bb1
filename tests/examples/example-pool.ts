import type { PoolQuestion } from '../../src/domain/mock/draw.ts';
import { levels, topics } from '../../src/guide-settings.ts';
import { exampleCodes } from './example-book.ts';

/** Example questions with topics. Each level has exactly its minimum number of questions. */
export const examplePool: readonly PoolQuestion[] = levels
  .flatMap(({ id, atLeast }) => Array.from({ length: atLeast }, () => id))
  .map((level, index) => ({
    code: exampleCodes[index] ?? '',
    level,
    topics: [
      topics[index % topics.length]?.id ?? '',
      topics[(index * 7) % topics.length]?.id ?? '',
    ],
  }));
