/**
 * Finds the questions that a job description asks for, using the guide's own words: the other names
 * of its questions, its glossary with synonyms, and the words of `ad-words.ts`. Nothing is fetched,
 * stored, or sent here; the text stays where the reader pasted it.
 */
import { isIndexed, keyOf } from '../search/words.ts';

/** A question as the matcher needs it, in guide order. */
export interface AdQuestion {
  readonly code: string;
  readonly title: string;
  readonly label: string;
  /** Its topics, the most central first. */
  readonly topics: readonly string[];
  readonly summary: string;
  /** Its other names, separated by commas. */
  readonly aliases: string;
  /** Names of the glossary terms that the question is about, by term. */
  readonly terms: readonly (readonly string[])[];
}

/** A phrase of the text that the guide knows. If the phrase is repeated, it has the same `name`. */
export interface AdPhrase {
  readonly start: number;
  readonly end: number;
  readonly name: string;
}

export interface AdMatch {
  readonly phrases: readonly AdPhrase[];
  /** All codes, the best first. Each has the names of its phrases, the most telling first. */
  readonly ranking: readonly { readonly code: string; readonly reasons: readonly string[] }[];
}

interface Token {
  readonly key: string;
  readonly start: number;
  readonly end: number;
  /** Index of its part of a sentence. A phrase doesn't extend beyond it. */
  readonly clause: number;
}

interface Meaning {
  /** How much each question is about the phrase, from 0 to 1. */
  readonly questions: Map<string, number>;
  /** True if it is only known as an abbreviation: NICE isn't “nice.” */
  isAbbreviation: boolean;
}

/** How much a question is about its first, second, … topic. */
const topicShares = [1, 0.6, 0.35, 0.25];

/** How much a question is about its own name, its other names, and its glossary terms. */
const strengths = { label: 1.5, alias: 0.9, term: 0.6 };

const maxWords = 6;

/** Shared words count at most as much as a phrase that names the question. */
const maxCloseness = 1;

/** Sentences about the employer and hiring law, which say nothing about the work. */
const boilerplate = new RegExp(
  [
    'equal[- ](?:employment )?opportunit|affirmative action|without regard to|protected veteran',
    'sexual orientation|reasonable accommodation|background check|drug screen|visa sponsorship',
    'paid time off|\\bPTO\\b|401\\(?k|parental leave|health insurance|(?:dental|vision)[, ]',
    '(?:base|target) salary|(?:salary|pay|compensation) range|stock options|applicant',
    'candidate privacy|how we (?:use|process) your data',
  ].join('|'),
  'i',
);

export class AdMatcher {
  readonly #questions: readonly AdQuestion[];
  /** The words of each question. */
  readonly #words: readonly ReadonlySet<string>[];
  readonly #meanings = new Map<string, Meaning>();

