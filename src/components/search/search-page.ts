import { rememberSearch } from '../../browser/recent-searches.ts';
import {
  filters,
  isEmptyRequest,
  readSearchRequest,
  resultsAtOnce,
  type SearchRequest,
  writeSearchRequest,
} from '../../domain/search/search-request.ts';
import { button, element } from '../button.ts';
import { searchStart, startNotes } from './empty-search-view.ts';
import { SearchRuns } from './run-search.ts';
// This imports only a type. The code and the index load when there is a search, or when the reader
// uses the form.
import type { AnswerView } from './search-app.ts';

/**
 * The search page. The URL contains the whole search, the form shows it, and the list shows its
 * results.
 */
export class SearchPageElement extends HTMLElement {
  readonly #form = required<HTMLFormElement>(this, 'form');
  readonly #field = required<HTMLInputElement>(this, '#q');
  readonly #list = required(this, '[data-results]');
  readonly #heading = required(this, '[data-heading]');
  readonly #groups = {
    terms: required(this, '[data-group="terms"]'),
    pages: required(this, '[data-group="pages"]'),
  };
  readonly #notes = required(this, '[data-notes]');
  readonly #status = required(this, '[data-status]');
  /** What the page's HTML shows at first: some questions and a sentence above them. */
  readonly #start = { items: [...this.#list.children], message: this.#status.dataset['start'] };
  readonly #runs = new SearchRuns({
    list: this.#list,
    status: this.#status,
    show: (view) => this.#show(view),
    clear: () => this.#clear(),
  });

  connectedCallback(): void {
    this.#form.addEventListener('submit', (event) => {
      event.preventDefault();
      this.#go('push', false);
    });
    this.#form.addEventListener('input', ({ target }) => {
      // Selecting a filter adds a history entry. Typing a letter doesn't.
      const isFilter = target instanceof HTMLInputElement && target.type === 'checkbox';
      this.#go(isFilter ? 'push' : 'replace', !isFilter);
    });
    this.#form.addEventListener('focusin', () => void this.#runs.load());
    this.addEventListener('click', (event) => this.#onClick(event));
    window.addEventListener('popstate', () => this.#fromAddress());
    // On phones, the on-screen keyboard would cover the page.
    if (matchMedia('(hover: hover) and (pointer: fine)').matches) this.#field.focus();
    this.#fromAddress();
  }

  #fromAddress(): void {
    const request = readSearchRequest(new URLSearchParams(location.search));
    fillForm(this.#form, request);
    this.#answer(request, false);
  }

  #go(how: 'push' | 'replace', isTyping: boolean): void {
    const entries = [...new FormData(this.#form)].map(([key, value]) => [key, String(value)]);
    const request = readSearchRequest(new URLSearchParams(entries));
    const address = location.pathname + writeSearchRequest(request);
    if (how === 'push') history.pushState(null, '', address);
    else history.replaceState(null, '', address);
    this.#answer(request, isTyping);
  }

  #answer(request: SearchRequest, isTyping: boolean): void {
    showChosen(this, request);
    if (isEmptyRequest(request)) {
      this.#runs.stop();
      this.#showStart();
    } else void this.#runs.run(request, isTyping);
  }

  #clear(): void {
    delete this.dataset['asked'];
    for (const group of Object.values(this.#groups)) this.#fill(group, []);
    this.#notes.replaceChildren();
    this.#heading.hidden = true;
    this.#list.replaceChildren();
  }

  /** Without a search, shows the list from the HTML and suggestions for what to search for. */
  #showStart(): void {
    this.#clear();
    // On load, the message is already there. Setting it again would make screen readers announce
    // it.
    const { message, items } = this.#start;
    if (this.#status.textContent !== message) this.#status.textContent = message ?? '';
    const groups = searchStart().map(({ name, links }) => {
      const spaced = links.flatMap((link) => [' ', link]);
      return element('p', { className: 'suggestions' }, `${name}:`, ...spaced);
    });
    const notes = startNotes(() => this.#showStart());
    this.#notes.replaceChildren(...groups, notes);
    this.#list.replaceChildren(...items);
    this.#list.ariaBusy = 'false';
  }

  #show(view: AnswerView): void {
    this.#clear();
    this.#notes.replaceChildren(...view.notes());
    this.#fill(this.#groups.terms, view.pages(true));
    this.#fill(this.#groups.pages, view.pages(false));
    this.#heading.hidden = view.count === 0;
    this.#list.replaceChildren(...view.questions(0, resultsAtOnce).map(listItem));
    if (!view.isFinal) return;
    this.#status.textContent = view.message;
    this.#offerMore(view, resultsAtOnce);
  }

  #fill(group: HTMLElement, links: readonly HTMLAnchorElement[]): void {
    group.hidden = links.length === 0;
    group.querySelector('ul')?.replaceChildren(...links.map(listItem));
  }

  #offerMore(view: AnswerView, shown: number): void {
    const remaining = view.count - shown;
    if (remaining <= 0) return;
    const more = button(`Show ${Math.min(remaining, resultsAtOnce)} more`, () => {
      const next = view.questions(shown, shown + resultsAtOnce).map(listItem);
      item.replaceWith(...next);
      next[0]?.querySelector('a')?.focus();
      this.#offerMore(view, shown + resultsAtOnce);
    });
    const item = element('li', { className: 'more' }, more);
    this.#list.append(item);
  }

  /**
   * Uses a pressed suggestion as the query. Results are normal links. Pressing one adds the search
   * to the recent searches.
   */
  #onClick(event: MouseEvent): void {
    const link = event.target instanceof Element ? event.target.closest('a') : null;
    if (link === null) return;
    const isPlain = !(event.ctrlKey || event.metaKey || event.shiftKey);
    const { query, exact } = link.dataset;
    if (query !== undefined && exact === undefined && isPlain) {
      event.preventDefault();
      this.#field.value = query;
      this.#go('push', false);
    } else if (query === undefined) {
      rememberSearch(readSearchRequest(new URLSearchParams(location.search)).query);
    }
  }
}

function listItem(link: HTMLAnchorElement): HTMLLIElement {
  return element('li', {}, link);
}

function required<Match extends HTMLElement = HTMLElement>(root: Element, selector: string): Match {
  const match = root.querySelector<Match>(selector);
  if (match === null) throw new Error(`The search page has no ${selector}.`);
  return match;
}

function fillForm(form: HTMLFormElement, { query, chosen }: SearchRequest): void {
  for (const input of form.querySelectorAll('input')) {
    if (input.type !== 'checkbox') input.value = query;
    else {
      const filter = filters.find(({ key }) => key === input.name);
      input.checked = filter !== undefined && chosen[filter.key].includes(input.value);
    }
  }
  const panel = form.querySelector('details');
  if (panel && filters.some(({ key }) => chosen[key].length > 0)) panel.open = true;
}

function showChosen(root: HTMLElement, { chosen }: SearchRequest): void {
  const note = root.querySelector('[data-chosen]');
  const count = filters.reduce((sum, { key }) => sum + chosen[key].length, 0);
  if (note) note.textContent = count > 0 ? `(${count})` : '';
}
