/**
 * Full-text search with Pagefind (https://pagefind.app/docs/api/). Only this file knows its
 * interface, and it types only what we use.
 */
import { type Excerpt, excerptOf, type PartText } from '../domain/search/excerpt.ts';
import { ReadText } from '../domain/search/mark-words.ts';
import type { QueryUnit } from '../domain/search/read-query.ts';
import { OutdatedPageError } from './outdated-page.ts';

interface Pagefind {
  /** Pages that have all words of the query, best first; all pages for `null`. */
  search(
    query: string | null,
    options?: { readonly sort: Readonly<Record<string, 'asc'>> },
  ): Promise<{ readonly results: readonly PagefindResult[] }>;
}

interface PagefindResult {
  readonly id: string;
  data(): Promise<PagefindPage>;
}

interface PagefindPage {
  /** URL of the question, as indexed. */
  readonly raw_url: string;
  readonly raw_content: string;
  /** Its headings, each with the index of its first word in the content. */
  readonly anchors: readonly {
    readonly id: string;
    readonly text: string;
    readonly location: number;
  }[];
}

export class QuestionText {
  readonly #parts: readonly PartText[];

  readonly #content: string;

  constructor({ raw_content, anchors }: PagefindPage) {
    this.#parts = partsOf(raw_content, anchors);
    this.#content = raw_content.toLowerCase();
  }

  /** Whether it contains all words, also as parts of longer ones. */
  hasAll(words: string): boolean {
    return words
      .toLowerCase()
      .split(/\s+/)
      .every((word) => this.#content.includes(word));
  }

  /** The sentence that matches most of a query; undefined if none matches. */
  excerpt(units: readonly QueryUnit[]): Excerpt | undefined {
    return excerptOf(this.#parts, units);
  }

  has(unit: QueryUnit): boolean {
    return this.#parts.some(({ text }) => text.matches([unit]).length > 0);
  }
}

export class FullText {
  readonly #pagefind: Pagefind;
  /** In guide order. */
  readonly #pages: readonly PagefindResult[];
  readonly #questions: readonly { readonly slug: string }[];
  readonly #texts = new Map<number, Promise<QuestionText>>();

  private constructor(
    pagefind: Pagefind,
    pages: readonly PagefindResult[],
    questions: readonly { readonly slug: string }[],
  ) {
    this.#pagefind = pagefind;
    this.#pages = pages;
    this.#questions = questions;
  }

  /**
   * @param bundle folder of Pagefind's files
   * @param questions the questions in guide order, as this page knows them
   * @throws {Error} if it can't be loaded
   */
  static async open(
    bundle: string,
    questions: readonly { readonly slug: string }[],
  ): Promise<FullText> {
    const address = `${bundle}pagefind.js`;
    const pagefind: Pagefind = await import(/* @vite-ignore */ address).catch((cause: unknown) => {
      // Results from the index alone are there, so that the page need not be reloaded.
      throw new Error('Pagefind didn’t load.', { cause });
    });
    const { results } = await pagefind.search(null, { sort: { number: 'asc' } });
    return new FullText(pagefind, results, questions);
  }

  /** Places of the questions that may have all the words, best first. */
  async search(words: string): Promise<number[]> {
    const { results } = await this.#pagefind.search(words);
    // Offline, Pagefind misses words whose part of the index was never loaded; then all texts are
    // cached on the device (docs/offline.md).
    if (results.length === 0 && navigator.serviceWorker?.controller)
      return this.#lookThrough(words);
    return results
      .map(({ id }) => this.#pages.findIndex((page) => page.id === id))
      .filter((place) => place >= 0);
  }

  async #lookThrough(words: string): Promise<number[]> {
    const places = [...this.#pages.keys()];
    const texts = await Promise.all(places.map((place) => this.text(place)));
    return places.filter((place) => texts[place]?.hasAll(words));
  }

  text(place: number): Promise<QuestionText> {
    const known = this.#texts.get(place);
    if (known !== undefined) return known;
    const page = this.#pages[place];
    if (page === undefined) throw new RangeError(`The full text has no question ${place}.`);
    const text = page.data().then((data) => {
      // An update may have moved the questions while this page was open.
      if (!data.raw_url.endsWith(`/${this.#questions[place]?.slug}/`)) {
        throw new OutdatedPageError();
      }
      return new QuestionText(data);
    });
    this.#texts.set(place, text);
    // Failures aren't cached: the next try may work.
    text.catch(() => this.#texts.delete(place));
    return text;
  }
}

function partsOf(content: string, anchors: PagefindPage['anchors']): PartText[] {
  const words = content.split(/\s+/);
  return anchors.map(({ id, text: label, location }, place) => {
    const part = words.slice(location, anchors[place + 1]?.location).join(' ');
    const heading = `${label}. `;
    const text = part.startsWith(heading) ? part.slice(heading.length) : part;
    return { id, label, text: new ReadText(text) };
  });
}
