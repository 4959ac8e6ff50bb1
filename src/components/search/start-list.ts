/**
 * The search page before a search: the first questions, their number, and the count of each filter.
 * It is part of the page, so that nothing has to load.
 */
export class StartList {
  readonly total: number;
  readonly items: readonly Element[];
  readonly message: string;
  readonly #counts: ReadonlyMap<Element, string>;

  /** Reads it from the page's initial HTML. */
  constructor(page: HTMLElement, list: HTMLElement, message: string) {
    this.total = Number(list.dataset['total']);
    this.items = [...list.children];
    this.message = message;
    const counts = page.querySelectorAll('[data-count]');
    this.#counts = new Map([...counts].map((note) => [note, note.textContent]));
  }

  showCounts(): void {
    for (const [note, count] of this.#counts) note.textContent = count;
  }
}
