import { bm25, wordsOf } from '../../../domain/labs/bm25.ts';
import { library, question } from './library.ts';

/** Neighboring sentences of one document, from `first` on. */
export type Chunk = ReturnType<typeof chunksOf>[number];

export interface Hit {
  readonly chunk: Chunk;
  /** Rank by words, from 1. */
  readonly byWords: number;
  readonly score: number;
}

/** The documents cut into chunks, in their order. */
export function chunksOf(size: number, isFiltered: boolean) {
  return library
    .filter(({ isOutdated }) => !(isFiltered && isOutdated))
    .flatMap((document) =>
      Array.from({ length: Math.ceil(document.sentences.length / size) }, (_, at) => {
        const first = at * size;
        const sentences = document.sentences.slice(first, first + size);
        return { document, first, sentences, text: sentences.map(({ text }) => text).join(' ') };
      }),
    );
}

interface Search {
  readonly size: number;
  readonly k: number;
  readonly hasReranker: boolean;
  readonly isFiltered: boolean;
}

/**
 * The `k` chunks of `size` sentences that the model reads, best first: by BM25, and with a reranker
 * the first ten by how well their best sentence answers. This reranker is ideal; a real one makes
 * mistakes.
 */
export function retrieve({ size, k, hasReranker, isFiltered }: Search): Hit[] {
  const chunks = chunksOf(size, isFiltered);
  const texts = chunks.map(({ text }) => text);
  const scores = bm25(question, texts);
  const hits = chunks
    .map((chunk, at): Hit => ({ chunk, score: scores[at] ?? 0, byWords: 0 }))
    .sort((a, b) => b.score - a.score)
    .map((hit, at) => ({ ...hit, byWords: at + 1 }));
  if (!hasReranker) return hits.slice(0, k);
  const grade = ({ chunk }: Hit): number => Math.max(...chunk.sentences.map((one) => one.grade));
  return hits
    .slice(0, 10)
    .sort((a, b) => grade(b) - grade(a) || a.byWords - b.byWords)
    .slice(0, k);
}

/** What the answer can cite, and how many words the model reads. */
export type Citable = ReturnType<typeof citable>;

export function citable(hits: readonly Hit[]) {
  const roles = new Set(hits.flatMap(({ chunk }) => chunk.sentences.map(({ role }) => role)));
  return {
    hasRule: roles.has('rule'),
    hasException: roles.has('exception'),
    hasOutdated: roles.has('outdated'),
    words: hits.reduce((sum, { chunk }) => sum + wordsOf(chunk.text).length, 0),
  };
}
