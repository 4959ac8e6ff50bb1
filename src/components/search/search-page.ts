import {
  isEmptyRequest,
  readSearchRequest,
  resultsAtOnce,
  type SearchRequest,
  writeSearchRequest,
} from '../../domain/search/search-request.ts';
import type { ResultView } from './result-view.ts';
// Only types: code and index are loaded when the reader turns to the form.
import type { AnswerView, InstantIndex, SearchAnswer } from './search-app.ts';
import { fillForm, showChosen, showCounts } from './search-form.ts';
import { StartList } from './start-list.ts';

/** What answers searches. */
interface Engine {
  readonly app: typeof import('./search-app.ts');
  readonly index: InstantIndex;
}

/** Gives the further questions, up to so many in all. */
type More = (most: number) => Promise<readonly ResultView[]>;

/** The search page: the address holds the whole search, the form shows it, the list answers it. */
export class SearchPageElement extends HTMLElement {
  #stop: AbortController | undefined;
  #start: StartList | undefined;
  #engine: Promise<Engine> | undefined;
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
    form.addEventListener('focusin', () => void this.#load().catch(() => {}), { signal });
    this.#list.addEventListener('click', () => this.#remember(), { signal });
    window.addEventListener('popstate', () => void this.#fromAddress(form), { signal });
    if (this.#start === undefined) this.#takeStart();
    void this.#fromAddress(form);
  }

  disconnectedCallback(): void {
    this.#stop?.abort();
  }

  /** Keeps what the page came with. Where there is a search, it is no answer and not to be seen. */
  #takeStart(): void {
    this.#start = new StartList(this, this.#list, this.#status);
    if (this.dataset['asked'] !== undefined) this.#status.textContent = '';
  }

  /** Shows these in the list, of whatever was there or was hidden until now. */
  #replace(items: readonly Element[]): void {
    this.#list.replaceChildren(...items);
    delete this.dataset['asked'];
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
    if (isEmptyRequest(request)) return this.#showStart();
    this.#list.setAttribute('aria-busy', 'true');
    try {
      await this.#showAnswers(request, isTyping, turn);
    } catch {
      if (turn === this.#turn) this.#fail();
    }
    if (turn === this.#turn) this.#list.setAttribute('aria-busy', 'false');
  }

  /** Without a search: what the page came with. */
  #showStart(): void {
    const start = this.#start;
    if (start === undefined) return;
    start.showCounts();
    // Not set anew on arrival: it is no news then.
    if (this.#status.textContent.trim() !== start.message) this.#status.textContent = start.message;
    this.#notes.replaceChildren();
    this.#replace(start.items);
    this.#list.setAttribute('aria-busy', 'false');
    this.#offerMore(start.total, start.items.length, async (most) => {
      const { app, index } = await this.#load();
      const answer = await app.listQuestions(index);
      const here = answer.results.slice(0, most - resultsAtOnce).map(({ doc }) => doc);
      return addFilled(new app.AnswerView(index, this.#results, '', here), answer, most);
    });
  }

  /** @throws if the index or the full text can't be loaded */
  async #showAnswers(request: SearchRequest, isTyping: boolean, turn: number): Promise<void> {
    const { app, index } = await this.#load();
    // A whole query may stand in the address: the glossary's names are needed at once.
    if (request.query !== '') await index.loadTerms();
    const addresses = { bundle: this.#address('bundle'), index: this.#address('index') };
    const view = new app.AnswerView(index, this.#results, request.query);
    const isStale = () => turn !== this.#turn;
    for await (const answer of app.searchGuide({ request, index, addresses, isTyping, isStale })) {
      const added = await view.add(answer, resultsAtOnce);
      const terms = await view.terms(answer);
      if (turn !== this.#turn) return;
      const address = this.#results.page + writeSearchRequest({ ...request, isExact: false });
      const note = app.correctionNote(answer, address);
      this.#show(answer, view, added, [...(note === undefined ? [] : [note]), ...terms]);
      this.#shownTurn = turn;
      if (answer.isFinal) await view.fill(answer);
    }
  }

  #fail(): void {
    const isShown = this.#shownTurn === this.#turn;
    if (!isShown) this.#replace([]);
    this.#status.textContent = this.#address(isShown ? 'partly' : 'failed');
  }

  /** Loads code and index when they are first wanted. A failure is not remembered. */
  #load(): Promise<Engine> {
    this.#engine ??= loadEngine(this.#address('index')).catch((error: unknown) => {
      this.#engine = undefined;
      throw error;
    });
    return this.#engine;
  }

  /** Keeps the words that led to a result. */
  #remember(): void {
    const { query } = readSearchRequest(new URLSearchParams(location.search));
    if (query !== '') void this.#engine?.then(({ app }) => app.rememberSearch(query));
  }

  #show(
    answer: SearchAnswer,
    view: AnswerView,
    added: readonly ResultView[],
    notes: readonly HTMLElement[],
  ): void {
    if (answer.isFinal) showCounts(this, answer.counts);
    const items = added.map(listItem);
    this.#status.textContent = view.message(answer);
    if (this.#shownTurn !== this.#turn) {
      this.#replace(items);
      this.#notes.replaceChildren(...notes);
    } else this.#list.append(...items);
    if (answer.isFinal) {
      this.#offerMore(answer.results.length, resultsAtOnce, (most) =>
        addFilled(view, answer, most),
      );
    }
  }

  /** A button for the next results, if there are any. */
  #offerMore(total: number, shown: number, more: More): void {
    const left = total - shown;
    if (left <= 0) return;
    const item = document.createElement('li');
    const button = document.createElement('button');
    button.type = 'button';
    button.textContent = `Show ${Math.min(left, resultsAtOnce)} more`;
    button.addEventListener('click', async () => {
      try {
        const next = (await more(shown + resultsAtOnce)).map(listItem);
        if (!item.isConnected) return;
        item.replaceWith(...next);
        next[0]?.querySelector('a')?.focus();
        this.#offerMore(total, shown + resultsAtOnce, more);
      } catch {
        this.#status.textContent = this.#address('failed');
      }
    });
    item.className = 'more';
    item.append(button);
    this.#list.append(item);
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

async function loadEngine(address: string): Promise<Engine> {
  const [app, root] = await Promise.all([import('./search-app.ts'), fetch(`${address}index.json`)]);
  return { app, index: await app.InstantIndex.open(address, Promise.resolve(root)) };
}

/** Adds results to a view; their lower lines may come a moment later. */
async function addFilled(
  view: AnswerView,
  answer: SearchAnswer,
  most: number,
): Promise<readonly ResultView[]> {
  const added = await view.add(answer, most);
  // Without them the questions are still there.
  void view.fill(answer).catch(() => {});
  return added;
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
