/** A place that is not there, with the files that lead to it. */
export interface MissingPlace {
  readonly askers: readonly string[];
  readonly file: string;
  readonly place: string;
}

/**
 * The places in a site's pages, and those to which its files lead. Both are kept until all files
 * were read, in little room: a guide of five thousand questions has some hundred thousand.
 */
export class KnownPlaces {
  /** By page, its ids in one text: a part of the page's own text would keep all of that alive. */
  readonly #ids = new Map<string, string>();
  /** By page and place, the files that lead there. */
  readonly #asked = new Map<string, Map<string, string[]>>();

  /** Notes the ids of a page. */
  add(file: string, ids: ReadonlySet<string>): void {
    this.#ids.set(file, [...ids].join('\n'));
  }

  /** Notes that a file leads to a place in a page. */
  ask(asker: string, file: string, place: string): void {
    const places = this.#asked.get(file) ?? new Map<string, string[]>();
    this.#asked.set(file, places);
    const askers = places.get(place);
    if (askers === undefined) places.set(place, [asker]);
    else askers.push(asker);
  }

  /** What was asked for and is in no page. */
  *missing(): Generator<MissingPlace> {
    for (const [file, places] of this.#asked) {
      const ids = new Set(this.#ids.get(file)?.split('\n'));
      for (const [place, askers] of places) {
        if (!ids.has(place)) yield { askers, file, place };
      }
    }
  }
}
