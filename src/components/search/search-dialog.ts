import { searchGuide } from '../../browser/search-guide.ts';
import { answerMessage } from '../../domain/search/answer-message.ts';
import { longestQuery, writeSearchRequest } from '../../domain/search/search-request.ts';
import { resultOption } from './result-view.ts';

/** Where the dialog finds what it needs. */
interface DialogOptions {
  /** Address of the folder with the search index. */
  readonly bundle: string;
  /** Address of the search page. */
  readonly page: string;
}

/** Results that the dialog shows; the search page shows all. */
const mostResults = 8;

let dialog: SearchDialog | undefined;

/** Opens the search dialog, or brings the open one to the front. */
export function openSearchDialog(options: DialogOptions): void {
  dialog ??= new SearchDialog(options);
  dialog.open();
}

/** A combobox in a dialog: type, move with the arrows, open with Enter. */
class SearchDialog {
  readonly #options: DialogOptions;
  readonly #dialog = document.createElement('dialog');
  readonly #input = document.createElement('input');
  readonly #list = document.createElement('div');
  readonly #status = document.createElement('p');
  readonly #all = document.createElement('a');
  #active = -1;
  /** Counts the searches, so that a slow answer does not overwrite a later one. */
  #turn = 0;

  constructor(options: DialogOptions) {
    this.#options = options;
    this.#dialog.className = 'search-dialog';
    this.#dialog.setAttribute('aria-label', 'Search the guide');
    this.#input.type = 'search';
    this.#input.maxLength = longestQuery;
    this.#input.placeholder = 'FHIR, HIPAA, alert fatigue …';
    this.#input.autocomplete = 'off';
    this.#input.spellcheck = false;
    setAttributes(this.#input, {
      'aria-label': 'Search the guide',
      role: 'combobox',
      'aria-autocomplete': 'list',
      'aria-controls': 'search-dialog-results',
      'aria-expanded': 'false',
    });
    this.#list.id = 'search-dialog-results';
    setAttributes(this.#list, { role: 'listbox', 'aria-label': 'Questions' });
    this.#status.setAttribute('role', 'status');
    this.#all.textContent = 'All results, with filters';
    const close = document.createElement('button');
    close.type = 'button';
    close.textContent = 'Close';
    const top = document.createElement('div');
    top.className = 'search-top';
    top.append(this.#input, close);
    this.#dialog.append(top, this.#status, this.#list, this.#all);
    close.addEventListener('click', () => this.#dialog.close());
    // A click on the page that is open already would only change the part it shows.
    this.#list.addEventListener('click', () => this.#dialog.close());
    this.#input.addEventListener('input', () => void this.#search());
    this.#input.addEventListener('keydown', (event) => this.#onKey(event));
    this.#dialog.addEventListener('click', (event) => {
      // A click beside the dialog lands on the dialog itself.
      if (event.target === this.#dialog) this.#dialog.close();
    });
    document.body.append(this.#dialog);
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
    const request = { query, chosen: { level: [], topic: [], jurisdiction: [] } };
    this.#all.href = this.#options.page + writeSearchRequest(request);
    if (query === '')
      return this.#show([], 'Type a word, an acronym or a few words of a question.');
    try {
      const answer = await searchGuide(request, this.#options.bundle);
      const pages = await Promise.all(
        answer.results.slice(0, mostResults).map((result) => result.data()),
      );
      if (turn !== this.#turn) return;
      this.#show(
        pages.map(resultOption),
        answerMessage({ ...answer, query, total: answer.results.length }),
      );
    } catch {
      if (turn !== this.#turn) return;
      this.#show([], 'The search could not be loaded. Check the connection and try again.');
    }
  }

  #show(options: readonly HTMLAnchorElement[], message: string): void {
    for (const [index, option] of options.entries()) {
      option.id = `search-dialog-result-${index}`;
      setAttributes(option, { role: 'option', 'aria-selected': 'false', tabindex: '-1' });
    }
    this.#status.textContent = message;
    this.#list.replaceChildren(...options);
    this.#input.setAttribute('aria-expanded', String(options.length > 0));
    this.#select(options.length > 0 ? 0 : -1);
  }

  #select(index: number): void {
    const options = this.#list.children;
    options[this.#active]?.setAttribute('aria-selected', 'false');
    this.#active = index;
    const option = options[index];
    option?.setAttribute('aria-selected', 'true');
    option?.scrollIntoView({ block: 'nearest' });
    if (option) this.#input.setAttribute('aria-activedescendant', option.id);
    else this.#input.removeAttribute('aria-activedescendant');
  }

  #onKey(event: KeyboardEvent): void {
    const count = this.#list.children.length;
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      const step = event.key === 'ArrowDown' ? 1 : -1;
      if (count > 0) this.#select((this.#active + step + count) % count);
    } else if (event.key === 'Enter' && !event.isComposing) {
      event.preventDefault();
      const active = this.#list.children[this.#active];
      const link = active instanceof HTMLAnchorElement ? active : this.#all;
      if (event.ctrlKey || event.metaKey) window.open(link.href, '_blank', 'noopener');
      else this.#follow(link);
    }
  }

  #follow(link: HTMLAnchorElement): void {
    // The page may be the one behind the dialog.
    this.#dialog.close();
    location.assign(link.href);
  }
}

function setAttributes(element: Element, attributes: Readonly<Record<string, string>>): void {
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
}
