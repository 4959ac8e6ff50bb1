import type { InstantIndex } from '../../browser/instant-index.ts';
import type { SearchAnswer } from '../../browser/search-guide.ts';
import { answerMessage } from '../../domain/search/answer-message.ts';
import { fillSection, type ResultView, resultView } from './result-view.ts';

/** Addresses that results lead to. */
export interface ResultAddresses {
  /** Folder of the questions' pages. */
  readonly questions: string;
  /** The glossary page. */
  readonly glossary: string;
  /** The search page. */
  readonly page: string;
}

/** What one search shows: results are added and filled in, none of them moves. */
export class AnswerView {
  readonly #index: InstantIndex;
  readonly #addresses: ResultAddresses;
  readonly #query: string;
  /** By place; those that came with the page have no view. */
  readonly #shown: Map<number, ResultView | undefined>;

  /** @param shown places of questions that came with the page */
  constructor(
    index: InstantIndex,
    addresses: ResultAddresses,
    query: string,
    shown: readonly number[] = [],
  ) {
    this.#index = index;
    this.#addresses = addresses;
    this.#query = query;
    this.#shown = new Map(shown.map((place) => [place, undefined]));
  }

  /** Makes the results that are not shown yet, up to `most` in all. Returns the new ones in order. */
  async add(answer: SearchAnswer, most: number): Promise<ResultView[]> {
    const places = answer.results
      .map(({ doc }) => doc)
      .filter((doc) => !this.#shown.has(doc))
      .slice(0, Math.max(0, most - this.#shown.size));
    const docs = await this.#index.docs(places);
    return docs.map((doc, place) => {
      const [, slug, title] = doc;
      const question = {
        url: `${this.#addresses.questions}${slug}/`,
        title,
        place: this.#index.placeOf(doc),
      };
      const view = resultView(question, answer.keys);
      this.#shown.set(places[place] ?? -1, view);
      return view;
    });
  }

  /** Puts the best section and its text below each result. */
  async fill(answer: SearchAnswer): Promise<void> {
    await Promise.all(
      [...this.#shown].map(async ([doc, view]) => {
        if (view !== undefined) fillSection(view, await answer.excerpt(doc));
      }),
    );
  }

  /** The definition of what the query names, or the question which of two things is meant. */
  async terms({ terms, ambiguous }: SearchAnswer): Promise<HTMLElement[]> {
    if (terms.length === 0 && ambiguous.length === 0) return [];
    // Names of terms come after the first results, and so does the code that shows them.
    const { termCard, termChoice } = await import('./term-view.ts');
    const links = {
      glossary: this.#addresses.glossary,
      search: (query: string) => `${this.#addresses.page}?q=${encodeURIComponent(query)}`,
    };
    if (ambiguous.length > 1) return [termChoice(ambiguous, links)];
    return terms.slice(0, 1).map((term) => termCard(term, this.#index, links));
  }

  /** The sentence above the results. */
  message(answer: SearchAnswer): string {
    const { results, complete, dropped } = answer;
    return answerMessage({ query: this.#query, total: results.length, complete, dropped });
  }
}

/** Says what was searched instead of what was typed, with a way to search for that. */
export function correctionNote(
  { corrections }: SearchAnswer,
  address: string,
): HTMLElement | undefined {
  if (corrections.length === 0) return undefined;
  const note = document.createElement('p');
  note.className = 'correction';
  const used = document.createElement('strong');
  used.textContent = corrections.map((correction) => correction.used).join(', ');
  const typed = corrections.map((correction) => correction.typed).join(' ');
  const exact = document.createElement('a');
  exact.href = `${address}&as=typed`;
  exact.dataset.query = new URL(exact.href, location.href).searchParams.get('q') ?? '';
  exact.dataset.exact = '';
  exact.textContent = `Search for “${typed}” as typed`;
  note.append('Did you mean ', used, '? Its results are shown. ', exact);
  return note;
}
