import { InstantIndex } from '../../browser/instant-index.ts';
import { forgetSearches, recentSearches, rememberSearch } from '../../browser/recent-searches.ts';
import { type SearchAnswer, searchGuide } from '../../browser/search-guide.ts';
import { failureMessage } from '../../domain/search/answer-message.ts';
import { longestQuery } from '../../domain/search/longest-query.ts';
import { type SearchAddresses, searchAddresses } from '../../domain/search/search-addresses.ts';
import { AnswerView, correctionNote } from './answer-view.ts';
import { OptionList } from './option-list.ts';
import styles from './search.css?inline';

/** Results that the dialog shows; the search page shows all. */
const mostResults = 8;

let dialog: SearchDialog | undefined;

/**
 * Opens the search dialog, or brings the open one to the front.
 *
 * @param root the answer for the entry of the index, asked for while this code was loading
 */
export function openSearchDialog(root: Promise<Response>): void {
  dialog ??= new SearchDialog(searchAddresses(import.meta.env.BASE_URL), root);
  dialog.open();
}

/** A combobox in a dialog: type, move with the arrows, open with Enter. */
class SearchDialog {
  readonly #addresses: SearchAddresses;
  readonly #dialog = document.createElement('dialog');
  readonly #input = document.createElement('input');
  readonly #notes = document.createElement('div');
  readonly #list = new OptionList(this.#input);
  readonly #status = document.createElement('p');
  readonly #all = document.createElement('a');
  #index: Promise<InstantIndex>;
  #isExact = false;
  /** Whether the reader has moved within the results: nothing may shift them any more. */
  #isMoved = false;
  /** Counts the searches, so that a slow answer does not overwrite a later one. */
  #turn = 0;

