import { now } from '../../../browser/clock.ts';
import { PersistedState } from '../../../browser/persisted-state.ts';
import { saveFile } from '../../../browser/save-file.ts';
import { storageKeys } from '../../../browser/storage-keys.ts';
import { dropPartnerCode } from '../../../domain/mock/mock-run.ts';
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
  scoredOnCard,
  updateTimers,
} from '../../../domain/mock/scorecard-run.ts';
import type { ScoredQuestion } from '../../../domain/mock/scored-question.ts';
import type { StudyHost } from '../base/study-element.ts';
import type { OpenMock } from './mock-screen.ts';

/** Milliseconds between updates of the timers. */
const tickInterval = 1000;

export class Interviewer {
  readonly stored: PersistedState<ScorecardRun>;
  readonly #host: StudyHost;

  constructor(host: StudyHost, signal: AbortSignal) {
    this.#host = host;
    this.stored = new PersistedState({
      key: storageKeys.scorecard,
      read: readScorecardRun,
      onChange: () => host.update(),
      signal,
    });
    const timer = setInterval(() => this.#tick(), tickInterval);
    signal.addEventListener('abort', () => clearInterval(timer));
  }

  /** The scorecard of a mock; an empty one is saved only once something is entered. */
  cardOf({ link, questions }: OpenMock): ScorecardRun {
    const { value } = this.stored;
    return value?.link === link ? value : newScorecard(link, questions);
  }

  scored(card: ScorecardRun): ScoredQuestion[] {
    return scoredOnCard(card, now());
  }

  /** Changes the scorecard of a mock. */
  change(open: OpenMock, step: (card: ScorecardRun, now: number) => ScorecardRun): void {
    this.#set(step(this.cardOf(open), now()));
  }

  dropPartnerCode(): void {
    if (this.stored.value !== undefined) this.stored.set(dropPartnerCode(this.stored.value));
  }

  clear(): void {
    this.#set(undefined);
  }

  /** @param address of the mock */
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
