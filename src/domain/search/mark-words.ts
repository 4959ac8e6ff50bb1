import type { QueryUnit } from './read-query.ts';
import { foldWord, formsOf, isIndexed, keyOf, wordsIn } from './words.ts';

export interface Segment {
  readonly text: string;
  readonly isMatch: boolean;
}

/** A range of the text that matches a query: `[start, end)`, in UTF-16 code units. */
export interface Match {
  readonly unit: QueryUnit;
  readonly start: number;
  readonly end: number;
}

/** A word, a part of a hyphenated word, or a whole hyphenated word. */
interface Token {
  readonly keys: readonly string[];
  readonly folded: readonly string[];
  readonly start: number;
  readonly end: number;
}

/** Text that is tokenized once, so that it can be searched repeatedly. */
export class ReadText {
  readonly text: string;
  /** Words that carry meaning, with hyphenated words split into their parts. */
  readonly #parts: readonly Token[];
  readonly #joined: readonly Token[];

  constructor(text: string) {
    this.text = text;
    const parts: Token[] = [];
    const joined: Token[] = [];
    const word = /[\p{L}\p{N}]+(?:[.’'/&-][\p{L}\p{N}]+|,\d{3}(?!\d)|\([\p{L}\p{N}]{1,3}\))*/gu;
    for (const { 0: found, index } of text.matchAll(word)) {
      const words = wordsIn(found);
      const isPlain = words.length === 1 && words[0]?.includes('-') === false;
      const wholes = words.flatMap((one) => formsOf(one).slice(0, 1));
      (isPlain ? parts : joined).push(tokenOf(wholes, index, index + found.length));
      for (const { 0: part, index: at } of isPlain ? [] : found.matchAll(/[\p{L}\p{N}]+/gu)) {
        parts.push(tokenOf([part], index + at, index + at + part.length));
      }
    }
    this.#parts = parts.filter(({ keys }) => keys.length > 0);
    this.#joined = joined;
  }

  /**
   * Returns the query's matches in the text. A name with several words matches only as a phrase.
   */
  matches(units: readonly QueryUnit[]): Match[] {
    return units.flatMap((unit) =>
      unit.names.flatMap((name) => [
        ...runs(this.#parts, name, unit),
        ...(name.length === 1 ? runs(this.#joined, name, unit) : []),
      ]),
    );
  }

  /**
   * Splits the text, or a range of it, into segments that match a query and segments that don't.
   */
  marked(units: readonly QueryUnit[], start = 0, end = this.text.length): Segment[] {
    const segments: Segment[] = [];
    let at = start;
    const matches = this.matches(units).sort((a, b) => a.start - b.start || b.end - a.end);
    for (const match of matches) {
      if (match.start < at || match.end > end) continue;
      if (match.start > at)
        segments.push({ text: this.text.slice(at, match.start), isMatch: false });
      segments.push({ text: this.text.slice(match.start, match.end), isMatch: true });
      at = match.end;
    }
    if (at < end) segments.push({ text: this.text.slice(at, end), isMatch: false });
    return segments;
  }
}

function tokenOf(words: readonly string[], start: number, end: number): Token {
  const indexed = words.filter(isIndexed);
  return { keys: indexed.map(keyOf), folded: indexed.map(foldWord), start, end };
}

function runs(tokens: readonly Token[], name: readonly string[], unit: QueryUnit): Match[] {
  const found: Match[] = [];
  for (let at = 0; at + name.length <= tokens.length; at += 1) {
    if (!name.every((key, index) => isWord(tokens[at + index], key, unit))) continue;
    const start = tokens[at]?.start ?? 0;
    found.push({ unit, start, end: tokens[at + name.length - 1]?.end ?? start });
  }
  return found;
}

function isWord(token: Token | undefined, key: string, { completion }: QueryUnit): boolean {
  if (token === undefined) return false;
  const isBegun =
    completion !== undefined && token.folded.some((word) => word.startsWith(completion.start));
  return isBegun || token.keys.includes(key);
}
