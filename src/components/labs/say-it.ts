import { Recorder } from '../../browser/recorder.ts';

/** The longest recording of one sentence, in seconds. */
const limit = 20;

/** Records the reader's sentence. The recording stays in this page's memory. */
export class SayIt {
  readonly #section: HTMLElement;
  readonly #now: () => number;
  #recorder: Recorder | undefined;
  /** True while recording starts, for which the browser may ask the reader, or ends. */
  #isBusy = false;
  #timer: ReturnType<typeof setInterval> | undefined;

  constructor(section: HTMLElement, now: () => number) {
    this.#section = section;
    this.#now = now;
  }

  /** Starts recording, or stops it and offers the recording for listening. */
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
    const end = this.#now() + 1000 * limit;
    this.#timer = setInterval(() => this.#tick(end), 200);
  }

  #tick(end: number): void {
    const left = Math.max(0, Math.ceil((end - this.#now()) / 1000));
    this.#part('[data-clock]').textContent = `0:${String(left).padStart(2, '0')}`;
    if (left === 0) void this.press();
  }

  async #stop(recorder: Recorder): Promise<void> {
    this.#recorder = undefined;
    clearInterval(this.#timer);
    const blob = await recorder.stop();
    const place = this.#part('[data-recording]');
    const player = place.querySelector('audio') ?? document.createElement('audio');
    URL.revokeObjectURL(player.src);
    player.controls = true;
    player.src = URL.createObjectURL(blob);
    place.replaceChildren(...(blob.size > 0 ? [player] : []));
    this.#part('[data-clock]').textContent = `0:${limit}`;
    this.#part('[data-record-sentence]').textContent = 'Record again';
  }

  #part(selector: string): HTMLElement {
    return this.#section.querySelector(selector) as HTMLElement;
  }
}
