import { bm25, wordsOf } from '../../../domain/labs/bm25.ts';
import { type LibraryDocument, library, question, type Role, type Sentence } from './library.ts';

/** How the library is cut and searched. */
export interface Search {
  /** Sentences in a chunk. */
  readonly size: number;
  /** Chunks that the model reads. */
  readonly k: number;
  /** A reranker sorts the first ten again. */
  readonly hasReranker: boolean;
  /** Outdated editions are left out before the search. */
  readonly isFiltered: boolean;
}

/** Neighboring sentences of one document. */
export interface Chunk {
  readonly document: LibraryDocument;
  /** Place of its first sentence in the document. */
  readonly first: number;
  readonly sentences: readonly Sentence[];
  readonly text: string;
}

/** A chunk that was found. */
export interface Hit {
  readonly chunk: Chunk;
  /** Rank by words, from 1. */
  readonly byWords: number;
  readonly score: number;
}

/** Chunks that a reranker gets to see. */
const candidates = 10;

/** The documents cut into chunks, in their order. */
export function chunksOf(size: number, isFiltered: boolean): Chunk[] {
  return library
    .filter(({ isOutdated }) => !(isFiltered && isOutdated))
    .flatMap((document) =>
      Array.from({ length: Math.ceil(document.sentences.length / size) }, (_, at) => {
        const sentences = document.sentences.slice(at * size, (at + 1) * size);
        return {
          document,
          first: at * size,
          sentences,
          text: sentences.map(({ text }) => text).join(' '),
        };
      }),
    );
}

/**
 * The chunks that the model reads, best first: by BM25, and of the first ten by how well their best
 * sentence answers if there is a reranker. That one is ideal; a real one makes mistakes.
 */
export function retrieve({ size, k, hasReranker, isFiltered }: Search): Hit[] {
  const chunks = chunksOf(size, isFiltered);
  const scores = bm25(
    question,
    chunks.map(({ text }) => text),
  );
  const hits = chunks
    .map((chunk, at): Hit => ({ chunk, score: scores[at] ?? 0, byWords: 0 }))
    .sort((a, b) => b.score - a.score)
    .map((hit, at) => ({ ...hit, byWords: at + 1 }));
  if (!hasReranker) return hits.slice(0, k);
  const grade = ({ chunk }: Hit): number => Math.max(...chunk.sentences.map((one) => one.grade));
  return hits
    .slice(0, candidates)
    .sort((a, b) => grade(b) - grade(a) || a.byWords - b.byWords)
    .slice(0, k);
}

/** What the answer can cite. */
export interface Citable {
  readonly hasRule: boolean;
  readonly hasException: boolean;
  readonly hasOutdated: boolean;
  /** Words that the model reads. */
  readonly words: number;
}

export function citable(hits: readonly Hit[]): Citable {
  const roles = new Set<Role>(hits.flatMap(({ chunk }) => chunk.sentences.map(({ role }) => role)));
  return {
    hasRule: roles.has('rule'),
    hasException: roles.has('exception'),
    hasOutdated: roles.has('outdated'),
    words: hits.reduce((sum, { chunk }) => sum + wordsOf(chunk.text).length, 0),
  };
}
