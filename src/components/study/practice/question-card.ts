import { now } from '../../../browser/clock.ts';
import { Recorder } from '../../../browser/recorder.ts';
import { maxGap } from '../../../domain/practice/answer-clock.ts';
import type { Flashcard } from '../../../domain/practice/flashcards.ts';
import {
  advance,
  type Ladder,
  type LadderAction,
  secondsSpent,
  startLadder,
} from '../../../domain/practice/ladder.ts';
import type { StudyQuestion } from '../../../domain/practice/study-data.ts';

export interface CardHost {
  readonly changed: () => void;
  /** Called for each new sound level. Levels aren't stored. */
  readonly onLevel: () => void;
}

/**
 * A question being answered, with its ladder and recording. It reports each change so that the
 * ladder can be saved.
 */
export class QuestionCard {
  readonly question: StudyQuestion;
  ladder: Ladder;
  /** The URL of the recording, once it has ended. */
  recording: string | undefined;
  recordingProblem: string | undefined;
  levels: number[] = [];
  /** The seconds on the clock when the recording started. */
  recordedFrom = 0;
  /** The index of the follow-up question whose answer the reader has opened. */
  followUp: number | undefined;
  readonly #host: CardHost;
  #recorder: Recorder | undefined;
  /** Settles when the stopped recording can be played. */
  #taking: Promise<void> | undefined;
  /**
   * The pending request for the microphone. It is cleared if the reader no longer wants to record.
   */
  #request: symbol | undefined;

  constructor(
    question: StudyQuestion,
    host: CardHost,
    ladder = startLadder(question.code, question.criteria.length),
  ) {
    this.question = question;
    this.ladder = ladder;
    this.#host = host;
  }

  get seconds(): number {
    return secondsSpent(this.ladder, now());
  }

  /** True if a recording is running or paused. */
  get isRecording(): boolean {
    return this.#recorder !== undefined;
  }

  /** True if the question is shown but its clock hasn't been started. */
  get isWaiting(): boolean {
    return this.ladder.step === 'question';
  }

  /** The number of seconds over the time limit, or 0 if the limit hasn't been reached. */
  get secondsOver(): number {
    return Math.max(0, this.seconds - this.question.minutes * 60);
  }

  /** Restarts the clock of an unfinished answer. Time away from the page doesn't count. */
  open(): void {
    if (this.ladder.clock.since !== null) this.act({ type: 'resume' });
  }

  act(action: LadderAction): void {
    const before = this.ladder;
    this.ladder = advance(before, action, now());
    if (this.ladder === before) return;
    this.#followRecorder();
    this.#host.changed();
  }

  /**
   * Starts the clock. With `isRecorded`, the clock starts only after the browser has asked for the
   * microphone. It doesn't start if the reader moves on in the meantime.
   */
  async start(isRecorded: boolean): Promise<void> {
    if (!isRecorded || (await this.record())) this.act({ type: 'start' });
  }

  /**
   * Starts recording the answer, and replaces any earlier recording. Returns false if a recording
   * is already running or requested, or if the reader has moved on before it could start.
   */
  async record(): Promise<boolean> {
    if (this.isRecording || this.#request !== undefined) return false;
    const request = Symbol();
    this.#request = request;
    const started = await Recorder.start(undefined, (level) => {
      this.levels.push(level);
      this.#host.onLevel();
    });
    await this.#taking;
    const isWanted = this.#request === request;
    if (isWanted) this.#request = undefined;
    if ('problem' in started) {
      if (isWanted) this.recordingProblem = started.problem;
    } else if (!isWanted || (!this.isWaiting && this.ladder.step !== 'answering')) {
      void started.value.stop();
    } else {
      this.#forgetRecording();
      this.act({ type: 'tick' });
      this.recordedFrom = this.seconds;
      this.#recorder = started.value;
      this.recordingProblem = undefined;
      this.act({ type: this.isWaiting ? 'start' : 'resume' });
    }
    this.#host.changed();
    return isWanted;
  }

  /** Ends the recording or cancels the request for it. The clock keeps running. */
  stopRecording(): void {
    this.#request = undefined;
    if (this.#recorder !== undefined) this.#taking = this.#takeRecording(this.#recorder);
  }

  async leave(): Promise<void> {
    this.#request = undefined;
    await this.#recorder?.stop();
    await this.#taking;
    this.#recorder = undefined;
    this.#forgetRecording();
  }

  #forgetRecording(): void {
    if (this.recording !== undefined) URL.revokeObjectURL(this.recording);
    this.recording = undefined;
    this.levels = [];
  }

  /**
   * Pauses and resumes the recorder along with the clock, and stops it at the end of the answer.
   */
  #followRecorder(): void {
    const recorder = this.#recorder;
    if (recorder === undefined) return;
    if (this.ladder.step !== 'answering') this.#taking = this.#takeRecording(recorder);
    else if (this.ladder.clock.since === null) recorder.pause();
    else recorder.resume();
  }

  async #takeRecording(recorder: Recorder): Promise<void> {
    this.#recorder = undefined;
    const blob = await recorder.stop();
    if (blob.size > 0) this.recording = URL.createObjectURL(blob);
    this.#host.changed();
  }
}

/** A term to recall. The page doesn't contain the definition until the card is turned. */
export class TermCard {
  readonly flashcard: Flashcard;
  isTurned = false;
  readonly #changed: () => void;
  readonly #since = now();

  constructor(flashcard: Flashcard, changed: () => void) {
    this.flashcard = flashcard;
    this.#changed = changed;
  }

  /**
   * Whole seconds since the term was shown, up to ten minutes. After that, the reader was probably
   * away.
   */
  get seconds(): number {
    return Math.floor(Math.min(maxGap, Math.max(0, now() - this.#since)) / 1000);
  }

  turn(): void {
    this.isTurned = true;
    this.#changed();
  }
}
