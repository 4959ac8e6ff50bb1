import { PersistedState } from '../../../browser/persisted-state.ts';
import { storageKeys } from '../../../browser/storage-keys.ts';
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
  readonly stored: PersistedState<Raters>;
  problem: string | undefined;
  readonly #host: StudyHost;

  constructor(host: StudyHost, signal: AbortSignal) {
    this.#host = host;
    this.stored = new PersistedState({
      key: storageKeys.raters,
      read: readRaters,
      onChange: () => host.update(),
      signal,
    });
  }

  of(link: string): Rater[] {
    return ratersOf(this.stored.value, link);
  }

  /** Adds the scores that came with a link; a code that doesn't fit is left out. */
  take(link: string, scoreCodes: readonly string[]): void {
    const codes = scoreCodes.flatMap((text) => {
      const read = tidyScoreCode(text, link);
      return 'value' in read ? [read.value] : [];
    });
    this.#set(addRaters(this.stored.value, link, codes));
  }

  /** Adds pasted scores. False if they couldn't be read or there is no room; see `problem`. */
  add(link: string, text: string): boolean {
    const read = readPastedScores(text, link);
    const count = this.of(link).length;
    if ('problem' in read) this.problem = read.problem.message;
    else if (count + read.value.length > maxRaters) this.problem = noRoom;
    else {
      this.problem = undefined;
      this.#set(addRaters(this.stored.value, link, read.value));
    }
    this.#host.update();
    return this.problem === undefined;
  }

  rename(code: string, name: string): void {
    const { value } = this.stored;
    if (value !== undefined) this.#set(nameRater(value, code, name));
    this.#host.update();
  }

  remove(code: string): void {
    const { value } = this.stored;
    if (value !== undefined) this.#set(removeRater(value, code));
    this.#host.update();
  }

  #set(raters: Raters | undefined): void {
    if (raters !== undefined && raters !== this.stored.value) this.stored.set(raters);
  }
}

const noRoom = `One table shows up to ${maxRaters} raters. Remove one first.`;
