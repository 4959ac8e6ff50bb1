import { now } from '../../../browser/clock.ts';
import { Recorder } from '../../../browser/recorder.ts';
import { Recordings } from '../../../browser/recordings.ts';
import type { MockRun } from '../../../domain/mock/mock-run.ts';
import type { StudyHost } from '../base/study-element.ts';

/**
 * Records the answers of a mock interview, one question after the other, if the reader turned it
 * on: each question has its own recording, and pausing the clock pauses it.
 */
export class AnswerRecorder {
  problem: string | undefined;
  /** URLs of recordings by question index. */
  sounds: ReadonlyMap<number, readonly string[]> = new Map();
  readonly #host: StudyHost;
  readonly #recordings = new Recordings();
  #isOn = false;
  #run: MockRun | undefined;
  #current: { readonly key: string; readonly recorder: Recorder } | undefined;
  /** One step after the other, because the microphone is slow. */
  #work: Promise<void> = Promise.resolve();

  constructor(host: StudyHost, signal: AbortSignal) {
    this.#host = host;
    signal.addEventListener('abort', () => {
      this.#isOn = false;
      this.#queue(() => this.#sync());
      this.#queue(() => this.#recordings.close());
    });
  }

  get isOn(): boolean {
    return this.#isOn;
  }

  /** Whether recordings will be lost with this page, because the browser refused to store them. */
  get isLostOnLeaving(): boolean {
    return this.#recordings.isRefused;
  }

  /** Starts with recordings made before the page was loaded. */
  open(run: MockRun | undefined): Promise<void> {
    this.#run = run;
    if (run !== undefined) this.#queue(() => this.#recordings.deleteOthers(run.id));
    return this.#queue(() => this.#load());
  }

  switch(): void {
    this.#isOn = !this.#isOn;
    this.problem = undefined;
    this.#queue(() => this.#sync());
    this.#host.update();
  }

  follow(run: MockRun | undefined): void {
    const before = this.#run;
    this.#run = run;
    if (run?.id !== before?.id) {
      this.sounds = new Map();
      this.#isOn = false;
      this.#queue(() => this.#recordings.deleteOthers(run?.id));
    }
    if (keyOf(run) !== keyOf(before) || run?.clock.status !== before?.clock.status) {
      this.#queue(() => this.#sync());
    }
  }

  #queue(step: () => Promise<void>): Promise<void> {
    this.#work = this.#work.then(step, step);
    return this.#work;
  }

  async #sync(): Promise<void> {
    const wanted = this.#isOn ? keyOf(this.#run) : undefined;
    if (this.#current !== undefined && this.#current.key !== wanted) {
      await this.#current.recorder.stop();
      this.#current = undefined;
    }
    if (wanted !== undefined && this.#current === undefined) await this.#start(wanted);
    if (this.#run?.clock.status === 'paused') this.#current?.recorder.pause();
    else this.#current?.recorder.resume();
    if (this.#run?.stage !== 'asking') await this.#load();
    this.#host.update();
  }

  async #start(key: string): Promise<void> {
    const { id: run = '', clock } = this.#run ?? {};
    const take = { run, place: clock?.question ?? 0, take: now() };
    const started = await Recorder.start((chunk) => void this.#recordings.add(take, chunk));
    if ('value' in started) this.#current = { key, recorder: started.value };
    else {
      this.problem = started.problem;
      this.#isOn = false;
    }
  }

  async #load(): Promise<void> {
    const run = this.#run;
    if (run === undefined || run.stage === 'asking') return;
    const blobs = await this.#recordings.of(run.id);
    for (const address of [...this.sounds.values()].flat()) URL.revokeObjectURL(address);
    this.sounds = new Map(
      [...blobs].map(([place, all]) => [place, all.map((blob) => URL.createObjectURL(blob))]),
    );
    this.#host.update();
  }
}

/** Changes when a different question should be recorded; undefined for none. */
function keyOf(run: MockRun | undefined): string | undefined {
  return run?.stage === 'asking' ? `${run.id} ${run.clock.question}` : undefined;
}
