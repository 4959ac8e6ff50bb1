import type { ReviewRecord } from '../../../domain/progress/records.ts';
import type { Host } from './host.ts';

/** Answers that are shown at first, and how many more each time. */
const few = 10;
const more = 20;

/** How much of the history is shown, and the names of terms in it. */
export class HistoryControl {
  readonly #host: Host;
  shown = few;
  /** Names of terms by their ids; the id itself stands in until they are loaded. */
  termNames: ReadonlyMap<string, string> = new Map();
  #isAsked = false;

  constructor(host: Host) {
    this.#host = host;
  }

  showMore(): void {
    const first = this.shown + 1;
    this.shown += more;
    this.#host.update(`.answers > li:nth-child(${first})`);
  }

  /** Loads the names of terms once a term is shown. Without them, ids stand in. */
  loadNames(answers: readonly ReviewRecord[]): void {
    const isNeeded = answers.slice(0, this.shown).some(({ card }) => card.startsWith('term:'));
    if (!isNeeded || this.#isAsked) return;
    this.#isAsked = true;
    void this.#load();
  }

  async #load(): Promise<void> {
    const names = await this.#host.context.files.termNames();
    if ('problem' in names) return;
    this.termNames = new Map(names.value.map(({ id, term }) => [id, term]));
    this.#host.update();
  }
}
