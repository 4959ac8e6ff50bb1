import type { SearchAnswer } from '../../browser/search-answer.ts';
import type { SearchEngine, SearchOptions } from '../../browser/search-guide.ts';
import { answerMessage, searchedInstead } from '../../domain/search/answer-message.ts';
import type { SearchRequest } from '../../domain/search/search-request.ts';
import { element } from '../button.ts';
import { pageResult, QuestionResult } from './result-view.ts';

/** The results of one search. Later results are added below, so that nothing moves. */
export class AnswerView {
  readonly #engine: SearchEngine;
  readonly #query: string;
  /** By position; results that came with the page have no view. */
  readonly #questions: Map<number, QuestionResult | undefined>;
  readonly #pages = new Set<string>();

  /** @param shown places of questions that came with the page */
  constructor(engine: SearchEngine, query: string, shown: readonly number[] = []) {
    this.#engine = engine;
    this.#query = query;
    this.#questions = new Map(shown.map((place) => [place, undefined]));
  }

  /**
   * Adds the questions that aren't shown yet, up to `max` in total. Returns the new ones in order.
   */
  addQuestions({ places, units }: SearchAnswer, max: number): HTMLAnchorElement[] {
    const left = Math.max(0, max - this.#questions.size);
    const added = places.filter((place) => !this.#questions.has(place)).slice(0, left);
    return added.map((place) => {
      const question = this.#engine.question(place);
      const url = this.#engine.paths.question(question.slug);
      const result = new QuestionResult(url, question, this.#engine.labelOf(question), units);
      this.#questions.set(place, result);
      return result.link;
    });
  }

  addPages({ pages }: SearchAnswer): HTMLAnchorElement[] {
    const added = pages.filter(({ url }) => !this.#pages.has(url));
    for (const { url } of added) this.#pages.add(url);
    return added.map((page) => pageResult(page, this.#engine));
  }

  /** Adds a sentence below each question; its summary if the full text fails to load. */
  async fill(answer: SearchAnswer): Promise<void> {
    await Promise.all(
      [...this.#questions].map(async ([place, view]) =>
        view?.fill(await answer.excerpt(place).catch(() => undefined)),
      ),
    );
  }

  /**
   * Shows the answers to a search as they come.
   *
   * @throws if the full text can't be searched, after filling the answer from the index alone
   */
  async follow(
    request: SearchRequest,
    options: SearchOptions,
    show: (answer: SearchAnswer, isFirst: boolean) => void,
  ): Promise<void> {
    let last: SearchAnswer | undefined;
    try {
      for await (const answer of this.#engine.search(request, options)) {
        if (options.isStale()) return;
        show(answer, last === undefined);
        last = answer;
        if (answer.isFinal) await this.fill(answer);
      }
    } catch (error) {
      if (last !== undefined) await this.fill(last);
      throw error;
    }
  }

  /** Notes above the results: a correction, a choice of meanings, or a link to the topics. */
  notes({ units, isAnswer, places }: SearchAnswer): HTMLElement[] {
    const topics = element('a', { href: this.#engine.paths.topics }, 'Browse all topics');
    const isFound = isAnswer || places.length > 0;
    const ambiguous = units.find(({ terms }) => terms.length > 1);
    return [
      ...this.#correction(searchedInstead(units)),
      ...(ambiguous === undefined ? [] : [this.#choice(ambiguous.terms)]),
      ...(isFound ? [] : [note('Try different words.', topics)]),
    ];
  }

  #correction(instead: string | undefined): HTMLElement[] {
    if (instead === undefined) return [];
    const used = element('strong', {}, instead);
    const typed = this.#searchLink(`Search instead for “${this.#query}.”`, this.#query);
    typed.href += '&as=typed';
    typed.dataset.exact = '';
    return [note('Showing results for ', used, '. ', typed)];
  }

  #choice(terms: readonly { readonly term: string; readonly expansion?: string | undefined }[]) {
    const links = terms.flatMap(({ term }) => [' ', this.#searchLink(term, term)]);
    return note('Which one do you mean?', ...links);
  }

  #searchLink(text: string, query: string): HTMLAnchorElement {
    const href = `${this.#engine.paths.search}?q=${encodeURIComponent(query)}`;
    const link = element('a', { href }, text);
    link.dataset.query = query;
    return link;
  }

  message({ places, pages, isAnswer, missing }: SearchAnswer): string {
    const counts = { questions: places.length, pages: pages.length };
    return answerMessage({ query: this.#query, ...counts, isAnswer, missing });
  }
}

function note(...content: readonly (string | Node)[]): HTMLElement {
  return element('p', { className: 'correction' }, ...content);
}