  constructor(
    questions: readonly AdQuestion[],
    words: Readonly<Record<string, readonly string[]>>,
  ) {
    this.#questions = questions;
    this.#words = questions.map(
      ({ title, label, aliases, summary }) =>
        new Set(tokensOf([title, label, aliases, summary].join('\n')).map(({ key }) => key)),
    );
    for (const question of questions) this.#addNames(question);
    for (const [topic, names] of Object.entries(words)) this.#addWords(topic, names);
  }

  #addNames({ code, title, label, aliases, terms }: AdQuestion): void {
    // Other names of one plain word, such as "differ," mean anything in a job description.
    const names = [title, label, ...aliases.split(', ')].filter(
      (name) => isName(name) || tokensOf(name).length > 1,
    );
    for (const name of names) {
      this.#add(name, code, name === label ? strengths.label : strengths.alias);
    }
    for (const name of terms.flat()) this.#add(name, code, strengths.term);
  }

  #addWords(topic: string, names: readonly string[]): void {
    for (const { code, topics } of this.#questions) {
      const share = topicShares[topics.indexOf(topic)];
      if (share === undefined) continue;
      for (const name of names) this.#add(name, code, share, true);
    }
  }

  #add(name: string, code: string, strength: number, isWord = false): void {
    const tokens = tokensOf(name);
    if (tokens.length === 0 || tokens.length > maxWords) return;
    // “Go-lives” would be “lives,” which means anything.
    if (tokens.length === 1 && /[\p{L}\p{N}][\s-]+\p{L}{2}/u.test(name)) return;
    const key = keyAt(tokens, 0, tokens.length);
    const known = this.#meanings.get(key);
    const isAbbreviation = !isWord && /^\p{Lu}{2,}$/u.test(name) && known?.isAbbreviation !== false;
    const questions = known?.questions ?? new Map<string, number>();
    questions.set(code, Math.max(strength, questions.get(code) ?? 0));
    this.#meanings.set(key, { questions, isAbbreviation });
  }

  match(text: string): AdMatch {
    const found = this.#phrasesOf(text);
    const counts = new Map<string, number>();
    for (const { key } of found) counts.set(key, (counts.get(key) ?? 0) + 1);
    const names = new Map<string, string>();
    for (const { key, start, end } of found) {
      if (!names.has(key)) names.set(key, text.slice(start, end).replace(/\s+/g, ' '));
    }
    const weights = new Map(
      [...counts].map(([key, count]) => [key, this.#weight(key) * (1 + 0.25 * Math.log2(count))]),
    );
    return {
      phrases: found.map(({ start, end, key }) => ({ start, end, name: names.get(key) ?? '' })),
      ranking: this.#rank(weights, this.#closeness(text)).map(({ code, keys }) => ({
        code,
        reasons: keys.map((key) => names.get(key) ?? ''),
      })),
    };
  }

  /** Returns the longest known phrases that don't overlap. */
  #phrasesOf(text: string) {
    const tokens = tokensOf(text, true);
    const isKnown = (at: number, length: number): boolean => {
      const [first, last] = [tokens[at], tokens[at + length - 1]];
      if (first === undefined || first.clause !== last?.clause) return false;
      const meaning = this.#meanings.get(keyAt(tokens, at, length));
      if (meaning?.isAbbreviation !== true) return meaning !== undefined;
      return isName(text.slice(first.start, last.end));
    };
    const found: { key: string; start: number; end: number }[] = [];
    for (let at = 0; at < tokens.length; ) {
      let length = maxWords;
      while (length > 0 && !isKnown(at, length)) length -= 1;
      const [first, last] = [tokens[at], tokens[at + length - 1]];
      if (length > 0 && first !== undefined && last !== undefined) {
        const key = keyAt(tokens, at, length);
        found.push({ key, start: first.start, end: last.end });
      }
      at += Math.max(1, length);
    }
    return found;
  }

  /**
   * Returns the weight of a phrase, from 0 to 1. A phrase that fits every question says nothing.
   */
  #weight(key: string): number {
    const all = this.#questions.length;
    const shares = [...(this.#meanings.get(key)?.questions.values() ?? [])];
    const sum = shares.reduce((total, share) => total + share, 0);
    return Math.log(1 + all / Math.max(1, sum)) / Math.log(1 + all);
  }

  /**
   * Returns how many rare words a question shares with the text, from 0 to `maxCloseness`. This
   * finds what no phrase names, such as training data from another country.
   */
  #closeness(text: string): ReadonlyMap<string, number> {
    const words = new Set(tokensOf(text, true).map(({ key }) => key));
    const shared = this.#words.map((known) => [...known].filter((key) => words.has(key)));
    const counts = new Map<string, number>();
    for (const key of shared.flat()) counts.set(key, (counts.get(key) ?? 0) + 1);
    const all = this.#questions.length;
    const sums = shared.map((keys) =>
      keys.reduce((sum, key) => sum + Math.log(all / (counts.get(key) ?? 1)), 0),
    );
    const max = Math.max(1, ...sums);
    return new Map(
      this.#questions.map(({ code }, at) => [code, (maxCloseness * (sums[at] ?? 0)) / max]),
    );
  }

  /**
   * Ranks the questions. The best one for all phrases comes first, then the one that adds most,
   * because a phrase counts less for each question that already covers it. If nothing matches,
   * questions stay in guide order.
   */
  #rank(weights: ReadonlyMap<string, number>, closeness: ReadonlyMap<string, number>) {
    const covered = new Map<string, number>();
    const ranking: { readonly code: string; readonly keys: readonly string[] }[] = [];
    const left = new Set(this.#questions.map(({ code }) => code));
    const worthOf = (code: string, key: string) =>
      (weights.get(key) ?? 0) * (this.#meanings.get(key)?.questions.get(code) ?? 0);
    while (left.size > 0) {
      let best = { code: '', score: -1 };
      for (const code of left) {
        let score = closeness.get(code) ?? 0;
        for (const key of weights.keys()) {
          score += worthOf(code, key) / (1 + 0.5 * (covered.get(key) ?? 0));
        }
        if (score > best.score) best = { code, score };
      }
      const { code } = best;
      left.delete(code);
      const keys = [...weights.keys()]
        .filter((key) => worthOf(code, key) > 0)
        .sort((a, b) => worthOf(code, b) - worthOf(code, a));
      for (const key of keys) {
        const share = this.#meanings.get(key)?.questions.get(code) ?? 0;
        covered.set(key, (covered.get(key) ?? 0) + share);
      }
      ranking.push({ code, keys });
    }
    return ranking;
  }
}

function keyAt(tokens: readonly Token[], at: number, length: number): string {
  return tokens
    .slice(at, at + length)
    .map(({ key }) => key)
    .join(' ');
}

/**
 * True if a word is a proper name or an abbreviation, which has only one meaning: `FHIR`, `MLflow`.
 */
function isName(name: string): boolean {
  return /\p{L}*\p{Lu}\p{L}*\p{Lu}|\d/u.test(name);
}

/**
 * Returns the words that carry meaning, without their endings. @param isAd leaves out what isn't
 * about the work
 */
function tokensOf(text: string, isAd = false): Token[] {
  const tokens: Token[] = [];
  let clause = 0;
  for (const { 0: line, index: from } of text.matchAll(
    /[^\n.;:!?]+(?:\.(?=\S)[^\n.;:!?]*)*|[\n.;:!?]+/g,
  )) {
    clause += 1;
    if (isAd && boilerplate.test(line)) continue;
    const words =
      /\d+(?:\(\w{1,3}\))+|\p{L}[/&]\p{L}(?!\p{L})|[\p{L}\p{N}]+(?:['’]\p{L}+)?|[,|•·()]/gu;
    for (const { 0: word, index } of line.matchAll(words)) {
      if (/^[,|•·()]$/.test(word)) {
        clause += 1;
        continue;
      }
      const plain = word.replace(/[()/&]|['’]s?$/g, '').replace(/['’]/g, '');
      if (!isIndexed(plain)) continue;
      const start = from + index;
      tokens.push({ key: keyOf(plain), start, end: start + word.length, clause });
    }
  }
  return tokens;
}
