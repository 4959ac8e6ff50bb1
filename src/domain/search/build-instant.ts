import { jurisdictions, levels, topics } from '../../guide.ts';
import type { Term } from '../glossary/find-terms.ts';
import type { Question } from '../guide/build-guide.ts';
import { type Doc, mostImpact, type Posting, type TermEntry } from './instant-format.ts';
import { formsOf, isSubject, keyOf, nameKey, wordsIn } from './words.ts';

/**
 * How much a word says about a question, by the field that it stands in. Titles and aliases are
 * written to say what a question is about; a hint's moves say what its answer is made of.
 */
const weights = { title: 8, label: 6, alias: 8, summary: 2.5, moves: 2, topic: 2 };

/** A field of a question. */
type Field = keyof typeof weights;

/** For each field of a question the weights of a word's uses there. */
type Uses = Map<Field, number[]>;

/** How far further uses in the same field count beside the weightiest. */
const repeated = 0.3;

/** Impact for a sum of weights of 1; sums go from 2 to about 30. */
const scale = 0.4;

/** A word of the index. */
export interface IndexedWord {
  readonly key: string;
  /** The word as it is most often written. */
  readonly word: string;
  readonly postings: readonly Posting[];
}

/** A question with the text of its hint, one move a line. */
export interface QuestionWithHint {
  readonly question: Question;
  readonly hint: string;
}

/** What the instant index is made from, before it is cut into shards. */
export interface InstantData {
  /** In the order of their keys. */
  readonly words: readonly IndexedWord[];
  readonly docs: readonly Doc[];
  /** Of the questions in the same order. */
  readonly summaries: readonly string[];
}

/** Collects words and questions for the instant index. Pure. */
export function instantData(questions: readonly QuestionWithHint[]): InstantData {
  return {
    words: indexWords(questions.map(fieldsOf)),
    docs: questions.map(({ question }) => docOf(question)),
    summaries: questions.map(({ question }) => question.summary),
  };
}

/** The phrases of each field. */
function fieldsOf({ question, hint }: QuestionWithHint): Map<Field, readonly string[]> {
  const moves = hint.split('\n').map(firstSentence);
  const names = question.topics.map((id) => labelOf(topics, id));
  return new Map<Field, readonly string[]>([
    ['title', [question.title]],
    ['label', [question.label]],
    ['alias', question.aliases],
    ['summary', [question.summary]],
    ['moves', moves],
    ['topic', [...names, labelOf(levels, question.level)]],
  ]);
}

/** The first sentence of a line of a hint: it names the move. */
function firstSentence(line: string): string {
  return line.replace(/^\d+\.\s/, '').replace(/(?<=[.?!:])\s.*$/, '');
}

type Labeled = readonly { readonly id: string; readonly label: string }[];

function labelOf(list: Labeled, id: string): string {
  return list.find((entry) => entry.id === id)?.label ?? id;
}

function docOf({ code, slug, title, level, topics: own, jurisdictions: where }: Question): Doc {
  const place = (list: Labeled, id: string): number => list.findIndex((entry) => entry.id === id);
  return [
    code,
    slug,
    title,
    place(levels, level),
    own.map((id) => place(topics, id)),
    where.map((id) => place(jurisdictions, id)),
  ];
}

function indexWords(questions: readonly Map<Field, readonly string[]>[]): IndexedWord[] {
  const uses = new Map<string, Map<number, Uses>>();
  const spellings = new Map<string, Map<string, number>>();
  for (const [doc, fields] of questions.entries()) {
    for (const [field, phrase] of [...fields].flatMap(([name, list]) =>
      list.map((text) => [name, text] as const),
    )) {
      const words = wordsIn(phrase).filter(isWorthIt);
      for (const word of words.flatMap(formsOf).filter(isWorthIt)) {
        const key = keyOf(word);
        const own = within(within(uses, key), doc);
        own.set(field, [...(own.get(field) ?? []), weightOf(field, words.length)]);
        count(within(spellings, key), word);
      }
    }
  }
  return [...uses.keys()].sort().map((key) => ({
    key,
    word: mostFrequent(spellings.get(key) ?? new Map()),
    postings: postingsOf(uses.get(key) ?? new Map()),
  }));
}

/** A word that is a whole alias says more than one of several words. */
function weightOf(field: Field, length: number): number {
  return field === 'alias' ? weights.alias / length ** 0.5 : weights[field];
}

/** Single letters say nothing; single digits do (`phase 2`). */
function isWorthIt(word: string): boolean {
  return isSubject(word) && (word.length > 1 || /\d/.test(word));
}

/** The names of the glossary, as the search reads them. */
export function termEntries(terms: readonly Term[]): TermEntry[] {
  return terms.map((term) => [
    term.id,
    term.term,
    term.expansion ?? '',
    otherNames(term),
    term.searchAs ?? '',
  ]);
}

/** The names beside term and expansion that search can't tell to be the same, misspellings last. */
function otherNames(term: Term): string[] {
  const known = new Set([term.term, term.expansion ?? ''].map(nameKey));
  const names = [...term.aliases, ...term.misspellings.map((name) => `~${name}`)];
  return names.filter((name) => {
    const key = nameKey(name);
    const isNew = !known.has(key);
    known.add(key);
    return isNew;
  });
}

/** Impact: of each field the weightiest use and a share of the others, summed, scaled and cut. */
function postingsOf(uses: ReadonlyMap<number, Uses>): Posting[] {
  return [...uses]
    .map(([doc, fields]) => {
      const sum = [...fields.values()].reduce((total, list) => total + fieldWeight(list), 0);
      const impact = Math.round(sum * scale);
      return { doc, impact: Math.max(1, Math.min(mostImpact, impact)) };
    })
    .sort((a, b) => a.doc - b.doc);
}

function fieldWeight(list: readonly number[]): number {
  const most = Math.max(...list);
  const rest = list.reduce((sum, weight) => sum + weight, 0) - most;
  return most + Math.min(most / 2, repeated * rest);
}

function mostFrequent(counts: ReadonlyMap<string, number>): string {
  return [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))[0]?.[0] ?? '';
}

function count<K>(counts: Map<K, number>, key: K): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}

function within<K, L, V>(maps: Map<K, Map<L, V>>, key: K): Map<L, V> {
  const found = maps.get(key) ?? new Map<L, V>();
  maps.set(key, found);
  return found;
}
