import { loadProblem } from '../../browser/outdated-page.ts';
import type { FilterCounts } from '../../domain/search/filters.ts';
import {
  filters,
  isEmptyRequest,
  readSearchRequest,
  resultsAtOnce,
  type SearchRequest,
  writeSearchRequest,
} from '../../domain/search/search-request.ts';
import { button, element } from '../button.ts';
// Only types: code and index load when the reader uses the form.
import type { AnswerView, SearchAnswer, SearchEngine } from './search-app.ts';

interface Loaded {
  readonly app: typeof import('./search-app.ts');
  readonly engine: SearchEngine;
}

type More = (max: number) => Promise<readonly HTMLAnchorElement[]>;

/** The search page. The URL contains the whole search, the form shows it, and the list has the results. */
export class SearchPageElement extends HTMLElement {
  readonly #form = required<HTMLFormElement>(this, 'form');
  readonly #list = required(this, '[data-results]');
  readonly #pages = required(this, '[data-pages]');
  readonly #notes = required(this, '[data-notes]');
  readonly #status = required(this, '[data-status]');
  /** What came with the page: the first questions, the sentence above, the count of each filter. */
  readonly #start = {
    items: [...this.#list.children],
    message: this.#status.dataset['start'] ?? '',
    counts: [...this.querySelectorAll('[data-count]')].map(
      (note) => [note, note.textContent] as const,
    ),
  };
  #loaded: Promise<Loaded> | undefined;
  /** Counts the searches, so that a slow answer does not overwrite a later one. */
  #turn = 0;
  #shownTurn = 0;

  connectedCallback(): void {
    this.#form.addEventListener('submit', (event) => {
      event.preventDefault();
      this.#go('push', false);
    });
    this.#form.addEventListener('input', ({ target }) => {
      // Selecting a filter adds a history entry; typing a letter doesn't.
      const isFilter = target instanceof HTMLInputElement && target.type === 'checkbox';
      this.#go(isFilter ? 'push' : 'replace', !isFilter);
    });
    this.#form.addEventListener('focusin', () => void this.#load().catch(() => {}));
    this.#list.addEventListener('click', () => this.#remember());
    window.addEventListener('popstate', () => void this.#fromAddress());
    void this.#fromAddress();
  }

  #replace(items: readonly Element[]): void {
    this.#list.replaceChildren(...items);
    delete this.dataset['asked'];
  }

  #fromAddress(): Promise<void> {
    const request = readSearchRequest(new URLSearchParams(location.search));
    fillForm(this.#form, request);
    return this.#answer(request, false);
  }

  #go(how: 'push' | 'replace', isTyping: boolean): void {
    const entries = [...new FormData(this.#form)].map(([key, value]) => [key, String(value)]);
    const request = readSearchRequest(new URLSearchParams(entries));
    const address = location.pathname + writeSearchRequest(request);
    if (how === 'push') history.pushState(null, '', address);
    else history.replaceState(null, '', address);
    void this.#answer(request, isTyping);
  }

  async #answer(request: SearchRequest, isTyping: boolean): Promise<void> {
    this.#turn += 1;
    const turn = this.#turn;
    showChosen(this, request);
    if (isEmptyRequest(request)) return this.#showStart();
    this.#list.ariaBusy = 'true';
    this.#status.textContent = this.#status.dataset['searching'] ?? '';
    try {
      await this.#showAnswers(request, isTyping, turn);
    } catch (error) {
      if (turn === this.#turn) this.#fail(error);
    }
    if (turn === this.#turn) this.#list.ariaBusy = 'false';
  }

  /** Without a search: the list that came with the page. */
  #showStart(): void {
    const start = this.#start;
    for (const [note, count] of start.counts) note.textContent = count;
    // Not set again on load, so that screen readers don't announce it.
    if (this.#status.textContent.trim() !== start.message) this.#status.textContent = start.message;
    this.#notes.replaceChildren();
    this.#pages.replaceChildren();
    this.#replace(start.items);
    this.#list.ariaBusy = 'false';
    const total = Number(this.#list.dataset['total']);
    this.#offerMore(total, start.items.length, async (max) => {
      const { app, engine } = await this.#load();
      const here = Array.from({ length: max - resultsAtOnce }, (_, place) => place);
      const view = new app.AnswerView(engine, '', here);
      const answers = engine.search(noSearch, { isTyping: false, isStale: () => false });
      for await (const answer of answers) return addFilled(view, answer, max);
      return [];
    });
  }

  /** @throws if the index or the full text can't be loaded */
  async #showAnswers(request: SearchRequest, isTyping: boolean, turn: number): Promise<void> {
    const { app, engine } = await this.#load();
    const view = new app.AnswerView(engine, request.query);
    const isStale = () => turn !== this.#turn;
    await view.follow(request, { isTyping, isStale }, (answer, isFirst) => {
      this.#show(answer, view, isFirst);
      this.#shownTurn = turn;
    });
  }

  #fail(error: unknown): void {
    const isShown = this.#shownTurn === this.#turn;
    if (!isShown) this.#replace([]);
    const text = this.dataset[isShown ? 'partly' : 'failed'] ?? '';
    this.#status.textContent = loadProblem(error, text);
  }

  /** Loads code and index on first use. A failure isn't cached. */
  #load(): Promise<Loaded> {
    this.#loaded ??= loadEngine().catch((error: unknown) => {
      this.#loaded = undefined;
      throw error;
    });
    return this.#loaded;
  }

  #remember(): void {
    const { query } = readSearchRequest(new URLSearchParams(location.search));
    if (query !== '') void this.#loaded?.then(({ app }) => app.rememberSearch(query));
  }

  #show(answer: SearchAnswer, view: AnswerView, isFirst: boolean): void {
    const pages = view.addPages(answer).map(listItem);
    const questions = view.addQuestions(answer, resultsAtOnce).map(listItem);
    if (isFirst) {
      this.#notes.replaceChildren(...view.notes(answer));
      this.#pages.replaceChildren(...pages);
      this.#replace(questions);
    } else {
      this.#pages.append(...pages);
      this.#list.append(...questions);
    }
    if (!answer.isFinal) return;
    showCounts(this, answer.counts);
    this.#status.textContent = view.message(answer);
    const more = async (max: number) => addFilled(view, answer, max);
    this.#offerMore(answer.places.length, resultsAtOnce, more);
  }

  #offerMore(total: number, shown: number, more: More): void {
    const left = total - shown;
    if (left <= 0) return;
    const show = button(`Show ${Math.min(left, resultsAtOnce)} more`, async () => {
      try {
        const next = (await more(shown + resultsAtOnce)).map(listItem);
        if (!item.isConnected) return;
        item.replaceWith(...next);
        next[0]?.querySelector('a')?.focus();
        this.#offerMore(total, shown + resultsAtOnce, more);
      } catch (error) {
        this.#status.textContent = loadProblem(error, this.dataset['failed'] ?? '');
      }
    });
    const item = element('li', { className: 'more' }, show);
    this.#list.append(item);
  }
}

