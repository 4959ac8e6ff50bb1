import { Bell } from '../../../browser/bell.ts';
import { now } from '../../../browser/clock.ts';
import { KeptState } from '../../../browser/kept-state.ts';
import { keptKeys } from '../../../browser/kept-texts.ts';
import { randomId } from '../../../browser/random-seed.ts';
import { type Alarm, alarmBetween } from '../../../domain/mock/alarms.ts';
import {
  elapsedOn,
  nextQuestion,
  pauseClock,
  remaining,
  resumeClock,
  tick,
} from '../../../domain/mock/clock.ts';
import { isTimeUp, type MockRun, readMockRun } from '../../../domain/mock/mock-run.ts';
import {
  beginRun,
  finishAsking,
  goToPlace,
  lockRun,
  markSaved,
  recordOfRun,
  scoreCriterion,
  takePartnerCode,
  turnClock,
} from '../../../domain/mock/mock-run-steps.ts';
import type { Score } from '../../../domain/progress/records.ts';
import { settingsOf } from '../../../domain/progress/settings.ts';
import { changeSettings } from '../base/change-settings.ts';
import type { StudyContext } from '../base/study-context.ts';
import type { OpenMock } from './open-mock.ts';

/** Milliseconds between two looks at the clock; what is shown changes with the second. */
const beat = 250;

/** The candidate's side of the page: the mock that is under way, its time and its bell. */
export class Candidate {
  readonly kept: KeptState<MockRun>;
  readonly #context: StudyContext;
  readonly #changed: () => void;
  readonly #bell = new Bell();
  /** Where the store keeps nothing, the bell is still switched for this visit. */
  #isBellOn: boolean | undefined;
  #alarm: Alarm | undefined;
  #left = 0;
  #shown = '';

  constructor(context: StudyContext, changed: () => void, signal: AbortSignal) {
    this.#context = context;
    this.#changed = changed;
    this.kept = new KeptState({
      key: keptKeys.mock,
      read: (text) => readMockRun(text, now()),
      heard: changed,
      signal,
    });
    this.#left = this.left;
    const timer = setInterval(() => this.#beat(), beat);
    signal.addEventListener('abort', () => {
      clearInterval(timer);
      this.#bell.close();
    });
    for (const gesture of ['pointerdown', 'keydown']) {
      document.addEventListener(gesture, () => this.#wakeBell(), { signal });
    }
    if (this.run?.stage === 'locked' && !this.run.isSaved) void this.save();
  }

  get run(): MockRun | undefined {
    return this.kept.value;
  }

  /** Milliseconds left in all; 0 if nothing is under way. */
  get left(): number {
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

  /** What was last told about the time. */
  get alarm(): Alarm | undefined {
    return this.#alarm;
  }

  get isBellOn(): boolean {
    return this.#isBellOn ?? settingsOf(this.#context.model.progress).bell;
  }

  /** Begins a mock, in the place of what was under way. */
  take({ link, mock, questions }: OpenMock): void {
    this.#alarm = undefined;
    const start = { id: randomId(), link, minutes: mock.minutes, questions };
    this.#set(beginRun(start, now()));
    this.#left = this.left;
    this.#wakeBell();
  }

  next(): void {
    if (!this.isTimeUp) this.#step((run) => turnClock(run, nextQuestion, now()));
  }

  pauseOrGoOn(): void {
    if (this.isTimeUp) return;
    const step = this.isPaused ? resumeClock : pauseClock;
    this.#step((run) => turnClock(run, step, now()));
  }

  finish(): void {
    this.#step((run) => finishAsking(run, now()));
  }

  goTo(place: number): void {
    this.#step((run) => goToPlace(run, place));
  }

  score(criterion: number, score: Score): void {
    this.#step((run) => scoreCriterion(run, criterion, score));
  }

  lock(): void {
    this.#step((run) => lockRun(run, now()));
    void this.save();
  }

  compare(code: string): void {
    this.#step((run) => takePartnerCode(run, code));
  }

  /** Lets go of what is under way. */
  drop(): void {
    this.#set(undefined);
  }

  /** Puts the result among the reader's records; the store says if it can't. */
  async save(): Promise<void> {
    const record = this.run && recordOfRun(this.run);
    if (record === undefined) return;
    const outcome = await this.#context.model.store.put('mocks', record);
    if ('value' in outcome && this.run?.id === record.id) this.#step(markSaved);
  }

  switchBell(): void {
    const bell = !this.isBellOn;
    this.#isBellOn = bell;
    void changeSettings(this.#context, { bell });
    this.#wakeBell();
    this.#changed();
  }

  #wakeBell(): void {
    if (this.run?.stage === 'asking' && this.isBellOn) this.#bell.wake();
  }

  #step(step: (run: MockRun) => MockRun): void {
    if (this.run !== undefined) this.#set(step(this.run));
  }

  #set(run: MockRun | undefined): void {
    this.kept.set(run);
    this.#changed();
  }

  /** Tells the clock the time, so that one set back wins none, and keeps it each second. */
  #beat(): void {
    if (this.run?.stage !== 'asking') return;
    const run = turnClock(this.run, tick, now());
    this.kept.hold(run);
    const left = this.left;
    const alarm = alarmBetween(run.clock.total, this.#left, left);
    this.#left = left;
    if (alarm !== undefined) this.#tell(alarm);
    const shown = `${Math.ceil(left / 1000)} ${Math.floor(this.onThis / 1000)} ${alarm}`;
    if (shown === this.#shown) return;
    this.#shown = shown;
    this.#set(run);
  }

  #tell(alarm: Alarm): void {
    this.#alarm = alarm;
    if (alarm !== 'half' && this.isBellOn) this.#bell.ring(alarm);
  }
}
