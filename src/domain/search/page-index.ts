import type { KnownWords } from './known-words.ts';
import { mayBecome, type QueryUnit } from './read-query.ts';
import type { SearchTerm, SitePage } from './search-data.ts';
import { isFiller, isNegative, keyOf, keysIn, partKeysIn } from './words.ts';

export interface PageEntry extends SitePage {
  readonly term?: SearchTerm;
}

export interface FoundPage extends PageEntry {
  /** True if the query names the page, in which case the reader probably wants it. */
  readonly isNamed: boolean;
}

interface Entry {
  readonly page: PageEntry;
  /** The keys of the page's title and of each of its other names. */
  readonly names: readonly (readonly string[])[];
  readonly keys: readonly string[];
}

/** For each kind of page, the words that people use when they look for one. */
const kindNames: Readonly<Record<SitePage['kind'], string>> = {
  Page: 'page list overview section guide',
  Lab: [
    'lab calculator tool simulator simulation interactive slider chart quiz exercise game demo try',
    'playground sandbox test practice hands-on explorer example',
  ].join(' '),
  Path: 'path course curriculum syllabus study plan for',
  Topic: 'topic theme area',
  Level: 'level questions difficulty',
  Term: 'term definition meaning glossary',
};

/** Kinds of pages that readers search for by name. */
const isAsked: ReadonlySet<SitePage['kind']> = new Set(['Page', 'Lab', 'Path']);

/** Maximum number of labs and pages in the results. */
const maxPages = 4;
const maxTerms = 2;

/**
 * If more terms than this contain the query's only word, as with “data”, none of them is meant
 * unless the word is the whole term.
 */
const maxWithWord = 6;

export class PageIndex {
  readonly #entries: Entry[] = [];
  readonly #knownWords: KnownWords;

  /** @param knownWords receives the words in the names */
  constructor(pages: readonly SitePage[], knownWords: KnownWords) {
    this.#knownWords = knownWords;
    this.add(pages);
  }

  add(pages: readonly PageEntry[]): void {
    for (const page of pages) {
      const texts = [page.title, ...(page.names ?? [])];
      this.#knownWords.add(texts.join('. '), 0);
      // Include names written as one word, such as `healthlake`.
      const joined = texts.map((text) => keyOf(text.replace(/[\s-]/g, '')));
      const keys = [...texts.flatMap(keysIn), ...joined];
      this.#entries.push({ page, names: texts.map(subjectKeysIn), keys });
    }
  }

  addTerms(terms: readonly SearchTerm[], glossary: string): void {
    this.add(
      terms.map((term) => ({
        kind: 'Term',
        title: term.term,
        url: `${glossary}#${term.id}`,
        names: [term.expansion ?? '', ...term.aliases].filter(
          (name) => name !== '' && !isNegative(name),
        ),
        term,
      })),
    );
  }

  /**
   * Returns the terms, and then the pages and labs, whose names fit the words of a query, best
   * first. If the query asks for a lab, half of the other words are enough.
   */
  search(units: readonly QueryUnit[]): FoundPage[] {
    if (units.length === 0) return [];
    const query = new PageQuery(units);
    const results = this.#entries
      .map((entry) => ({ entry, score: query.scoreOf(entry) }))
      .filter(({ score }) => score > 0)
      .sort((a, b) => b.score - a.score)
      .map(({ entry, score }) => ({
        ...entry.page,
        isNamed: query.names(entry),
        isWholeTerm: score >= wholeTerm,
        isOfKind: query.endsNameOf(entry),
      }));
    const terms = results.filter(({ kind }) => kind === 'Term');
    // A single word from longer names means the terms that end with it, as “drift” means data drift
    // and concept drift. If it is in only one or two terms, it means these.
    const isVague = units.length === 1 && terms.length > maxTerms;
    const isCommon = terms.length > maxWithWord;
    return [
      ...terms
        .filter(({ isWholeTerm, isOfKind }) => isWholeTerm || !isVague || (isOfKind && !isCommon))
        .slice(0, maxTerms),
      ...results.filter(({ kind }) => kind !== 'Term').slice(0, maxPages),
    ];
  }
}

/** Returns the keys of the words that say what a page is about. If none do, returns all keys. */
function subjectKeysIn(text: string): string[] {
  const keys = partKeysIn(text);
  const subjects = keys.filter((key) => !isFiller(key));
  return subjects.length > 0 ? subjects : keys;
}

/** Score of a page if the query only asks for its kind, as in `calculator`. */
const minScore = 0.01;

