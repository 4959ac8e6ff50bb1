import { loadProblem } from '../../browser/outdated-page.ts';
import type { SearchRequest } from '../../domain/search/search-request.ts';
import { failureMessage, searchingMessage } from '../../domain/search/search-texts.ts';
import { type Loaded, loadSearch } from './load-search.ts';
import type { AnswerView } from './search-app.ts';

interface ResultView {
  readonly list: HTMLElement;
  readonly status: HTMLElement;
  show(view: AnswerView): void;
  /** Empties the list. Called if a search fails before it shows anything. */
  clear(): void;
}

/**
 * Runs one search at a time. If an earlier answer arrives late, it doesn't overwrite a later one.
 */
export class SearchRuns {
  readonly #results: ResultView;
  #loaded: Promise<Loaded> | undefined;
  #turn = 0;

  /** @param loaded the engine, if it is already loading */
  constructor(results: ResultView, loaded?: Promise<Loaded>) {
    this.#results = results;
    this.#loaded = loaded;
  }

  /** Loads the engine on first use. If that fails, the next attempt may succeed. */
  load(): Promise<Loaded> {
    const loading = this.#loaded ?? loadSearch();
    this.#loaded = loading;
    loading.catch(() => {
      this.#loaded = undefined;
    });
    return loading;
  }

  stop(): void {
    this.#turn += 1;
    this.#results.list.ariaBusy = 'false';
  }

  async run(request: SearchRequest, isTyping: boolean): Promise<void> {
    const { list, status } = this.#results;
    this.#turn += 1;
    const turn = this.#turn;
    const isStale = () => turn !== this.#turn;
    list.ariaBusy = 'true';
    status.textContent = searchingMessage;
    let isShown = false;
    try {
      const { app, engine } = await this.load();
      for await (const answer of engine.search(request, { isTyping, isStale })) {
        if (isStale()) return;
        this.#results.show(new app.AnswerView(engine, request.query, answer));
        isShown = true;
      }
    } catch (error) {
      if (isStale()) return;
      if (!isShown) this.#results.clear();
      status.textContent = loadProblem(error, failureMessage(isShown));
    }
    if (!isStale()) list.ariaBusy = 'false';
  }
}
