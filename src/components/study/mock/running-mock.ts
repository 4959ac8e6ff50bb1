import { Bell } from '../../../browser/bell.ts';
import { now } from '../../../browser/clock.ts';
import { PersistedState } from '../../../browser/persisted-state.ts';
import { randomId } from '../../../browser/random-seed.ts';
import { Recorder } from '../../../browser/recorder.ts';
import { Recordings } from '../../../browser/recordings.ts';
import { storageKeys } from '../../../browser/storage-keys.ts';
import {
  type Alarm,
  alarmBetween,
  elapsedOn,
  nextQuestion,
  pauseClock,
  remaining,
  resumeClock,
  tick,
} from '../../../domain/mock/clock.ts';
import {
  beginRun,
  goToPlace,
  isTimeUp,
  lockRun,
  type MockRun,
  markSaved,
  readMockRun,
  recordOfRun,
  updateClock,
} from '../../../domain/mock/mock-run.ts';
import { changeSettings } from '../base/study-context.ts';
import type { StudyElement } from '../base/study-element.ts';
import type { OpenMock } from './mock-screen.ts';

/** How often the clock is updated, in milliseconds. The displayed time changes every second. */
const tickInterval = 250;

export class RunningMock {
  readonly stored: PersistedState<MockRun>;
  readonly recorder: AnswerRecorder;
  readonly #host: StudyElement;
  readonly #bell = new Bell();
  /**
   * The reader's choice during this visit. It applies even if the browser can't store the setting.
   */
  #isBellOn: boolean | undefined;
  alarm: Alarm | undefined;
  #left = 0;
  #shown = '';

  constructor(host: StudyElement, signal: AbortSignal) {
    this.#host = host;
    this.stored = new PersistedState({
      key: storageKeys.mock,
      read: (text) => readMockRun(text, now()),
      onChange: () => this.#follow(),
      signal,
    });
    this.recorder = new AnswerRecorder(host, signal);
    this.recorder.open(this.run);
    this.#left = this.timeLeft;
    const timer = setInterval(() => this.#tick(), tickInterval);
    signal.addEventListener('abort', () => {
      clearInterval(timer);
      this.#bell.close();
    });
    // The clock isn't saved on every tick, because that could overwrite a step from another tab
    // that this tab hasn't seen yet.
    window.addEventListener('pagehide', () => this.#turnClock(tick), { signal });
    for (const gesture of ['pointerdown', 'keydown']) {
      document.addEventListener(gesture, () => this.#wakeBell(), { signal });
    }
    if (this.run?.stage === 'locked' && !this.run.isSaved) void this.save();
  }

  get run(): MockRun | undefined {
    return this.stored.value;
  }

  /** The total remaining time in milliseconds, or 0 if there is no mock interview. */
  get timeLeft(): number {
    return this.run === undefined ? 0 : remaining(this.run.clock, now());
  }

  /** The time spent on the current question, in milliseconds. */
  get onThis(): number {
    return this.run === undefined ? 0 : elapsedOn(this.run.clock, this.run.clock.question, now());
  }

  get isPaused(): boolean {
    return this.run?.clock.status === 'paused';
  }

  get isTimeUp(): boolean {
    return this.run !== undefined && isTimeUp(this.run, now());
  }

  get hasAlerts(): boolean {
    return this.#isBellOn ?? this.#host.context.settings.bell;
  }

  start({ link, mock, questions }: OpenMock): void {
    this.alarm = undefined;
    const start = { id: randomId(), link, minutes: mock.minutes, questions };
    this.#set(beginRun(start, now()));
    this.#left = this.timeLeft;
    this.#wakeBell();
  }

  step(step: (run: MockRun, now: number) => MockRun): void {
    if (this.run !== undefined) this.#set(step(this.run, now()));
  }

  next(): void {
    if (!this.isTimeUp) this.#turnClock(nextQuestion);
  }

  pauseOrResume(): void {
    if (!this.isTimeUp) this.#turnClock(this.isPaused ? resumeClock : pauseClock);
  }

  goTo(index: number): void {
    this.step((run) => goToPlace(run, index));
  }

  lock(): void {
    this.step(lockRun);
    void this.save();
  }

  discard(): void {
    this.#set(undefined);
  }

  /** Saves the result as a record. The store reports any failure. */
  async save(): Promise<void> {
    const record = this.run && recordOfRun(this.run);
    if (record === undefined) return;
    const outcome = await this.#host.context.model.store.put('mocks', record);
    if ('value' in outcome && this.run?.id === record.id) this.step(markSaved);
  }

  switchAlerts(): void {
    const bell = !this.hasAlerts;
    this.#isBellOn = bell;
    void changeSettings(this.#host.context, { bell });
    this.#wakeBell();
    this.#host.update();
  }

  #wakeBell(): void {
    if (this.run?.stage === 'asking' && this.hasAlerts) this.#bell.wake();
  }

  #turnClock(turn: typeof tick): void {
    this.step((run, at) => updateClock(run, turn, at));
  }

  #set(run: MockRun | undefined): void {
    this.stored.set(run);
    this.#follow();
  }

  #follow(): void {
    this.recorder.follow(this.run);
    this.#host.update();
  }

