import type { PagefindResult } from '../../browser/pagefind.ts';
import { type SearchAnswer, searchGuide } from '../../browser/search-guide.ts';
import { answerMessage } from '../../domain/search/answer-message.ts';
import {
  filters,
  isEmptyRequest,
  readSearchRequest,
  type SearchRequest,
  writeSearchRequest,
} from '../../domain/search/search-request.ts';
import { resultView } from './result-view.ts';

/** Results whose text is loaded at once; the rest follow when they are asked for. */
const pageSize = 20;

/** The search page: the address holds the whole search, the form shows it, the list answers it. */
export class SearchPageElement extends HTMLElement {
  #stop: AbortController | undefined;
  /** Counts the searches, so that a slow answer does not overwrite a later one. */
  #turn = 0;

  connectedCallback(): void {
    const form = this.querySelector('form');
    if (form === null) return;
    this.#stop = new AbortController();
    const { signal } = this.#stop;
    form.addEventListener('submit', (event) => this.#onSubmit(event, form), { signal });
    form.addEventListener('input', (event) => this.#onInput(event, form), { signal });
    window.addEventListener('popstate', () => void this.#fromAddress(form), { signal });
    void this.#fromAddress(form);
  }

  disconnectedCallback(): void {
    this.#stop?.abort();
  }

  #fromAddress(form: HTMLFormElement): Promise<void> {
    const request = readSearchRequest(new URLSearchParams(location.search));
    fillForm(form, request);
    return this.#answer(request);
  }

  #onSubmit(event: Event, form: HTMLFormElement): void {
    event.preventDefault();
    this.#go(form, 'push');
  }

  #onInput(event: Event, form: HTMLFormElement): void {
    // Choosing a filter is a step to go back from; typing a letter is not.
    const isFilter = event.target instanceof HTMLInputElement && event.target.type === 'checkbox';
    this.#go(form, isFilter ? 'push' : 'replace');
  }

  #go(form: HTMLFormElement, how: 'push' | 'replace'): void {
    const entries = [...new FormData(form)].map(([key, value]) => [key, String(value)]);
    const request = readSearchRequest(new URLSearchParams(entries));
    const address = location.pathname + writeSearchRequest(request);
    if (how === 'push') history.pushState(null, '', address);
    else history.replaceState(null, '', address);
    void this.#answer(request);
  }

  async #answer(request: SearchRequest): Promise<void> {
    this.#turn += 1;
    const turn = this.#turn;
    showChosen(this, request);
    try {
      const answer = await searchGuide(request, this.dataset.bundle ?? '');
      const first = await views(answer.results.slice(0, pageSize));
      if (turn === this.#turn) this.#show(request, answer, first);
    } catch {
      if (turn !== this.#turn) return;
      this.#list.replaceChildren();
      this.#status.textContent =
        'The search could not be loaded. Check the connection, then reload this page.';
    }
  }

  #show(request: SearchRequest, answer: SearchAnswer, first: readonly HTMLLIElement[]): void {
    const { query } = request;
    showCounts(this, answer);
    this.#status.textContent = isEmptyRequest(request)
      ? `All ${answer.results.length} questions, in guide order.`
      : answerMessage({ ...answer, query, total: answer.results.length });
    this.#list.replaceChildren(...first);
    const rest = answer.results.slice(pageSize);
    if (rest.length > 0) this.#list.append(this.#more(rest));
  }

  #more(rest: readonly PagefindResult[]): HTMLLIElement {
    const item = document.createElement('li');
    const button = document.createElement('button');
    button.type = 'button';
    button.textContent = `Show ${Math.min(rest.length, pageSize)} more`;
    button.addEventListener('click', async () => {
      const next = await views(rest.slice(0, pageSize));
      const later = rest.slice(pageSize);
      item.replaceWith(...next, ...(later.length > 0 ? [this.#more(later)] : []));
      next[0]?.querySelector('a')?.focus();
    });
    item.className = 'more';
    item.append(button);
    return item;
  }

  get #list(): HTMLElement {
    return required(this, '[data-results]');
  }

  get #status(): HTMLElement {
    return required(this, '[data-status]');
  }
}

function required(root: HTMLElement, selector: string): HTMLElement {
  const element = root.querySelector<HTMLElement>(selector);
  if (element === null) throw new Error(`The search page has no ${selector}.`);
  return element;
}

async function views(results: readonly PagefindResult[]): Promise<HTMLLIElement[]> {
  return (await Promise.all(results.map((result) => result.data()))).map(resultView);
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

function showCounts(root: HTMLElement, { counts }: SearchAnswer): void {
  for (const note of root.querySelectorAll<HTMLElement>('[data-count]')) {
    const [key = '', id = ''] = (note.dataset.count ?? '').split(':');
    note.textContent = String(counts[key]?.[id] ?? 0);
  }
}