/** Minimum score of a term that the query names. Any other term scores less. */
const wholeTerm = 2;

class PageQuery {
  /** The units that carry meaning. If none do, all units. */
  readonly #units: readonly QueryUnit[];
  readonly #keys: readonly string[];
  /** The keys of all units, even those without meaning. */
  readonly #typed: readonly string[];

  constructor(units: readonly QueryUnit[]) {
    this.#typed = units.flatMap(({ names: [typed = []] }) => typed);
    const subjects = units.filter(({ names: [typed = []] }) => !typed.every(isFiller));
    this.#units = subjects.length > 0 ? subjects : units;
    this.#keys = this.#units.flatMap(({ names: [typed = []] }) => typed);
  }

  /** Returns how well a page fits the query, or 0 if it doesn't. */
  scoreOf(entry: Entry): number {
    const { page, names } = entry;
    const subjects = this.#besides(page.kind);
    const fitting = subjects.filter((unit) => has(entry, unit)).length;
    const hasAll = fitting === subjects.length;
    const best = Math.max(...names.map((name) => this.#overlap(name)));
    if (page.term !== undefined) return this.#termScore(page.term.id, hasAll ? best : 0);
    // If the query asks for a lab ("savings calculator"), half of the other words are enough.
    const isAsked = page.kind === 'Lab' && subjects.length < this.#units.length;
    const fits = hasAll || (isAsked && fitting > 0 && 2 * fitting >= subjects.length);
    if (fits) return best + minScore;
    return names.some((name) => this.#isAbout(name, page.kind)) ? best : 0;
  }

  /**
   * True if the query names a page or its kind. A lab's other names don't count, because a question
   * may have the same subject.
   */
  names({ page: { kind }, names: [title = [], ...others] }: Entry): boolean {
    if (!isAsked.has(kind)) return false;
    const accepted = kind === 'Lab' ? [title] : [title, ...others];
    const kindKeys = keysIn(kindNames[kind]);
    return (
      this.#typed.includes(keyOf(kind)) ||
      this.#keys.some((key) => kindKeys.includes(key)) ||
      accepted.some((name) => this.#overlap(name) === 1)
    );
  }

  /** True if the last word of the page's title is the last word of the query. */
  endsNameOf({ names: [title = []] }: Entry): boolean {
    return title.at(-1) === this.#keys.at(-1);
  }

  /** Returns the units that aren't words for this kind of page. */
  #besides(kind: SitePage['kind']): readonly QueryUnit[] {
    const kindKeys = keysIn(kindNames[kind]);
    return this.#units.filter(
      ({ names: [typed = []] }) => !typed.every((key) => kindKeys.includes(key)),
    );
  }

  /**
   * Scores a term. If at least half of the query's words name terms, their definitions answer it.
   */
  #termScore(id: string, score: number): number {
    const isIn = this.#units.some(({ terms }) => terms.some((term) => term.id === id));
    const named = this.#units.filter(({ terms }) => terms.length > 0);
    const words = named.flatMap(({ names: [typed = []] }) => typed);
    return isIn && 2 * words.length >= this.#keys.length ? wholeTerm + score : score;
  }

  /**
   * True if the query contains all the words in a name and at most as many others. A one-word name
   * counts only for a lab.
   */
  #isAbout(name: readonly string[], kind: SitePage['kind']): boolean {
    if (name.length === 0 || !name.every((key) => this.#keys.includes(key))) return false;
    const others = this.#keys.filter((key) => !name.includes(key));
    return (name.length > 1 || kind === 'Lab') && others.length <= name.length;
  }

  /**
   * Returns how similar a name is to the query: twice the number of keys that they share, divided
   * by the total number of keys in both (Dice 1945).
   */
  #overlap(name: readonly string[]): number {
    const completes = mayBecome(this.#units.at(-1)?.completion);
    const common = this.#keys.filter((key) => name.includes(key)).length;
    const begun =
      this.#units.at(-1)?.names[0]?.some((key) => !name.includes(key)) && name.some(completes);
    return (2 * (common + Number(begun))) / (this.#keys.length + name.length);
  }
}

/** True if a page's names contain all the words in one of the unit's names. */
function has({ page, keys }: Entry, { names, completion }: QueryUnit): boolean {
  const completes = mayBecome(completion);
  // For pages, only the typed words count: their names are everyday words, which are rarely meant
  // as other names for a term.
  const considered = page.kind === 'Page' ? names.slice(0, 1) : names;
  return considered.some((name) => name.every((key) => keys.includes(key) || keys.some(completes)));
}
