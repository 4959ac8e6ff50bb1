/**
 * Finds the questions that fit a job description, using the guide's own words: the names of its
 * questions, parts of these names, the words in their summaries, and for each topic, its name, the
 * names of its glossary terms, and its `adWords`. Doesn't fetch, store, or send anything, so the
 * text stays where the reader pasted it.
 */
import { type Topic, topics } from '../../guide-settings.ts';
import type { SearchQuestion, SearchTerms } from '../search/search-data.ts';
import { isFiller, isIndexed, keyOf } from '../search/words.ts';

/**
 * A phrase in the job description that the guide knows. If it occurs several times, `name` is the
 * wording of its first occurrence.
 */
export interface AdPhrase {
  readonly start: number;
  readonly end: number;
  readonly name: string;
}

export interface AdMatch {
  readonly phrases: readonly AdPhrase[];
  /**
   * All codes, best match first. `reasons` has the names of the question's phrases, most telling
   * first.
   */
  readonly ranking: readonly { readonly code: string; readonly reasons: readonly string[] }[];
  /** Proper names in the job description that the guide doesn't know, such as “Tableau”. */
  readonly unknown: readonly string[];
}

interface Token {
  readonly key: string;
  readonly start: number;
  readonly end: number;
  /** Index of the clause that the word is in. Phrases don't extend beyond a clause. */
  readonly clause: number;
}

interface Meaning {
  /** How much each question (by code) is about the phrase. Its first topic counts 1. */
  readonly questions: Map<string, number>;
  /** True if the guide has the phrase only as an abbreviation: NICE isn't “nice.” */
  isAbbreviation: boolean;
}

/** How much a question is about its first topic, its second one, and so on. */
const topicShares = [1, 0.6, 0.35, 0.25];

/** How much a question is about a part of its short name. */
const labelShare = 1.1;

/**
 * Parts that occur in the names of more questions than this, such as “AI product,” say too little.
 */
const maxSharing = 2;

/** Factor for the question that is most about a phrase, which readers expect first. */
const bestFactor = 2;

const maxWords = 6;

/** All words that a question shares with the text count at most this much together. */
const maxCloseness = 1;

/**
 * Matches sentences about pay, benefits, hiring law, and applicants' data, which say nothing about
 * the work.
 */
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

/** Matches what may be a place with its US state, such as “Columbus, OH”, or “MRI, CT”. */
const place = new RegExp(
  "(\\p{Lu}[\\p{L}.’'-]*(?: \\p{Lu}[\\p{L}.’'-]*)*), (?:A[KLRZ]|C[AOT]|D[CE]|FL|GA|HI|I[ADLN]|K[SY]|LA|" +
    'M[ADEINOST]|N[CDEHJMVY]|O[HKR]|PA|RI|S[CD]|T[NX]|UT|V[AT]|W[AIVY])(?![\\p{L}\\p{N}])',
  'gu',
);

/** Matches what may be the name of a health organization, such as “Riverside Health Systems”. */
const organization =
  /(\p{Lu}[\p{L}’'-]*)(?: \p{Lu}[\p{L}’'-]*)*? (?:(?:Health|Healthcare|Medical)(?: (?:Systems?|Centers?|Group|Partners|Network))?|Hospitals?|Clinics?)(?![\p{L}\p{N}])(?! \p{Lu})/gu;

export class AdMatcher {
  /** The words in each question's names and summary, by code, in guide order. */
  readonly #words: ReadonlyMap<string, ReadonlySet<string>>;
  readonly #meanings = new Map<string, Meaning>();

