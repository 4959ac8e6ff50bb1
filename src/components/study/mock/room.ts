import { now } from '../../../browser/clock.ts';
import { PersistedState } from '../../../browser/persisted-state.ts';
import { saveFile } from '../../../browser/save-file.ts';
import { storageKeys } from '../../../browser/storage-keys.ts';
import { maxRaters } from '../../../domain/mock/mock-link.ts';
import { dropPartnerCode } from '../../../domain/mock/mock-run.ts';
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
import {
  fileNameOfCard,
  scorecardOf,
  writeScorecardCsv,
  writeScorecardMarkdown,
} from '../../../domain/mock/scorecard.ts';
import {
  newScorecard,
  readScorecardRun,
  type ScorecardRun,
  updateTimers,
} from '../../../domain/mock/scorecard-run.ts';
import type { StudyContext } from '../base/study-context.ts';
import type { StudyElement } from '../base/study-element.ts';
import { Candidate } from './candidate.ts';
import type { OpenMock } from './mock-screen.ts';

export interface CreateForm {
  readonly count: number;
  /** Total minutes; undefined follows the suggestion. */
  readonly minutes: number | undefined;
  /** Ids; empty means all. */
  readonly levels: readonly string[];
  readonly topics: readonly string[];
}

export const emptyForm: CreateForm = { count: 5, minutes: undefined, levels: [], topics: [] };

export class Room {
  readonly host: StudyElement;
  readonly candidate: Candidate;
  readonly interviewer: Interviewer;
  readonly comparing: Comparing;
  readonly open: (address: string) => void;
  form: CreateForm = emptyForm;
  /** Codes of the questions whose sample answers are unfolded on the scorecard. */
  readonly openSamples = new Set<string>();

  constructor(host: StudyElement, open: (address: string) => void, signal: AbortSignal) {
    this.host = host;
    this.open = open;
    this.candidate = new Candidate(host, signal);
    this.interviewer = new Interviewer(host, signal);
    this.comparing = new Comparing(host, signal);
    this.#takePartnerCode(this.candidate.stored);
    this.#takePartnerCode(this.interviewer.stored);
  }

  get context(): StudyContext {
    return this.host.context;
  }

  /** Earlier versions stored another person's code with the reader's own scores. */
  #takePartnerCode<Run extends { readonly link: string; readonly partnerCode: string }>(
    stored: PersistedState<Run>,
  ): void {
    const { value } = stored;
    if (value === undefined || value.partnerCode === '') return;
    this.comparing.add(value.link, value.partnerCode);
    stored.set(dropPartnerCode(value));
  }
}

class Interviewer {
  readonly stored: PersistedState<ScorecardRun>;
  readonly #host: StudyElement;

  constructor(host: StudyElement, signal: AbortSignal) {
    this.#host = host;
    const onChange = () => host.update();
    const key = storageKeys.scorecard;
    this.stored = new PersistedState({ key, read: readScorecardRun, onChange, signal });
    const timer = setInterval(() => this.#tick(), 1000);
    signal.addEventListener('abort', () => clearInterval(timer));
  }

  /** The scorecard of a mock; an empty one is saved only once something is entered. */
  cardOf({ link, questions }: OpenMock): ScorecardRun {
    const { value } = this.stored;
    return value?.link === link ? value : newScorecard(link, questions);
  }

  change(open: OpenMock, step: (card: ScorecardRun, now: number) => ScorecardRun): void {
    this.#set(step(this.cardOf(open), now()));
  }

  clear(): void {
    this.#set(undefined);
  }

  save(open: OpenMock, address: string, ending: 'md' | 'csv'): void {
    const card = this.cardOf(open);
    const scorecard = scorecardOf(card, this.#host.context.questions, address, now());
    const name = `${fileNameOfCard(card)}.${ending}`;
    if (ending === 'md') saveFile(name, writeScorecardMarkdown(scorecard), 'text/markdown');
    // Excel reads a file as UTF-8 only if it starts with this mark.
    else saveFile(name, `\uFEFF${writeScorecardCsv(scorecard)}`, 'text/csv');
  }

  #set(card: ScorecardRun | undefined): void {
    this.stored.set(card);
    this.#host.update();
  }

  #tick(): void {
    const { value } = this.stored;
    if (value?.questions.some(({ clock }) => clock.since !== null)) {
      this.#set(updateTimers(value, now()));
    }
  }
}

class Comparing {
  readonly stored: PersistedState<Raters>;
  problem: string | undefined;
  readonly #host: StudyElement;

  constructor(host: StudyElement, signal: AbortSignal) {
    this.#host = host;
    const onChange = () => host.update();
    const key = storageKeys.raters;
    this.stored = new PersistedState({ key, read: readRaters, onChange, signal });
  }

  /** @param own the reader's own score code: their scores aren't counted twice */
  of(link: string, own?: string): Rater[] {
    const others = ratersOf(this.stored.value, link).filter(({ code }) => code !== own);
    return others.slice(0, maxOthers(own));
  }

  /** Adds the scores that came with a link; a code that doesn't fit is left out. */
  take(link: string, scoreCodes: readonly string[]): void {
    const codes = scoreCodes.flatMap((text) => {
      const read = tidyScoreCode(text, link);
      return 'value' in read ? [read.value] : [];
    });
    this.#set(addRaters(this.stored.value, link, codes));
  }

  /** Adds pasted scores. False if they couldn't be read, don't fit, or are there; see `problem`. */
  add(link: string, text: string, own?: string): boolean {
    this.problem = this.#addPasted(link, text, own);
    this.#host.update();
    return this.problem === undefined;
  }

  #addPasted(link: string, text: string, own: string | undefined): string | undefined {
    const read = readPastedScores(text, link);
    if ('problem' in read) return read.problem.message;
    const codes = read.value.filter((code) => code !== own);
    const count = this.of(link, own).length + codes.length;
    if (count > maxOthers(own)) return noRoom;
    this.#set(addRaters(this.stored.value, link, codes));
    const isNew = codes.length > 0 && this.of(link, own).length === count;
    return isNew ? undefined : sameScores;
  }

  rename(code: string, name: string): void {
    this.#change((raters) => nameRater(raters, code, name));
  }

  remove(code: string): void {
    this.#change((raters) => removeRater(raters, code));
  }

  #change(step: (raters: Raters) => Raters): void {
    const { value } = this.stored;
    this.#set(value && step(value));
    this.#host.update();
  }

  #set(raters: Raters | undefined): void {
    if (raters !== undefined && raters !== this.stored.value) this.stored.set(raters);
  }
}

function maxOthers(own: string | undefined): number {
  return own === undefined ? maxRaters : maxRaters - 1;
}

const sameScores =
  'Some of these scores are already in the table. If two raters gave the same scores in the same time, we can’t tell them apart, so we count them once.';
const noRoom = `The table shows up to ${maxRaters} raters. Remove one first.`;