  /** Updates the clock often, so that setting the device's clock back gains no time. */
  #tick(): void {
    if (this.run?.stage !== 'asking') return;
    const run = updateClock(this.run, tick, now());
    this.stored.setInMemory(run);
    const milliseconds = this.timeLeft;
    const alarm = alarmBetween(run.clock.total, this.#left, milliseconds);
    this.#left = milliseconds;
    if (alarm !== undefined) this.alarm = alarm;
    if (alarm !== undefined && alarm !== 'half' && this.hasAlerts) this.#bell.ring();
    const shown = `${Math.ceil(milliseconds / 1000)} ${Math.floor(this.onThis / 1000)} ${alarm}`;
    if (shown === this.#shown) return;
    this.#shown = shown;
    this.#host.update();
  }
}

const lostOnLeaving =
  'This browser can’t store recordings. They’re lost when you close or reload this page.';

/**
 * Records the answers in a mock interview if the reader has turned on recording. Each question gets
 * its own recording, which pauses with the clock.
 */
class AnswerRecorder {
  isOn = false;
  /** The URLs of the recordings, by question index. */
  sounds: ReadonlyMap<number, readonly string[]> = new Map();
  readonly #host: StudyElement;
  readonly #recordings = new Recordings();
  #problem: string | undefined;
  #run: MockRun | undefined;
  #current: { readonly key: string; readonly recorder: Recorder } | undefined;
  /** Starting and stopping the microphone takes time, so each step waits for the previous one. */
  #work: Promise<void> = Promise.resolve();

  constructor(host: StudyElement, signal: AbortSignal) {
    this.#host = host;
    signal.addEventListener('abort', () => {
      this.isOn = false;
      this.#queue(() => this.#sync());
      this.#queue(() => this.#recordings.close());
    });
  }

  /** Says why nothing is being recorded, or that the recordings will be lost with this page. */
  get problem(): string | undefined {
    return this.#problem ?? (this.#recordings.isRefused ? lostOnLeaving : undefined);
  }

  /**
   * Loads this interview's recordings from before the page loaded, if its questions are over, and
   * deletes those of other interviews.
   */
  open(run: MockRun | undefined): void {
    this.#run = run;
    if (run !== undefined) this.#queue(() => this.#recordings.deleteOthers(run.id));
    this.#queue(() => this.#load());
  }

  switch(): void {
    this.isOn = !this.isOn;
    this.#problem = undefined;
    this.#queue(() => this.#sync());
    this.#host.update();
  }

  follow(run: MockRun | undefined): void {
    const before = this.#run;
    this.#run = run;
    if (run?.id !== before?.id) {
      this.sounds = new Map();
      this.isOn = false;
      this.#queue(() => this.#recordings.deleteOthers(run?.id));
    }
    if (keyOf(run) !== keyOf(before) || run?.clock.status !== before?.clock.status) {
      this.#queue(() => this.#sync());
    }
  }

  #queue(step: () => Promise<void>): void {
    this.#work = this.#work.then(step, step);
  }

  async #sync(): Promise<void> {
    const wanted = this.isOn ? keyOf(this.#run) : undefined;
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
      this.#problem = started.problem;
      this.isOn = false;
    }
  }

  async #load(): Promise<void> {
    const run = this.#run;
    if (run === undefined || run.stage === 'asking') return;
    const blobs = await this.#recordings.of(run.id);
    for (const address of [...this.sounds.values()].flat()) URL.revokeObjectURL(address);
    this.sounds = new Map(
      [...blobs].map(([index, all]) => [index, all.map((blob) => URL.createObjectURL(blob))]),
    );
    this.#host.update();
  }
}

/** Returns a key for the question to record, or undefined if nothing should be recorded. */
function keyOf(run: MockRun | undefined): string | undefined {
  return run?.stage === 'asking' ? `${run.id} ${run.clock.question}` : undefined;
}
