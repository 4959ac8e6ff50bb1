import { now } from '../../../browser/clock.ts';
import { QuestionParts } from '../../../browser/question-parts.ts';
import { Recorder } from '../../../browser/recorder.ts';
import type { AnyPartId } from '../../../domain/guide/parts.ts';
import { advance, type LadderAction, secondsSpent } from '../../../domain/practice/ladder.ts';
import {
  type AnswerWay,
  type Ladder,
  startLadder,
} from '../../../domain/practice/ladder-format.ts';
import type { StudyQuestion } from '../../../domain/practice/study-data.ts';
import type { Result } from '../../../lib/result.ts';
import type { StudyContext } from '../base/study-context.ts';

/**
 * A question being answered: the ladder with what it needs beside it. Calls `changed` after each
 * change, with the ladder to be kept.
 */
export class QuestionCard {
  readonly question: StudyQuestion;
  ladder: Ladder;
  /** The parts of the page, once they are needed and there; or why they are not. */
  parts: Result<QuestionParts> | undefined;
  /** Address of the recorded answer. */
  recording: string | undefined;
  /** Why the recording could not be made. */
  recordingProblem: string | undefined;
  readonly #context: StudyContext;
  readonly #changed: () => void;
  readonly #shown = new Map<AnyPartId, readonly ChildNode[]>();
  #recorder: Recorder | undefined;

  constructor(
    question: StudyQuestion,
    context: StudyContext,
    changed: () => void,
    ladder = startLadder(question.code, question.criteria.length),
  ) {
    this.question = question;
    this.ladder = ladder;
    this.#context = context;
    this.#changed = changed;
    if (ladder.step !== 'question') void this.#loadParts();
  }

  /** Whole seconds spent on the answer by now. */
  get seconds(): number {
    return secondsSpent(this.ladder, now());
  }

  /** Whether the microphone is on, or paused. */
  get isRecording(): boolean {
    return this.#recorder !== undefined;
  }

  /** A part of the page, the same copy each time, so that drawing anew leaves it alone. */
  shownPart(id: AnyPartId): readonly ChildNode[] | undefined {
    if (this.parts === undefined || 'problem' in this.parts) return undefined;
    const shown = this.#shown.get(id) ?? [...(this.parts.value.part(id)?.childNodes ?? [])];
    this.#shown.set(id, shown);
    return shown.length === 0 ? undefined : shown;
  }

  /** Does what the reader wants, if it is allowed where the ladder stands. */
  act(action: LadderAction): void {
    const before = this.ladder;
    this.ladder = advance(before, action, now());
    if (this.ladder === before) return;
    this.#followRecorder();
    if (before.step === 'question') void this.#loadParts();
    this.#changed();
  }

  /** Begins to answer; a recording begins once the microphone is there. */
  async begin(way: AnswerWay): Promise<void> {
    if (way === 'recorded' && !(await this.#record())) return this.#changed();
    this.recordingProblem = undefined;
    this.act({ type: 'answer', way });
  }

  /** Asks once more for the parts of the page. */
  async retry(): Promise<void> {
    this.parts = undefined;
    this.#changed();
    await this.#loadParts();
  }

  /** Lets go of the microphone and of the recording. */
  async leave(): Promise<void> {
    await this.#recorder?.stop();
    this.#recorder = undefined;
    if (this.recording !== undefined) URL.revokeObjectURL(this.recording);
    this.recording = undefined;
  }

  async #record(): Promise<boolean> {
    const started = await Recorder.start();
    if ('problem' in started) {
      this.recordingProblem = started.problem;
      return false;
    }
    this.#recorder = started.value;
    return true;
  }

  /** The recorder runs while the clock runs, and ends when the answer does. */
  #followRecorder(): void {
    const recorder = this.#recorder;
    if (recorder === undefined) return;
    if (this.ladder.step !== 'answering') void this.#keepRecording(recorder);
    else if (this.ladder.clock.since === null) recorder.pause();
    else recorder.resume();
  }

  async #keepRecording(recorder: Recorder): Promise<void> {
    this.#recorder = undefined;
    const blob = await recorder.stop();
    if (blob.size > 0) this.recording = URL.createObjectURL(blob);
    this.#changed();
  }

  /** Fetched while the reader answers, so that it is there when it may be shown. */
  async #loadParts(): Promise<void> {
    if (this.parts !== undefined && 'value' in this.parts) return;
    this.parts = await QuestionParts.fetch(this.#context.paths.question(this.question.slug));
    this.#changed();
  }
}
