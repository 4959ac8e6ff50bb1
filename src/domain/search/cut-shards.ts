import { jurisdictions, levels, topics } from '../../guide.ts';
import { compareTexts } from '../words/compare-texts.ts';
import type { IndexedWord, InstantData } from './build-instant.ts';
import { listByValue } from './filter-lists.ts';
import {
  docsPerShard,
  encodePostings,
  encodeRuns,
  type FiltersFile,
  type IndexRoot,
  indexVersion,
  inlineQuestions,
  type Label,
  type SummaryShard,
  type WordShard,
} from './instant-format.ts';

/** Length at which a word shard is closed, in characters before compression. */
const shardLength = 16_000;

/** The files of an index: the root and the shards by file name, but for those that stand in it. */
export interface IndexFiles {
  readonly root: IndexRoot;
  readonly shards: ReadonlyMap<string, unknown>;
}

/**
 * Cuts the index into files, see `instant-format.ts`.
 *
 * @param hash a short name for this content, the folder of its shards
 */
export function cutShards(data: InstantData, hash: string): IndexFiles {
  const isSmall = data.docs.length <= inlineQuestions;
  const ranges = isSmall ? [data.words] : rangesOf(data.words);
  const starts = ranges.map((range) => range[0]?.key ?? '');
  const words = ranges.map(wordShard);
  const docs = isSmall ? [data.docs] : chunks(data.docs, docsPerShard);
  const summaries = chunks(summariesByCode(data), docsPerShard).map(
    (entries): SummaryShard => Object.fromEntries(entries),
  );
  const head = {
    version: indexVersion,
    count: data.docs.length,
    levels: levels.map(labelOf),
    topics: topics.map(labelOf),
    jurisdictions: jurisdictions.map(labelOf),
    starts,
    folder: hash,
  } as const;
  const numbered = (letter: string, shards: readonly unknown[]) =>
    shards.map((shard, index): [string, unknown] => [`${letter}${index}`, shard]);
  if (isSmall) return { root: { ...head, words, docs }, shards: new Map(numbered('s', summaries)) };
  return {
    root: head,
    shards: new Map([
      ...numbered('w', words),
      ...numbered('d', docs),
      ...numbered('s', summaries),
      ['filters', filtersFile(data, head)],
    ]),
  };
}

function summariesByCode({ docs, summaries }: InstantData): (readonly [string, string])[] {
  return docs.map(([code], doc) => [code, summaries[doc] ?? '']);
}

function filtersFile(
  { docs }: InstantData,
  labels: Parameters<typeof listByValue>[1],
): FiltersFile {
  const lists = listByValue(docs, labels);
  const encoded = (values: ReadonlyMap<string, readonly number[]>) =>
    Object.fromEntries([...values].map(([id, places]) => [id, encodeRuns(places)]));
  return {
    level: encoded(lists.level),
    topic: encoded(lists.topic),
    jurisdiction: encoded(lists.jurisdiction),
  };
}

function labelOf({ id, label }: { readonly id: string; readonly label: string }): Label {
  return [id, label];
}

function wordShard(words: readonly IndexedWord[]): WordShard {
  // Words of the same questions stand together: their postings repeat, which compresses well.
  const entries = words
    .map(({ word, postings }) => ({ word, text: encodePostings(postings) }))
    .sort((a, b) => compareTexts(a.text, b.text) || compareTexts(a.word, b.word));
  return {
    words: entries.map(({ word }) => word).join(' '),
    postings: entries.map(({ text }) => text).join(' '),
  };
}

function rangesOf(words: readonly IndexedWord[]): IndexedWord[][] {
  const ranges: IndexedWord[][] = [];
  let length = Number.POSITIVE_INFINITY;
  for (const word of words) {
    if (length > shardLength) {
      ranges.push([]);
      length = 0;
    }
    ranges.at(-1)?.push(word);
    length += word.word.length + encodePostings(word.postings).length + 2;
  }
  return ranges;
}

function chunks<T>(entries: readonly T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(entries.length / size) }, (_, index) =>
    entries.slice(index * size, (index + 1) * size),
  );
}
