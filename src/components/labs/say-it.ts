import { Recorder } from '../../browser/recorder.ts';
import { clockText } from '../../domain/words/clock-text.ts';

/** The maximum length of the recording. */
export const sentenceSeconds = 20;

/** Records the reader's sentence. The recording stays in this page's memory. */
export class SayIt {
  readonly #section: HTMLElement;
  readonly #now: () => number;
  #recorder: Recorder | undefined;
  /** True while the recording is starting or stopping. Starting may include a permission prompt. */
  #isBusy = false;
  #timer: ReturnType<typeof setInterval> | undefined;

  constructor(section: HTMLElement, now: () => number) {
    this.#section = section;
    this.#now = now;
  }

  /** Starts recording, or stops and offers the recording for playback. */
  async press(): Promise<void> {
    if (this.#isBusy) return;
    this.#isBusy = true;
    await (this.#recorder === undefined ? this.#start() : this.#stop(this.#recorder));
    this.#isBusy = false;
  }

  async #start(): Promise<void> {
    const started = await Recorder.start();
    const problem = 'problem' in started ? started.problem : '';
    this.#part('[data-recording-status]').textContent = problem;
    if ('problem' in started) return;
    this.#recorder = started.value;
    this.#part('[data-record-sentence]').textContent = 'Stop';
    const end = this.#now() + 1000 * sentenceSeconds;
    this.#timer = setInterval(() => this.#tick(end), 200);
  }

  #tick(end: number): void {
    const seconds = Math.max(0, Math.ceil((end - this.#now()) / 1000));
    this.#part('[data-clock]').textContent = clockText(seconds);
    if (seconds === 0) void this.press();
  }

  async #stop(recorder: Recorder): Promise<void> {
    this.#recorder = undefined;
    clearInterval(this.#timer);
    const blob = await recorder.stop();
    const container = this.#part('[data-recording]');
    const player = container.querySelector('audio') ?? document.createElement('audio');
    URL.revokeObjectURL(player.src);
    player.controls = true;
    player.ariaLabel = 'Your recorded sentence';
    player.src = URL.createObjectURL(blob);
    container.replaceChildren(...(blob.size > 0 ? [player] : []));
    this.#part('[data-clock]').textContent = clockText(sentenceSeconds);
    this.#part('[data-record-sentence]').textContent = 'Record again';
  }

  #part(selector: string): HTMLElement {
    return this.#section.querySelector(selector) as HTMLElement;
  }
}
