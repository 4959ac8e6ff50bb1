import { loadProblem } from '../../browser/outdated-page.ts';
import { forgetSearches, recentSearches, rememberSearch } from '../../browser/recent-searches.ts';
import { failureMessage, searchingMessage } from '../../domain/search/answer-message.ts';
import { maxQueryLength } from '../../domain/search/max-query-length.ts';
import { button, element } from '../button.ts';
import { adoptStyles } from '../study/base/adopt-styles.ts';
import { OptionList } from './option-list.ts';
import styles from './search.css?inline';
import type { AnswerView, SearchAnswer, SearchEngine } from './search-app.ts';

const maxResults = 8;
const dialogLabel = 'Search the guide';

let dialog: SearchDialog | undefined;

/** The search engine's code and the response for `search.json`, both on their way. */
export interface Loading {
  readonly app: Promise<typeof import('./search-app.ts')>;
  readonly data: Promise<Response>;
}

interface Loaded {
  readonly app: Awaited<Loading['app']>;
  readonly engine: SearchEngine;
}

/**
 * Opens the search dialog, or brings the open one to the front.
 *
 * @param typed what the reader typed while this code was loading
 */
export function openSearchDialog(loading: Loading, typed: string): void {
  dialog ??= new SearchDialog(loading);
  dialog.open(typed);
}

async function openEngine({ app, data }: Partial<Loading>): Promise<Loaded> {
  const code = await (app ?? import('./search-app.ts'));
  return { app: code, engine: await code.SearchEngine.open(data) };
}

