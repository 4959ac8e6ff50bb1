import { KeptState } from '../../../browser/kept-state.ts';
import { keptKeys } from '../../../browser/kept-texts.ts';
import { maxRaters } from '../../../domain/mock/mock-link.ts';
import {
  addRaters,
  nameRater,
  type Rater,
  type Raters,
  ratersOf,
  readPastedScores,
  readRaters,
  removeRater,
  tidyScoreCode,
} from '../../../domain/mock/raters.ts';
import type { StudyHost } from '../base/study-element.ts';

export class Comparing {
  readonly kept: KeptState<Raters>;
  problem: string | undefined;
  readonly #host: StudyHost;

  constructor(host: StudyHost, signal: AbortSignal) {
    this.#host = host;
    this.kept = new KeptState({
      key: keptKeys.raters,
      read: readRaters,
      heard: () => host.update(),
      signal,
    });
  }

  of(link: string): Rater[] {
    return ratersOf(this.kept.value, link);
  }

  /** Takes the scores that came with a link; a code that doesn't fit is left out. */
  take(link: string, scoreCodes: readonly string[]): void {
    const codes = scoreCodes.flatMap((text) => {
      const read = tidyScoreCode(text, link);
      return 'value' in read ? [read.value] : [];
    });
    this.#set(addRaters(this.kept.value, link, codes));
  }

  /** Adds pasted scores. False: they could not be read, or there is no room; see `problem`. */
  add(link: string, text: string): boolean {
    const read = readPastedScores(text, link);
    const count = this.of(link).length;
    if ('problem' in read) this.problem = read.problem.message;
    else if (count + read.value.length > maxRaters) this.problem = noRoom;
    else {
      this.problem = undefined;
      this.#set(addRaters(this.kept.value, link, read.value));
    }
    this.#host.update();
    return this.problem === undefined;
  }

  rename(code: string, name: string): void {
    const { value } = this.kept;
    if (value !== undefined) this.#set(nameRater(value, code, name));
    this.#host.update();
  }

  remove(code: string): void {
    const { value } = this.kept;
    if (value !== undefined) this.#set(removeRater(value, code));
    this.#host.update();
  }

  #set(raters: Raters | undefined): void {
    if (raters !== undefined && raters !== this.kept.value) this.kept.set(raters);
  }
}

const noRoom = `One table shows up to ${maxRaters} raters. Remove one first.`;
