import { Bell } from '../../../browser/bell.ts';
import { now } from '../../../browser/clock.ts';
import { PersistedState } from '../../../browser/persisted-state.ts';
import { randomId } from '../../../browser/random-seed.ts';
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
import { settingsOf } from '../../../domain/progress/settings.ts';
import { changeSettings } from '../base/study-context.ts';
import type { StudyHost } from '../base/study-element.ts';
import { AnswerRecorder } from './answer-recorder.ts';
import type { OpenMock } from './mock-screen.ts';

/** Milliseconds between clock updates; the display changes every second. */
const tickInterval = 250;

export class Candidate {
  readonly stored: PersistedState<MockRun>;
  readonly recorder: AnswerRecorder;
  readonly #host: StudyHost;
  readonly #bell = new Bell();
  /** If the browser stores nothing, the setting for alerts lasts for this visit. */
  #isBellOn: boolean | undefined;
  alarm: Alarm | undefined;
  #left = 0;
  #shown = '';

  constructor(host: StudyHost, signal: AbortSignal) {
    this.#host = host;
    this.stored = new PersistedState({
      key: storageKeys.mock,
      read: (text) => readMockRun(text, now()),
      onChange: () => this.#follow(),
      signal,
    });
    this.recorder = new AnswerRecorder(host, signal);
    void this.recorder.open(this.run);
    this.#left = this.timeLeft;
    const timer = setInterval(() => this.#tick(), tickInterval);
    signal.addEventListener('abort', () => {
      clearInterval(timer);
      this.#bell.close();
    });
    // Not each second: another tab's step could be overwritten by a tick that does not know of it yet.
    window.addEventListener('pagehide', () => this.#turnClock(tick), { signal });
    for (const gesture of ['pointerdown', 'keydown']) {
      document.addEventListener(gesture, () => this.#wakeBell(), { signal });
    }
    if (this.run?.stage === 'locked' && !this.run.isSaved) void this.save();
  }

  get run(): MockRun | undefined {
    return this.stored.value;
  }

  /** Milliseconds left in total; 0 if there is no unfinished mock interview. */
  get timeLeft(): number {
    return this.run === undefined ? 0 : remaining(this.run.clock, now());
  }

  /** Milliseconds spent on the question that is being asked. */
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
    return this.#isBellOn ?? settingsOf(this.#host.context.model.progress).bell;
  }

  start({ link, mock, questions }: OpenMock): void {
    this.alarm = undefined;
    const start = { id: randomId(), link, minutes: mock.minutes, questions };
    this.#set(beginRun(start, now()));
    this.#left = this.timeLeft;
    this.#wakeBell();
  }

  /** Changes the run, if there is one. */
  step(step: (run: MockRun, now: number) => MockRun): void {
    if (this.run !== undefined) this.#set(step(this.run, now()));
  }

  next(): void {
    if (!this.isTimeUp) this.#turnClock(nextQuestion);
  }

  pauseOrResume(): void {
    if (!this.isTimeUp) this.#turnClock(this.isPaused ? resumeClock : pauseClock);
  }

  goTo(place: number): void {
    this.step((run) => goToPlace(run, place));
  }

  lock(): void {
    this.step(lockRun);
    void this.save();
  }

  discard(): void {
    this.#set(undefined);
  }

  /** Saves the result as a record; the store reports a failure. */
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

  /** Updates the clock, so that setting the device clock back gains no time. */
  #tick(): void {
    if (this.run?.stage !== 'asking') return;
    const run = updateClock(this.run, tick, now());
    this.stored.setInMemory(run);
    const left = this.timeLeft;
    const alarm = alarmBetween(run.clock.total, this.#left, left);
    this.#left = left;
    if (alarm !== undefined) this.alarm = alarm;
    if (alarm !== undefined && alarm !== 'half' && this.hasAlerts) this.#bell.ring(alarm);
    const shown = `${Math.ceil(left / 1000)} ${Math.floor(this.onThis / 1000)} ${alarm}`;
    if (shown === this.#shown) return;
    this.#shown = shown;
    this.#host.update();
  }
}