  constructor(
    search: readonly SearchQuestion[],
    { questions: names, terms }: Pick<SearchTerms, 'questions' | 'terms'>,
  ) {
    // A question may be missing, because an open page may load files from two different builds.
    const questions = search.flatMap((question) => {
      const more = names[question.slug];
      return more === undefined ? [] : [{ ...question, ...more }];
    });
    this.#words = new Map(
      questions.map(({ code, title, label, aliases, summary }) => {
        const text = [title, label, aliases, summary].join('\n');
        return [code, new Set(tokensOf(text).map(({ key }) => key))];
      }),
    );
    for (const { code, title, label, aliases } of questions) {
      for (const name of [title, label, ...aliases.split(', ')]) {
        // Leave out names that are one plain word, such as “differ,” which can mean anything in a
        // job description.
        if (isName(name) || tokensOf(name).length > 1) this.#add(name, code, 1);
      }
    }
    this.#addParts(
      questions,
      new Set(terms.flatMap(({ term }) => tokensOf(term).at(-1)?.key ?? [])),
    );
    const namesOfTopic = topicNames(terms);
    for (const { code, topics } of questions) {
      for (const [index, share] of topicShares.entries()) {
        for (const name of namesOfTopic.get(topics[index] ?? '') ?? [])
          this.#add(name, code, share);
      }
    }
  }

  /**
   * Adds parts of the questions' names: abbreviations, such as “AWS,” and pairs of words that end
   * like a term, such as “model drift.”
   * @param heads the last words of all terms
   */
  #addParts(
    questions: readonly Pick<
      SearchQuestion & { readonly code: string },
      'code' | 'title' | 'label'
    >[],
    heads: ReadonlySet<string>,
  ) {
    const parts = questions.flatMap(({ code, title, label = '' }) =>
      [...partsOf(title, heads), ...partsOf(label, heads)].map((part) => {
        const strength = label.includes(part) ? labelShare : 1;
        return { code, part, strength, key: keyOfName(part) };
      }),
    );
    for (const group of Map.groupBy(parts, ({ key }) => key).values()) {
      if (new Set(group.map(({ code }) => code)).size > maxSharing) continue;
      for (const { part, code, strength } of group) this.#add(part, code, strength);
    }
  }

  #add(name: string, code: string, strength: number): void {
    const tokens = tokensOf(name);
    if (tokens.length === 0 || tokens.length > maxWords) return;
    // Leave out names such as “go-lives,” which would become “lives” and could mean anything.
    if (tokens.length === 1 && /[\p{L}\p{N}][\s-]+\p{L}{2}/u.test(name)) return;
    const key = keyAt(tokens, 0, tokens.length);
    const known = this.#meanings.get(key);
    const isAbbreviation = /^\p{Lu}{2,}$/u.test(name) && known?.isAbbreviation !== false;
    const questions = known?.questions ?? new Map<string, number>();
    questions.set(code, Math.max(strength, questions.get(code) ?? 0));
    this.#meanings.set(key, { questions, isAbbreviation });
  }

  match(text: string): AdMatch {
    const content = this.#withoutNames(text);
    const found = this.#phrasesOf(content);
    const names = new Map<string, string>();
    for (const { key, start, end } of found) {
      if (!names.has(key)) names.set(key, text.slice(start, end).replace(/\s+/g, ' '));
    }
    const weights = new Map([...names.keys()].map((key) => [key, this.#weight(key)]));
    return {
      phrases: found.map(({ start, end, key }) => ({ start, end, name: names.get(key) ?? '' })),
      ranking: this.#rank(weights, this.#closeness(content)).map(({ code, keys }) => ({
        code,
        reasons: keys.map((key) => names.get(key) ?? ''),
      })),
      unknown: this.#unknownIn(content, found),
    };
  }

  /**
   * Replaces places and employers with separators, so that everything else keeps its position. A
   * place has a word that the guide doesn't know, and an employer's name starts with one.
   */
  #withoutNames(text: string): string {
    const known = this.#knownWords();
    const isKnown = (word: string) => tokensOf(word).every(({ key }) => known.has(key));
    const hide = (name: string) => '|'.repeat(name.length);
    return text
      .replace(place, (name, town: string) => (isKnown(town) ? name : hide(name)))
      .replace(organization, (name, first: string) => (isKnown(first) ? name : hide(name)));
  }

  #knownWords(): Set<string> {
    const known = new Set([...this.#words.values()].flatMap((words) => [...words]));
    for (const key of this.#meanings.keys()) for (const word of key.split(' ')) known.add(word);
    return known;
  }

  /** Returns the capitalized words inside sentences that neither a phrase nor a question has. */
  #unknownIn(text: string, found: readonly Pick<AdPhrase, 'start' | 'end'>[]): string[] {
    const known = this.#knownWords();
    const tokens = tokensOf(text, true).filter(
      ({ key, start, end }) =>
        !known.has(key) &&
        /(?:\p{Ll}|,|\/|\() ?$/u.test(text.slice(0, start)) &&
        /^\p{Lu}/u.test(text.slice(start)) &&
        found.every((phrase) => phrase.end <= start || phrase.start >= end),
    );
    return [...new Set(tokens.map(({ start, end }) => text.slice(start, end)))];
  }

  /** Returns the known phrases, without overlaps. At each word, the longest one is taken. */
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
   * Returns the weight of a phrase, from 0 to 1. The more questions a phrase fits, the less it
   * says.
   */
  #weight(key: string): number {
    const all = this.#words.size;
    const shares = [...(this.#meanings.get(key)?.questions.values() ?? [])];
    const sum = shares.reduce((total, share) => total + share, 0);
    return Math.log(1 + all / Math.max(1, sum)) / Math.log(1 + all);
  }

  /**
   * Returns how much each question has in common with the text, from 0 to `maxCloseness`. Rare
   * words count more. Also catches subjects that no phrase names, such as training data from
   * another country.
   */
  #closeness(text: string): ReadonlyMap<string, number> {
    const words = new Set(tokensOf(text, true).map(({ key }) => key));
    const shared = [...this.#words].map(
      ([code, known]) => [code, [...known].filter((key) => words.has(key))] as const,
    );
    const counts = new Map<string, number>();
    for (const key of shared.flatMap(([, keys]) => keys)) {
      counts.set(key, (counts.get(key) ?? 0) + 1);
    }
    const sums = shared.map(([code, keys]) => {
      const rarities = keys.map((key) => Math.log(this.#words.size / (counts.get(key) ?? 1)));
      return [code, rarities.reduce((sum, rarity) => sum + rarity, 0)] as const;
    });
    const max = Math.max(1, ...sums.map(([, sum]) => sum));
    return new Map(sums.map(([code, sum]) => [code, (maxCloseness * sum) / max]));
  }

  /**
   * Ranks the questions. Starts with the one that covers the phrases best and continues with the
   * one that adds the most: each time a question covers a phrase, the phrase counts less. If
   * nothing matches, questions stay in guide order.
   */
  #rank(weights: ReadonlyMap<string, number>, closeness: ReadonlyMap<string, number>) {
    const covered = new Map<string, number>();
    const ranking: { readonly code: string; readonly keys: readonly string[] }[] = [];
    const open = new Set(this.#words.keys());
    const shareOf = (code: string, key: string) =>
      this.#meanings.get(key)?.questions.get(code) ?? 0;
    const highest = new Map(
      [...weights.keys()].map((key) => [
        key,
        Math.max(...(this.#meanings.get(key)?.questions.values() ?? [])),
      ]),
    );
    const worthOf = (code: string, key: string) => {
      const share = shareOf(code, key);
      return (weights.get(key) ?? 0) * share * (share === highest.get(key) ? bestFactor : 1);
    };
    while (open.size > 0) {
      let best = { code: '', score: -1 };
      for (const code of open) {
        let score = closeness.get(code) ?? 0;
        for (const key of weights.keys()) {
          score += worthOf(code, key) / (1 + 0.5 * (covered.get(key) ?? 0));
        }
        if (score > best.score) best = { code, score };
      }
      const { code } = best;
      open.delete(code);
      const keys = [...weights.keys()]
        .filter((key) => worthOf(code, key) > 0)
        .sort((a, b) => worthOf(code, b) - worthOf(code, a));
      for (const key of keys) {
        covered.set(key, (covered.get(key) ?? 0) + shareOf(code, key));
      }
      ranking.push({ code, keys });
    }
    return ranking;
  }
}

function partsOf(name: string, heads: ReadonlySet<string>): string[] {
  const tokens = tokensOf(name);
  return tokens.flatMap(({ start, end, clause, key }, index) => {
    const next = tokens[index + 1];
    const isPair = next?.clause === clause && !isFiller(key) && heads.has(next.key);
    const word = name.slice(start, end);
    return [...(isPair ? [name.slice(start, next.end)] : []), ...(isName(word) ? [word] : [])];
  });
}

function keyOfName(name: string): string {
  const tokens = tokensOf(name);
  return keyAt(tokens, 0, tokens.length);
}

/** Returns the name of each topic, the names of its terms, and its `adWords`, by topic id. */
function topicNames(terms: SearchTerms['terms']): ReadonlyMap<string, readonly string[]> {
  const byTopic = Map.groupBy(terms, ({ topic }) => topic);
  return new Map(
    topics.map(({ id, label, adWords = '' }: Topic) => {
      const names = byTopic
        .get(id)
        ?.flatMap(({ term, expansion = '', aliases }) => [term, expansion, ...aliases]);
      return [id, [label, ...(names ?? []), ...adWords.split(', ')]];
    }),
  );
}

function keyAt(tokens: readonly Token[], at: number, length: number): string {
  return tokens
    .slice(at, at + length)
    .map(({ key }) => key)
    .join(' ');
}

/**
 * True if a word looks like a proper name or an abbreviation that has only one meaning, such as
 * `FHIR` or `MLflow`. Such a word has two capitals or a digit.
 */
function isName(name: string): boolean {
  return /\p{L}*\p{Lu}\p{L}*\p{Lu}|\d/u.test(name);
}

/**
 * Returns the stems of the words that carry meaning.
 * @param isAd true to leave out sentences that match `boilerplate`
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
