import { mostImpact, type Postings } from './instant-format.ts';
import type { Unit } from './read-query.ts';
import type { Vocabulary } from './vocabulary.ts';

/** A question that was found. */
export interface Ranked {
  /** Place of the question in the guide, counted from 0. */
  readonly doc: number;
  readonly score: number;
  /** How many words of the query it has, itself or by another name. */
  readonly words: number;
}

/** How much a question loses that lacks words of the query: score × (share of words)^this. */
const coverage = 0.5;

/** How far a question counts that has only some words of a term's name. */
const partOfName = 0.3;

/** What a question has of a unit, or of the whole query. */
interface Share {
  readonly score: number;
  readonly words: number;
}

const nothing: Share = { score: 0, words: 0 };

/**
 * Ranks questions. A word adds idf × impact ÷ highest impact, idf = ln(1 + N / n) for a word that
 * n of N questions have: a rare word says more than a common one. Words that name a glossary term
 * count by themselves or by another name of the term, whichever is more, if the question has all
 * words of that name. Best first, guide order among equals.
 *
 * @param count N, number of questions in the index
 */
export function rankQuestions(
  units: readonly Unit[],
  vocabulary: Vocabulary,
  count: number,
): Ranked[] {
  const total = units.reduce((sum, { words }) => sum + words.length, 0);
  const found = new Map<number, Share>();
  for (const unit of units) {
    for (const [doc, share] of unitShares(unit, vocabulary, count)) add(found, doc, share);
  }
  return [...found]
    .map(([doc, { score, words }]) => ({ doc, words, score: score * (words / total) ** coverage }))
    .sort((a, b) => b.score - a.score || a.doc - b.doc);
}

function unitShares(unit: Unit, vocabulary: Vocabulary, count: number): Map<number, Share> {
  const shares = new Map<number, Share>();
  for (const { keys } of unit.words) {
    for (const [doc, score] of wordScores(keys, vocabulary, count)) {
      add(shares, doc, { score, words: 1 });
    }
  }
  if (unit.terms.length === 0) return shares;
  for (const [doc, { score, words }] of shares) {
    // Some words of a name are not the thing: `protected` alone is not PHI.
    if (words < unit.words.length) shares.set(doc, { score: score * partOfName, words });
  }
  for (const name of unit.names) {
    for (const [doc, score] of nameScores(name, vocabulary, count)) {
      const own = shares.get(doc) ?? nothing;
      shares.set(doc, { score: Math.max(own.score, score), words: unit.words.length });
    }
  }
  return shares;
}

/** Scores of a word: of the keys that it may stand for, the best for each question. */
function wordScores(
  keys: ReadonlyMap<string, number>,
  vocabulary: Vocabulary,
  count: number,
): Map<number, number> {
  const scores = new Map<number, number>();
  for (const [key, factor] of keys) {
    for (const [doc, score] of scored(vocabulary.postings(key), count)) {
      scores.set(doc, Math.max(scores.get(doc) ?? 0, score * factor));
    }
  }
  return scores;
}

/** Scores of a name, for the questions that have all its words. */
function nameScores(
  name: readonly string[],
  vocabulary: Vocabulary,
  count: number,
): [number, number][] {
  const shares = new Map<number, Share>();
  for (const key of name) {
    for (const [doc, score] of scored(vocabulary.postings(key), count)) {
      add(shares, doc, { score, words: 1 });
    }
  }
  return [...shares].flatMap(([doc, { score, words }]): [number, number][] =>
    words === name.length ? [[doc, score]] : [],
  );
}

function add(shares: Map<number, Share>, doc: number, { score, words }: Share): void {
  const own = shares.get(doc) ?? nothing;
  shares.set(doc, { score: own.score + score, words: own.words + words });
}

function* scored({ list, total }: Postings, count: number): Generator<[number, number]> {
  const idf = Math.log(1 + count / Math.max(1, total));
  for (const { doc, impact } of list) yield [doc, (idf * impact) / mostImpact];
}
