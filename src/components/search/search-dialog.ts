import { rememberSearch } from '../../browser/recent-searches.ts';
import { groupNames, maxQueryLength } from '../../domain/search/search-texts.ts';
import { button, element } from '../button.ts';
import { adoptStyles } from '../study/base/adopt-styles.ts';
import { searchStart, startNotes } from './empty-search-view.ts';
import type { Loaded } from './load-search.ts';
import { SearchRuns } from './run-search.ts';
import styles from './search.css?inline';
import { searchAddress } from './search-address.ts';
import type { AnswerView } from './search-app.ts';

const maxResults = 8;
const dialogLabel = 'Search the guide';
const noFilters = { level: [], topic: [], jurisdiction: [] };

let dialog: SearchDialog | undefined;

/**
 * Opens the search dialog, or brings the open one to the front.
 * @param loaded the engine, which may still be loading
 * @param typed what the reader typed while this code was loading
 */
export function openSearchDialog(loaded: Promise<Loaded>, typed: string): void {
  dialog ??= new SearchDialog(loaded);
  dialog.open(typed);
}

/** A combobox in a dialog. The arrow keys move through the results, and Enter opens one. */
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
  readonly #runs: SearchRuns;
  #isExact = false;
  /** True if the reader has moved through the results since typing. */
  #isMoved = false;

  constructor(loaded: Promise<Loaded>) {
    const results = {
      list: this.#list.element,
      status: this.#status,
      show: (view: AnswerView) => this.#show(view),
      clear: () => this.#list.clear(),
    };
    this.#runs = new SearchRuns(results, loaded);
    const close = button('Close', () => this.#dialog.close());
    const top = element('div', { className: 'search-top' }, this.#input, close);
    this.#dialog.append(top, this.#status, this.#notes, this.#list.element, this.#all);
    this.#listen();
    // A click outside closes the dialog in browsers that support this attribute.
    this.#dialog.setAttribute('closedby', 'any');
    adoptStyles(styles);
    document.body.append(this.#dialog);
  }

  #listen(): void {
    this.#list.element.addEventListener('click', (event) => this.#onPick(event));
    this.#notes.addEventListener('click', (event) => this.#onPick(event));
    this.#input.addEventListener('input', () => {
      this.#isExact = false;
      this.#isMoved = false;
      this.#search();
    });
    this.#input.addEventListener('keydown', (event) => this.#onKey(event));
  }

  open(typed: string): void {
    if (!this.#dialog.open) this.#dialog.showModal();
    if (typed === '') this.#input.select();
    else this.#input.value = typed;
    this.#search();
  }

  #search(): void {
    const query = this.#input.value.trim();
    this.#all.hidden = query === '';
    this.#all.href = searchAddress(query, this.#isExact);
    if (query === '') {
      this.#runs.stop();
      this.#showStart();
    } else {
      void this.#runs.run({ query, chosen: noFilters, isExact: this.#isExact }, true);
    }
  }

  #show(view: AnswerView): void {
    const chosen = this.#isMoved ? this.#list.active : undefined;
    const questions = view.questions(0, maxResults);
    const terms = view.pages(true);
    const pages = view.pages(false);
    this.#notes.replaceChildren(...view.notes());
    this.#list.clear();
    this.#list.add(groupNames.terms, terms);
    this.#list.add(groupNames.pages, pages);
    this.#list.add(groupNames.questions, questions);
    const all = [...terms, ...pages, ...questions];
    const first = view.isAboutPage ? (pages[0] ?? terms[0]) : (questions[0] ?? all[0]);
    // If the reader has selected a result, it stays selected when the full-text results arrive. A
    // question's link gets its fragment only once its excerpt is found.
    const isChosen = (link: HTMLAnchorElement): boolean =>
      link.href === chosen?.href ||
      (questions.includes(link) && link.pathname === chosen?.pathname);
    this.#list.choose(all.find(isChosen) ?? first);
    if (!view.isFinal) return;
    this.#status.textContent = view.message;
    this.#all.hidden = all.length === 0;
  }

  #showStart(): void {
    this.#status.textContent = 'Type a word, an acronym, or a few words of a question.';
    this.#list.clear();
    for (const { name, links } of searchStart()) this.#list.add(name, links);
    const notes = startNotes(() => {
      this.#showStart();
      this.#input.focus();
    });
    this.#notes.replaceChildren(notes);
  }

  #onKey(event: KeyboardEvent): void {
    // These keys belong to the input method.
    if (event.isComposing) return;
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      this.#isMoved = true;
      this.#list.move(event.key === 'ArrowDown' ? 1 : -1);
    } else if (event.key === 'Escape') {
      // In a search field, Escape would first clear the field.
      event.preventDefault();
      this.#dialog.close();
    } else if (event.key === 'Enter') {
      event.preventDefault();
      const option = this.#list.active ?? this.#all;
      const { ctrlKey, metaKey } = event;
      const click = { bubbles: true, cancelable: true, ctrlKey, metaKey };
      option.dispatchEvent(new MouseEvent('click', click));
    }
  }

  /** Uses a pressed suggestion as the query. Results are normal links. */
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
      this.#search();
      return;
    }
    if (query === undefined) rememberSearch(this.#input.value);
    // A link to the current page would only scroll, so the dialog closes.
    if (isPlain) this.#dialog.close();
  }
}

