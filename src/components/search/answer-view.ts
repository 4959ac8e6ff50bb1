import type { SearchAnswer, SearchEngine } from '../../browser/search-guide.ts';
import { answerMessage } from '../../domain/search/answer-message.ts';
import { ReadText, type Segment } from '../../domain/search/mark-words.ts';
import type { FoundPage } from '../../domain/search/page-index.ts';
import { placeOf } from '../../domain/search/place-of.ts';
import { element } from '../button.ts';

/** How many questions to show if the guide has nothing about the query. */
const maxNearest = 5;

export class AnswerView {
  readonly #engine: SearchEngine;
  readonly #query: string;
  readonly #answer: SearchAnswer;
  readonly #questions: readonly number[];

  constructor(engine: SearchEngine, query: string, answer: SearchAnswer) {
    this.#engine = engine;
    this.#query = query;
    this.#answer = answer;
    const { questions, verdict, isFinal } = answer;
    // The full text may match even if the names don't, so wait for it before showing the nearest
    // questions.
    const nearest = isFinal ? questions.slice(0, maxNearest) : [];
    this.#questions = verdict === 'nothing' ? nearest : questions;
  }

  get isFinal(): boolean {
    return this.#answer.isFinal;
  }

  get count(): number {
    return this.#questions.length;
  }

  /** True if a page or a term fits the query better than any question. */
  get isAboutPage(): boolean {
    const { pages, verdict } = this.#answer;
    return pages.some(({ isNamed }) => isNamed) || (pages.length > 0 && verdict !== 'found');
  }

  get message(): string {
    if (!this.#answer.isFinal) return '';
    const { pages, verdict, missing } = this.#answer;
    const terms = pages.filter(({ term }) => term).length;
    const counts = { questions: this.count, terms, pages: pages.length };
    return answerMessage({ query: this.#query, ...counts, verdict, missing });
  }

  questions(start: number, end: number): HTMLAnchorElement[] {
    return this.#questions.slice(start, end).map((index) => this.#question(index));
  }

  /**
   * Returns links to the matching terms or, if `areTerms` is false, to the other matching pages.
   */
  pages(areTerms: boolean): HTMLAnchorElement[] {
    const pages = this.#answer.pages.filter(({ kind }) => (kind === 'Term') === areTerms);
    return pages.map((page) => this.#page(page));
  }

  /**
   * Returns the notes above the results: crisis help, a correction, a choice of meanings, and a
   * link to the topics.
   */
  notes(): HTMLElement[] {
    const { units, corrected, crisis, verdict, pages, isFinal } = this.#answer;
    const ambiguous = units.find(({ terms }) => terms.length > 1);
    const topics = element('a', { href: this.#engine.paths.topics }, 'Browse all topics');
    return [
      ...(crisis === undefined ? [] : [this.#crisis(crisis)]),
      ...(corrected === undefined ? [] : [this.#correction(corrected)]),
      ...(ambiguous === undefined ? [] : [this.#choice(ambiguous.terms)]),
      ...(isFinal && verdict === 'nothing' && pages.length === 0
        ? [note('Try different words.', topics)]
        : []),
    ];
  }

  #crisis({ text, url }: NonNullable<SearchAnswer['crisis']>): HTMLElement {
    const link = element('a', { href: url }, 'Find a line in your country');
    return element('p', { className: 'crisis' }, text, ' ', link, '.');
  }

  #correction(corrected: string): HTMLElement {
    const used = element('strong', {}, corrected);
    const typed = this.#searchLink(`Search instead for “${this.#query}.”`, this.#query);
    typed.href += '&as=typed';
    typed.dataset.exact = '';
    return note('Showing results for ', used, '. ', typed);
  }

  #choice(terms: readonly { readonly term: string }[]): HTMLElement {
    const links = terms.flatMap(({ term }) => [' ', this.#searchLink(term, term)]);
    return note('Which one do you mean?', ...links);
  }

  #searchLink(text: string, query: string): HTMLAnchorElement {
    const href = `${this.#engine.paths.search}?q=${encodeURIComponent(query)}`;
    const link = element('a', { href }, text);
    link.dataset.query = query;
    return link;
  }

  /**
   * Returns a question as a single link. The excerpt's text is added once it has loaded.
   */
  #question(index: number): HTMLAnchorElement {
    const { units } = this.#answer;
    const question = this.#engine.question(index);
    const title = element('strong', {}, ...nodes(new ReadText(question.title).marked(units)));
    const label = element('span', { className: 'place' }, placeOf(question));
    const excerpt = element('span', { className: 'section' });
    const href = this.#engine.paths.question(question.slug);
    // Spaces between inline elements separate words in the accessible name.
    const link = element('a', { href }, title, ' ', label, ' ', excerpt);
    const { crisis } = this.#answer;
    if (crisis?.slug === question.slug) link.hash = crisis.part;
    // If the file with the sentences doesn't load, the result shows the question's summary.
    const loading = this.#answer.excerpt(index).catch(() => undefined);
    void loading.then((best) => {
      const summary = new ReadText(question.summary);
      excerpt.append(...nodes(best?.segments ?? summary.marked(units)));
      if (best === undefined) return;
      excerpt.prepend(element('span', { className: 'part-name' }, best.label), ' ');
      if (link.hash === '') link.hash = best.id;
    });
    return link;
  }

  /**
   * Returns a link to a page that isn't a question, or to a term with its definition. The
   * definition may load a moment later.
   */
  #page({ kind, title, url, names = [], term }: FoundPage): HTMLAnchorElement {
    const [expansion = ''] = term?.expansion === undefined ? [] : names;
    // A name such as “predicate” is said once if the whole name, “predicate device,” has it.
    const isWithin = ` ${expansion.toLowerCase()} `.includes(` ${title.toLowerCase()} `);
    const name = element('strong', {}, isWithin ? expansion : title);
    const link = element('a', { className: 'page-result', href: url });
    if (term === undefined) {
      link.append(element('span', { className: 'part-name' }, kind), ' ', name);
      return link;
    }
    link.append(name);
    if (expansion !== '' && !isWithin) link.append(` ${expansion}`);
    const definition = element('span', { className: 'about' });
    link.append(' ', definition);
    void this.#engine.definition(term).then((text) => {
      definition.textContent = text ?? '';
    });
    return link;
  }
}

function nodes(segments: readonly Segment[]): (Node | string)[] {
  return segments.map(({ text, isMatch }) => (isMatch ? element('mark', {}, text) : text));
}

function note(...content: readonly (string | Node)[]): HTMLElement {
  return element('p', { className: 'correction' }, ...content);
}
