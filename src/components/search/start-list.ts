/**
 * What the search page shows before anything is searched: the first questions, their number and
 * that of each filter. It comes with the page, so that nothing has to be loaded for it.
 */
export class StartList {
  /** Number of questions in the guide. */
  readonly total: number;
  /** The first questions. */
  readonly items: readonly Element[];
  /** The sentence above them. */
  readonly message: string;
  readonly #counts: ReadonlyMap<Element, string>;

  /** Takes it from the page, as it came. */
  constructor(page: HTMLElement, list: HTMLElement, message: string) {
    this.total = Number(list.dataset['total']);
    this.items = [...list.children];
    this.message = message;
    const counts = page.querySelectorAll('[data-count]');
    this.#counts = new Map([...counts].map((note) => [note, note.textContent]));
  }

  /** Shows what each filter has without any other. */
  showCounts(): void {
    for (const [note, count] of this.#counts) note.textContent = count;
  }
}