/** A list box whose options are links. The focus stays in its text field. */
class OptionList {
  readonly element = element('div', {
    id: 'search-dialog-results',
    className: 'results plain',
    role: 'listbox',
    ariaLabel: 'Results',
  });
  readonly #field: HTMLInputElement;
  #active: HTMLAnchorElement | undefined;
  #made = 0;

  /** @param field the combobox, which refers to the list and to the selected option */
  constructor(field: HTMLInputElement) {
    this.#field = field;
    // The keyboard and the pointer share one selection, so only one option is selected at a time.
    this.element.addEventListener('pointermove', ({ target }) => {
      const option = target instanceof Element ? target.closest('a') : null;
      if (option !== null) this.#choose(option);
    });
    field.setAttribute('aria-controls', this.element.id);
    Object.assign(field, { role: 'combobox', ariaAutoComplete: 'list', ariaExpanded: 'false' });
  }

  get active(): HTMLAnchorElement | undefined {
    return this.#active;
  }

  clear(): void {
    this.element.replaceChildren();
    this.#field.ariaExpanded = 'false';
    this.#active = undefined;
    this.#field.removeAttribute('aria-activedescendant');
  }

  add(group: string, links: readonly HTMLAnchorElement[]): void {
    if (links.length === 0) return;
    for (const link of links) {
      const id = `search-option-${this.#made}`;
      this.#made += 1;
      Object.assign(link, { id, role: 'option', ariaSelected: 'false', tabIndex: -1 });
    }
    // Screen readers get the name from the group.
    const heading = element('div', { className: 'group-name', ariaHidden: 'true' }, group);
    this.element.append(element('div', { role: 'group', ariaLabel: group }, heading, ...links));
    this.#field.ariaExpanded = 'true';
  }

  choose(option: HTMLAnchorElement | undefined): void {
    if (option === undefined) return;
    this.#choose(option);
    option.scrollIntoView({ block: 'nearest' });
  }

  #choose(option: HTMLAnchorElement): void {
    if (this.#active !== undefined) this.#active.ariaSelected = 'false';
    this.#active = option;
    option.ariaSelected = 'true';
    this.#field.setAttribute('aria-activedescendant', option.id);
  }

  /** Selects the next option (1) or the previous one (-1). Wraps around at the ends. */
  move(step: 1 | -1): void {
    const options = [...this.element.querySelectorAll('a')];
    const start = step === 1 ? -1 : 0;
    const index = this.#active === undefined ? start : options.indexOf(this.#active);
    this.choose(options.at((index + step) % options.length));
  }
}