/** A combobox in a dialog: type, move with the arrows, open with Enter. */
class SearchDialog {
  readonly #dialog = element('dialog', { className: 'search-dialog', ariaLabel: dialogLabel });
  readonly #input = element('input', {
    type: 'search',
    maxLength: maxQueryLength,
    placeholder: import.meta.env.SEARCH_EXAMPLES,
    autocomplete: 'off',
    spellcheck: false,
    ariaLabel: dialogLabel,
  });
  readonly #notes = document.createElement('div');
  readonly #list = new OptionList(this.#input);
  readonly #status = element('p', { className: 'search-status', role: 'status' });
  readonly #all = element('a', {}, 'All results');
  #loaded: Promise<Loaded>;
  #isExact = false;
  /** Counts the searches, so that a slow answer does not overwrite a later one. */
  #turn = 0;

  constructor(loading: Loading) {
    this.#loaded = openEngine(loading);
    // A search reports the failure.
    this.#loaded.catch(() => {});
    const close = button('Close', () => this.#dialog.close());
    const top = element('div', { className: 'search-top' }, this.#input, close);
    this.#dialog.append(top, this.#status, this.#notes, this.#list.element, this.#all);
    this.#listen();
    adoptStyles(styles);
    document.body.append(this.#dialog);
  }

  #listen(): void {
    this.#list.element.addEventListener('click', (event) => this.#onPick(event));
    this.#notes.addEventListener('click', (event) => this.#onPick(event));
    this.#input.addEventListener('input', () => {
      this.#isExact = false;
      void this.#search();
    });
    this.#input.addEventListener('keydown', (event) => this.#onKey(event));
    this.#dialog.addEventListener('click', (event) => {
      // A click on the backdrop has the dialog as its target.
      if (event.target === this.#dialog) this.#dialog.close();
    });
  }

  open(typed: string): void {
    if (!this.#dialog.open) this.#dialog.showModal();
    if (typed === '') this.#input.select();
    else this.#input.value = typed;
    void this.#search();
  }

  async #search(): Promise<void> {
    this.#turn += 1;
    const turn = this.#turn;
    const query = this.#input.value.trim();
    this.#all.hidden = query === '';
    this.#all.href = this.#addressOf(query) + (this.#isExact ? '&as=typed' : '');
    this.#list.element.ariaBusy = String(query !== '');
    if (query === '') return this.#showRecent();
    this.#status.textContent = searchingMessage;
    const isStale = () => turn !== this.#turn;
    let isShown = false;
    try {
      const { app, engine } = await this.#loadedOrRetried();
      const view = new app.AnswerView(engine, query);
      const chosen = { level: [], topic: [], jurisdiction: [] };
      const request = { query, chosen, isExact: this.#isExact };
      await view.follow(request, { isTyping: true, isStale }, (answer, isFirst) => {
        isShown = true;
        this.#show(view, answer, isFirst);
      });
    } catch (error) {
      if (isStale()) return;
      this.#status.textContent = loadProblem(error, failureMessage(isShown));
      if (!isShown) this.#list.clear();
    }
    if (!isStale()) this.#list.element.ariaBusy = 'false';
  }

  async #loadedOrRetried(): Promise<Loaded> {
    try {
      return await this.#loaded;
    } catch {
      // The next try may work.
      this.#loaded = openEngine({});
      return this.#loaded;
    }
  }

  #show(view: AnswerView, answer: SearchAnswer, isFirst: boolean): void {
    const pages = view.addPages(answer);
    const questions = view.addQuestions(answer, maxResults);
    if (isFirst) {
      this.#notes.replaceChildren(...view.notes(answer));
      this.#list.clear();
    }
    // Pages that arrive after the questions go below them, so that nothing moves.
    this.#list.add('Pages and terms', pages);
    this.#list.add('Questions', questions);
    // If the query is the name of a page, select that page, otherwise the first question.
    const isNamed = answer.pages.some((page) => page.isNamed) || answer.places.length === 0;
    if (this.#list.active === undefined) this.#list.choose(isNamed ? pages[0] : questions[0]);
    if (answer.isFinal) this.#status.textContent = view.message(answer);
  }

  #showRecent(): void {
    this.#status.textContent = 'Type a word, an acronym, or a few words of a question.';
    const recent = recentSearches();
    const options = recent.map((query) => {
      const option = element('a', { href: this.#addressOf(query) }, query);
      option.dataset.query = query;
      return option;
    });
    this.#list.clear();
    this.#list.add('Recent searches', options);
    const clear = button('Clear', () => {
      forgetSearches();
      this.#showRecent();
      this.#input.focus();
    });
    const heading = ['Recent searches on this device ', clear];
    const notes = recent.length === 0 ? [] : [element('p', { className: 'recent' }, ...heading)];
    this.#notes.replaceChildren(...notes);
  }

  #onKey(event: KeyboardEvent): void {
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      this.#list.move(event.key === 'ArrowDown' ? 1 : -1);
    } else if (event.key === 'Escape') {
      // In a search field, Escape would first clear the field.
      event.preventDefault();
      this.#dialog.close();
    } else if (event.key === 'Enter' && !event.isComposing) {
      event.preventDefault();
      const option = this.#list.active ?? this.#all;
      const inTab = event.ctrlKey || event.metaKey;
      option.dispatchEvent(
        new MouseEvent('click', {
          bubbles: true,
          cancelable: true,
          ctrlKey: inTab,
          metaKey: inTab,
        }),
      );
    }
  }

  /** A suggestion becomes the query; a result is a normal link. */
  #onPick(event: MouseEvent): void {
    const link = event.target instanceof Element ? event.target.closest('a') : null;
    if (link === null) return;
    const { query, exact } = link.dataset;
    const isPlain = !(event.ctrlKey || event.metaKey || event.shiftKey);
    if (query !== undefined && isPlain) {
      event.preventDefault();
      this.#input.value = query;
      this.#isExact = exact !== undefined;
      this.#input.focus();
      void this.#search();
      return;
    }
    if (query === undefined) rememberSearch(this.#input.value);
    // A link to the current page would only scroll.
    if (isPlain) this.#dialog.close();
  }

  #addressOf(query: string): string {
    return `${import.meta.env.BASE_URL}search/${query === '' ? '' : `?q=${encodeURIComponent(query)}`}`;
  }
}