const noSearch = readSearchRequest(new URLSearchParams());

async function loadEngine(): Promise<Loaded> {
  const [app, data] = await Promise.all([
    import('./search-app.ts'),
    fetch(`${import.meta.env.BASE_URL}data/search/search.json`),
  ]);
  return { app, engine: await app.SearchEngine.open(Promise.resolve(data)) };
}

/** Adds questions to a view; their excerpts may load a moment later. */
function addFilled(view: AnswerView, answer: SearchAnswer, max: number): HTMLAnchorElement[] {
  const added = view.addQuestions(answer, max);
  void view.fill(answer);
  return added;
}

function listItem(link: HTMLAnchorElement): HTMLLIElement {
  return element('li', {}, link);
}

function required<Found extends HTMLElement = HTMLElement>(root: Element, selector: string): Found {
  const found = root.querySelector<Found>(selector);
  if (found === null) throw new Error(`The search page has no ${selector}.`);
  return found;
}

function fillForm(form: HTMLFormElement, { query, chosen }: SearchRequest): void {
  for (const input of form.querySelectorAll('input')) {
    if (input.type !== 'checkbox') input.value = query;
    else {
      const filter = filters.find(({ key }) => key === input.name);
      input.checked = filter !== undefined && chosen[filter.key].includes(input.value);
    }
  }
  for (const { key } of filters) {
    const details = form.querySelector(`[data-chosen="${key}"]`)?.closest('details');
    if (details && chosen[key].length > 0) details.open = true;
  }
}

function showChosen(root: HTMLElement, { chosen }: SearchRequest): void {
  for (const { key } of filters) {
    const note = root.querySelector(`[data-chosen="${key}"]`);
    if (note) note.textContent = chosen[key].length > 0 ? `${chosen[key].length} chosen` : '';
  }
}

function showCounts(root: HTMLElement, counts: FilterCounts): void {
  for (const note of root.querySelectorAll<HTMLElement>('[data-count]')) {
    const [key = '', id = ''] = (note.dataset.count ?? '').split(':');
    note.textContent = String(counts[key as keyof FilterCounts]?.[id] ?? 0);
  }
}
