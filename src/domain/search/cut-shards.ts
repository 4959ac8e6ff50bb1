import { jurisdictions, levels, topics } from '../../guide.ts';
import { compareTexts } from '../words/compare-texts.ts';
import type { IndexedWord, InstantData } from './build-instant.ts';
import {
  type Doc,
  docsPerShard,
  encodePostings,
  type IndexRoot,
  indexVersion,
  inlineQuestions,
  type Label,
  type WordShard,
} from './instant-format.ts';

/** Length at which a word shard is closed, in characters before compression. */
const shardLength = 16_000;

/** The files of an index: the root and, if they do not stand in it, the shards by file name. */
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
  const head = {
    version: indexVersion,
    count: data.docs.length,
    levels: levels.map(labelOf),
    topics: topics.map(labelOf),
    jurisdictions: jurisdictions.map(labelOf),
    starts,
  } as const;
  if (isSmall) return { root: { ...head, folder: '', words, docs }, shards: new Map() };
  return {
    root: { ...head, folder: hash },
    shards: new Map<string, unknown>([
      ...words.map((shard, index) => [`w${index}`, shard] as const),
      ...docs.map((shard, index) => [`d${index}`, shard] as const),
    ]),
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

function chunks(docs: readonly Doc[], size: number): Doc[][] {
  return Array.from({ length: Math.ceil(docs.length / size) }, (_, index) =>
    docs.slice(index * size, (index + 1) * size),
  );
}