  constructor(addresses: SearchAddresses, root: Promise<Response>) {
    this.#addresses = addresses;
    this.#index = InstantIndex.open(addresses.index, root);
    this.#dialog.className = 'search-dialog';
    this.#dialog.setAttribute('aria-label', 'Search the guide');
    this.#status.setAttribute('role', 'status');
    this.#all.textContent = 'All results, with filters';
    this.#dialog.append(this.#top(), this.#status, this.#notes, this.#list.element, this.#all);
    this.#listen();
    adoptStyles();
    document.body.append(this.#dialog);
  }

  #top(): HTMLElement {
    this.#input.type = 'search';
    this.#input.maxLength = longestQuery;
    this.#input.placeholder = import.meta.env.SEARCH_EXAMPLES;
    this.#input.autocomplete = 'off';
    this.#input.spellcheck = false;
    this.#input.setAttribute('aria-label', 'Search the guide');
    const close = button('Close', () => this.#dialog.close());
    const top = document.createElement('div');
    top.className = 'search-top';
    top.append(this.#input, close);
    return top;
  }

  #listen(): void {
    this.#list.element.addEventListener('click', (event) => this.#onPick(event));
    this.#notes.addEventListener('click', (event) => this.#onPick(event));
    this.#list.element.addEventListener('pointermove', () => {
      this.#isMoved = true;
    });
    this.#input.addEventListener('input', () => {
      this.#isExact = false;
      void this.#search();
    });
    this.#input.addEventListener('keydown', (event) => this.#onKey(event));
    this.#dialog.addEventListener('click', (event) => {
      // A click beside the dialog lands on the dialog itself.
      if (event.target === this.#dialog) this.#dialog.close();
    });
  }

  open(): void {
    if (!this.#dialog.open) this.#dialog.showModal();
    this.#input.select();
    void this.#search();
  }

  async #search(): Promise<void> {
    this.#turn += 1;
    const turn = this.#turn;
    const query = this.#input.value.trim();
    this.#all.href = this.#addressOf(query) + (this.#isExact ? '&as=typed' : '');
    this.#isMoved = false;
    this.#list.element.setAttribute('aria-busy', String(query !== ''));
    if (query === '') return this.#showRecent();
    let view: AnswerView | undefined;
    try {
      const index = await this.#loadedIndex();
      const request = {
        query,
        chosen: { level: [], topic: [], jurisdiction: [] },
        isExact: this.#isExact,
      };
      const isStale = () => turn !== this.#turn;
      const search = { request, index, addresses: this.#addresses, isTyping: true, isStale };
      for await (const answer of searchGuide(search)) {
        if (turn !== this.#turn) return;
        const shown: AnswerView = view ?? new AnswerView(index, this.#addresses, query);
        await this.#show(shown, answer, view === undefined, turn);
        view = shown;
      }
    } catch {
      if (turn !== this.#turn) return;
      this.#status.textContent = failureMessage(view !== undefined);
      if (view === undefined) this.#list.replace([]);
    }
    if (turn === this.#turn) this.#list.element.setAttribute('aria-busy', 'false');
  }

  async #loadedIndex(): Promise<InstantIndex> {
    try {
      return await this.#index;
    } catch {
      // The next try may work.
      this.#index = InstantIndex.open(this.#addresses.index);
      return this.#index;
    }
  }

  async #show(
    view: AnswerView,
    answer: SearchAnswer,
    isFirst: boolean,
    turn: number,
  ): Promise<void> {
    const added = await view.add(answer, mostResults);
    if (turn !== this.#turn) return;
    const groups = added.map(({ link, section }) => this.#group(link, section));
    if (isFirst) this.#list.replace(groups);
    else this.#list.element.append(...groups);
    this.#status.textContent = view.message(answer);
    this.#list.chooseFirst();
    const notes = await this.#notesOf(view, answer);
    if (turn !== this.#turn) return;
    if (isFirst || !this.#isMoved) this.#notes.replaceChildren(...notes);
    if (answer.isFinal) await view.fill(answer);
  }

  async #notesOf(view: AnswerView, answer: SearchAnswer): Promise<HTMLElement[]> {
    const note = correctionNote(answer, this.#addressOf(this.#input.value.trim()));
    return [...(note === undefined ? [] : [note]), ...(await view.terms(answer))];
  }

  /** Both lines of a result are options of their own: the question, and the section within. */
  #group(link: HTMLAnchorElement, section: HTMLAnchorElement): HTMLElement {
    const group = document.createElement('div');
    group.setAttribute('role', 'group');
    group.setAttribute('aria-label', link.querySelector('strong')?.textContent ?? '');
    for (const option of [link, section]) this.#list.makeOption(option);
    group.append(link, section);
    return group;
  }

  #showRecent(): void {
    this.#status.textContent = 'Type a word, an acronym or a few words of a question.';
    const recent = recentSearches();
    const options = recent.map((query) => {
      const option = document.createElement('a');
      option.href = this.#addressOf(query);
      option.dataset.query = query;
      option.textContent = query;
      this.#list.makeOption(option);
      return option;
    });
    this.#list.replace(options);
    if (recent.length === 0) {
      this.#notes.replaceChildren();
      return;
    }
    const heading = document.createElement('p');
    heading.className = 'recent';
    heading.append(
      'Recent searches, kept on this device ',
      button('Clear', () => {
        forgetSearches();
        this.#showRecent();
        this.#input.focus();
      }),
    );
    this.#notes.replaceChildren(heading);
  }

  #onKey(event: KeyboardEvent): void {
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      this.#isMoved = true;
      this.#list.move(event.key === 'ArrowDown' ? 1 : -1);
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

  /** A suggestion becomes the query; a result is left to the browser, as any link. */
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
    // A click on the page that is open already would only change the part it shows.
    if (isPlain) this.#dialog.close();
  }

  #addressOf(query: string): string {
    return `${this.#addresses.page}${query === '' ? '' : `?q=${encodeURIComponent(query)}`}`;
  }
}

/** Adds the styles of search to the page; a sheet made by script needs no leave to be inline. */
function adoptStyles(): void {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(styles);
  document.adoptedStyleSheets.push(sheet);
}

function button(text: string, onClick: () => void): HTMLButtonElement {
  const made = document.createElement('button');
  made.type = 'button';
  made.textContent = text;
  made.addEventListener('click', onClick);
  return made;
}
