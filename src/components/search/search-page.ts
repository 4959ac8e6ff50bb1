import type { FilterCounts } from '../../browser/pagefind.ts';
import { failureMessage } from '../../domain/search/answer-message.ts';
import {
  filters,
  isEmptyRequest,
  readSearchRequest,
  type SearchRequest,
  writeSearchRequest,
} from '../../domain/search/search-request.ts';
import type { ResultView } from './result-view.ts';
import {
  AnswerView,
  correctionNote,
  InstantIndex,
  rememberSearch,
  type SearchAnswer,
  searchGuide,
} from './search-app.ts';

/** Results that are shown at once; the rest follow when they are asked for. */
const pageSize = 20;

/** The search page: the address holds the whole search, the form shows it, the list answers it. */
export class SearchPageElement extends HTMLElement {
  #stop: AbortController | undefined;
  #index: Promise<InstantIndex> | undefined;
  /** Counts the searches, so that a slow answer does not overwrite a later one. */
  #turn = 0;
  /** The search of which something is on the page. */
  #shownTurn = 0;

  connectedCallback(): void {
    const form = this.querySelector('form');
    if (form === null) return;
    this.#stop = new AbortController();
    const { signal } = this.#stop;
    form.addEventListener('submit', (event) => this.#onSubmit(event, form), { signal });
    form.addEventListener('input', (event) => this.#onInput(event, form), { signal });
    this.#list.addEventListener('click', () => rememberSearch(this.#typed), { signal });
    window.addEventListener('popstate', () => void this.#fromAddress(form), { signal });
    void this.#fromAddress(form);
  }

  disconnectedCallback(): void {
    this.#stop?.abort();
  }

  #fromAddress(form: HTMLFormElement): Promise<void> {
    const request = readSearchRequest(new URLSearchParams(location.search));
    fillForm(form, request);
    return this.#answer(request, false);
  }

  #onSubmit(event: Event, form: HTMLFormElement): void {
    event.preventDefault();
    this.#go(form, 'push', false);
  }

  #onInput(event: Event, form: HTMLFormElement): void {
    // Choosing a filter is a step to go back from; typing a letter is not.
    const isFilter = event.target instanceof HTMLInputElement && event.target.type === 'checkbox';
    this.#go(form, isFilter ? 'push' : 'replace', !isFilter);
  }

  #go(form: HTMLFormElement, how: 'push' | 'replace', isTyping: boolean): void {
    const entries = [...new FormData(form)].map(([key, value]) => [key, String(value)]);
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
    this.#list.setAttribute('aria-busy', 'true');
    try {
      await this.#showAnswers(request, isTyping, turn);
    } catch {
      if (turn === this.#turn) this.#fail();
    }
    if (turn === this.#turn) this.#list.setAttribute('aria-busy', 'false');
  }

  /** @throws if the index or the full text can't be loaded */
  async #showAnswers(request: SearchRequest, isTyping: boolean, turn: number): Promise<void> {
    const index = await this.#loadedIndex();
    const addresses = { bundle: this.#address('bundle'), index: this.#address('index') };
    const view = new AnswerView(index, this.#results, request.query);
    const isStale = () => turn !== this.#turn;
    for await (const answer of searchGuide({ request, index, addresses, isTyping, isStale })) {
      const added = await view.add(answer, pageSize);
      const terms = await view.terms(answer);
      if (turn !== this.#turn) return;
      this.#show(request, answer, view, added, terms);
      this.#shownTurn = turn;
      if (answer.isFinal) await view.fill(answer);
    }
  }

  #fail(): void {
    const isShown = this.#shownTurn === this.#turn;
    if (!isShown) this.#list.replaceChildren();
    this.#status.textContent = failureMessage(isShown);
  }

  /** The index with the glossary's names: a whole query stands in the address, they are needed. */
  async #loadedIndex(): Promise<InstantIndex> {
    const opening = this.#index ?? InstantIndex.open(this.#address('index'));
    this.#index = opening;
    try {
      const index = await opening;
      await index.loadTerms();
      return index;
    } catch (error) {
      this.#index = undefined;
      throw error;
    }
  }

  #show(
    request: SearchRequest,
    answer: SearchAnswer,
    view: AnswerView,
    added: readonly ResultView[],
    terms: readonly HTMLElement[],
  ): void {
    const isFirst = this.#shownTurn !== this.#turn;
    if (answer.isFinal) showCounts(this, answer.counts);
    this.#status.textContent = isEmptyRequest(request)
      ? `All ${answer.results.length} questions, in guide order.`
      : view.message(answer);
    this.querySelector('.more')?.remove();
    const items = added.map(listItem);
    if (isFirst) {
      this.#list.replaceChildren(...items);
      const note = correctionNote(
        answer,
        this.#results.page + writeSearchRequest({ ...request, isExact: false }),
      );
      this.#notes.replaceChildren(...(note === undefined ? [] : [note]), ...terms);
    } else this.#list.append(...items);
    if (answer.isFinal) this.#offerMore(view, answer, pageSize);
  }

  /** A button for the next results, if there are any. */
  #offerMore(view: AnswerView, answer: SearchAnswer, shown: number): void {
    const left = answer.results.length - shown;
    if (left <= 0) return;
    const item = document.createElement('li');
    const button = document.createElement('button');
    button.type = 'button';
    button.textContent = `Show ${Math.min(left, pageSize)} more`;
    button.addEventListener('click', async () => {
      const next = (await view.add(answer, shown + pageSize)).map(listItem);
      item.replaceWith(...next);
      next[0]?.querySelector('a')?.focus();
      this.#offerMore(view, answer, shown + pageSize);
      await view.fill(answer);
    });
    item.className = 'more';
    item.append(button);
    this.#list.append(item);
  }

  get #typed(): string {
    return readSearchRequest(new URLSearchParams(location.search)).query;
  }

  get #results() {
    return {
      page: this.#address('page'),
      glossary: this.#address('glossary'),
      questions: this.#address('questions'),
    };
  }

  #address(name: string): string {
    return this.dataset[name] ?? '';
  }

  get #list(): HTMLElement {
    return required(this, '[data-results]');
  }

  get #notes(): HTMLElement {
    return required(this, '[data-notes]');
  }

  get #status(): HTMLElement {
    return required(this, '[data-status]');
  }
}

function listItem({ link, section }: ResultView): HTMLLIElement {
  const item = document.createElement('li');
  item.append(link, section);
  return item;
}

function required(root: HTMLElement, selector: string): HTMLElement {
  const element = root.querySelector<HTMLElement>(selector);
  if (element === null) throw new Error(`The search page has no ${selector}.`);
  return element;
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
    note.textContent = String(counts[key]?.[id] ?? 0);
  }
}
