import { now } from '../../../browser/clock.ts';
import { KeptState } from '../../../browser/kept-state.ts';
import { keptKeys } from '../../../browser/kept-texts.ts';
import { saveFile } from '../../../browser/save-file.ts';
import { dropPartnerCode } from '../../../domain/mock/mock-run.ts';
import {
  fileNameOfCard,
  scorecardOf,
  writeScorecardCsv,
  writeScorecardMarkdown,
} from '../../../domain/mock/scorecard.ts';
import {
  compareSamples,
  isBlank,
  lockCard,
  nameCandidate,
  newScorecard,
  noteOnCard,
  readScorecardRun,
  readTimers,
  type ScorecardRun,
  scoredOnCard,
  scoreOnCard,
  scoreSample,
  switchTimer,
} from '../../../domain/mock/scorecard-run.ts';
import type { ScoredQuestion } from '../../../domain/mock/scored-question.ts';
import type { Score } from '../../../domain/progress/records.ts';
import type { StudyHost } from '../base/study-element.ts';
import type { OpenMock } from './mock-screen.ts';

/** Milliseconds between two readings of the timers. */
const beat = 1000;

export class Interviewer {
  readonly kept: KeptState<ScorecardRun>;
  readonly #host: StudyHost;

  constructor(host: StudyHost, signal: AbortSignal) {
    this.#host = host;
    this.kept = new KeptState({
      key: keptKeys.scorecard,
      read: readScorecardRun,
      heard: () => host.update(),
      signal,
    });
    const timer = setInterval(() => this.#beat(), beat);
    signal.addEventListener('abort', () => clearInterval(timer));
  }

  /** The scorecard of a mock; an empty one is kept only once something is written on it. */
  cardOf({ link, questions }: OpenMock): ScorecardRun {
    const { value } = this.kept;
    return value?.link === link ? value : newScorecard(link, questions);
  }

  /** A scorecard of another mock that would be lost by beginning this one. */
  otherCard({ link }: OpenMock): ScorecardRun | undefined {
    const { value } = this.kept;
    return value === undefined || value.link === link || isBlank(value) ? undefined : value;
  }

  scored(card: ScorecardRun): ScoredQuestion[] {
    return scoredOnCard(card, now());
  }

  name(open: OpenMock, candidate: string): void {
    this.#set(nameCandidate(this.cardOf(open), candidate));
  }

  score(open: OpenMock, code: string, criterion: number, score: Score): void {
    this.#set(scoreOnCard(this.cardOf(open), code, criterion, score));
  }

  note(open: OpenMock, code: string, note: string): void {
    this.#set(noteOnCard(this.cardOf(open), code, note));
  }

  switchTimer(open: OpenMock, code: string): void {
    this.#set(switchTimer(this.cardOf(open), code, now()));
  }

  lock(open: OpenMock): void {
    this.#set(lockCard(this.cardOf(open), now()));
  }

  scoreSample(
    open: OpenMock,
    code: string,
    place: { readonly sample: number; readonly criterion: number },
    score: Score,
  ): void {
    this.#set(scoreSample(this.cardOf(open), code, place, score));
  }

  compareSamples(open: OpenMock, code: string, count: number): void {
    this.#set(compareSamples(this.cardOf(open), code, count));
  }

  dropPartnerCode(): void {
    if (this.kept.value !== undefined) this.kept.set(dropPartnerCode(this.kept.value));
  }

  clear(): void {
    this.#set(undefined);
  }

  saveMarkdown(open: OpenMock, address: string): void {
    const card = this.cardOf(open);
    const text = writeScorecardMarkdown(this.#writeOut(card, address));
    saveFile(`${fileNameOfCard(card)}.md`, text, 'text/markdown');
  }

  saveCsv(open: OpenMock, address: string): void {
    const card = this.cardOf(open);
    // Excel takes a file for UTF-8 only if it begins so.
    const text = `\uFEFF${writeScorecardCsv(this.#writeOut(card, address))}`;
    saveFile(`${fileNameOfCard(card)}.csv`, text, 'text/csv');
  }

  #writeOut(card: ScorecardRun, address: string) {
    return scorecardOf(card, this.#host.context.questions, address, now());
  }

  #set(card: ScorecardRun | undefined): void {
    this.kept.set(card);
    this.#host.update();
  }

  #beat(): void {
    const { value } = this.kept;
    if (value?.questions.some(({ clock }) => clock.since !== null)) {
      this.#set(readTimers(value, now()));
    }
  }
}
