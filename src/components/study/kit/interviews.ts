import { now } from '../../../browser/clock.ts';
import { readStorage, writeStorage } from '../../../browser/local-storage.ts';
import { randomId } from '../../../browser/random-seed.ts';
import { shareAddress } from '../../../browser/room-address.ts';
import { saveFile } from '../../../browser/save-file.ts';
import { type StorageKey, storageKeys } from '../../../browser/storage-keys.ts';
import {
  interviewFromScorecard,
  interviewOfMock,
  interviewOfResult,
  readEarlierRaters,
  readEarlierScorecard,
  withEarlierRaters,
} from '../../../domain/kit/earlier-scorecard.ts';
import {
  dropTimers,
  type InterviewPlan,
  idOfMock,
  isBlank,
  newInterview,
  runningTimer,
  type Step,
  stopTimers,
  takeStep,
  updateTimers,
} from '../../../domain/kit/interview.ts';
import { readInterviewFile, writeInterviewFile } from '../../../domain/kit/interview-file.ts';
import { type KitLink, writeInterviewLink } from '../../../domain/kit/kit-link.ts';
import { scoreCodesOf } from '../../../domain/kit/received.ts';
import {
  fileNameOf,
  writeScorecardsCsv,
  writeScorecardsMarkdown,
} from '../../../domain/kit/scorecard-files.ts';
import { isNewer } from '../../../domain/progress/merge.ts';
import { canonicalJson } from '../../../domain/progress/record-lists.ts';
import type { InterviewRecord } from '../../../domain/progress/records.ts';
import type { Result } from '../../../lib/result.ts';
import type { StudyElement } from '../base/study-element.ts';

interface Typed {
  readonly id: string;
  /** Identifies the field that the reader is typing in. */
  readonly field: string;
  readonly step: Step;
  readonly timer: ReturnType<typeof setTimeout>;
}

interface OpenedFile {
  readonly interview: InterviewRecord;
  /** The version in the file, if this device has a newer one. */
  readonly older?: InterviewRecord;
  /** What the file replaced. Missing if nothing changed, and undefined if it replaced nothing. */
  readonly replaced?: InterviewRecord | undefined;
}

/** How long after the last keystroke the text is saved to the database, in milliseconds. */
const typingPause = 400;

/** How often a running timer is saved, in milliseconds. */
const timerPause = 5000;

/**
 * The interviews on this device. Each change is shown at once and saved as a step, so that changes
 * from two tabs are both kept. If nothing can be saved, changes last until the reader leaves the
 * page.
 */
export class Interviews {
  readonly #host: StudyElement;
  /** The records as this tab knows them. If a stored record is newer, it is used instead. */
  readonly #here = new Map<string, InterviewRecord>();
  readonly #deleted = new Set<string>();
  /** For each interview whose timer was started in this tab, releases the lock that says so. */
  readonly #timed = new Map<string, () => void>();
  /** The typed text that hasn't been saved yet. */
  #typed: Typed | undefined;
  /** The raw text of data from an earlier version, if it can't be read. */
  unreadable: { readonly text: string; readonly problem: string } | undefined;

  constructor(host: StudyElement, signal: AbortSignal) {
    this.#host = host;
    this.#store.listen(
      'change',
      ({ changes, isElsewhere }) => {
        if (!isElsewhere) return;
        for (const { store, key } of changes) {
          if (store !== 'interviews') continue;
          if (key === '*') this.#here.clear();
          else this.#here.delete(key);
        }
      },
      signal,
    );
    const leave = () => {
      this.#writeTyped();
      this.stopTimers();
    };
    window.addEventListener('pagehide', leave, { signal });
    document.addEventListener('visibilitychange', () => this.#changeTimers(updateTimers), {
      signal,
    });
    // While the page is hidden, timers aren't updated, so that a long absence shows on return.
    const timer = setInterval(() => {
      if (!document.hidden) this.#changeTimers(updateTimers);
    }, timerPause);
    signal.addEventListener('abort', () => clearInterval(timer));
  }

  /** All interviews, most recently changed first. */
  get all(): readonly InterviewRecord[] {
    const stored = this.#host.context.model.progress.interviews.map(({ id }) => id);
    return [...new Set([...this.#here.keys(), ...stored])]
      .flatMap((id) => this.get(id) ?? [])
      .sort((a, b) => b.at - a.at);
  }

  get hasRunningTimer(): boolean {
    return this.all.some((interview) => runningTimer(interview) !== undefined);
  }

  get(id: string): InterviewRecord | undefined {
    if (this.#deleted.has(id)) return undefined;
    const stored = this.#host.context.model.progress.interviews.find((one) => one.id === id);
    const here = this.#here.get(id);
    return stored !== undefined && stored.at >= (here?.at ?? 0) ? stored : here;
  }

  /**
   * Returns the interview on this device that a link belongs to. If there is none, but the link has
   * someone's scores for a mock interview that the reader took, returns an interview with the
   * reader's own result.
   */
  ofLink(link: Extract<KitLink, { kind: 'interview' | 'mock' }>): InterviewRecord | undefined {
    if (link.kind === 'interview') return this.get(link.interview.id);
    const known = this.get(idOfMock(link.link)) ?? this.all.find(({ mock }) => mock === link.link);
    if (known !== undefined || scoreCodesOf(link.fragment).length === 0) return known;
    const results = this.#host.context.model.progress.mocks.filter((one) => one.link === link.link);
    return this.ofResult(results.toSorted((a, b) => b.at - a.at)[0]?.id ?? '');
  }

  create(plan: Omit<InterviewPlan, 'id' | 'rater'> & { readonly id?: string }): InterviewRecord {
    const interview = newInterview({ id: shortId(10), ...plan, rater: shortId(6) }, now());
    this.replace(interview);
    return interview;
  }

  createOfMock(link: string): InterviewRecord {
    const interview = interviewOfMock(link, shortId(6), now());
    this.replace(interview);
    return interview;
  }

  /**
   * Returns the interview for one of the reader's mock results, and creates it if necessary.
   * Returns undefined if there is no such result.
   */
  ofResult(id: string): InterviewRecord | undefined {
    const record = this.#host.context.model.progress.mocks.find((one) => one.id === id);
    if (record === undefined) return undefined;
    const interview = interviewOfResult(record, shortId(6), now());
    const before = this.get(interview.id);
    if (before === undefined) this.replace(interview);
    return before ?? interview;
  }

  change(id: string, step: Step): void {
    this.#writeTyped();
    const before = this.#timerOf(id);
    this.#show(id, step);
    const after = this.#timerOf(id);
    if (after !== before) this.#holdTimer(id, after !== undefined);
    this.#write(id, step);
  }

  /**
   * Changes a field that the reader is typing in. The change is saved when the reader pauses or
   * leaves the page.
   */
  type(id: string, field: string, step: Step): void {
    if (this.#typed?.id !== id || this.#typed.field !== field) this.#writeTyped();
    this.#show(id, step);
    clearTimeout(this.#typed?.timer);
    const timer = setTimeout(() => this.#writeTyped(), typingPause);
    this.#typed = { id, field, step, timer };
  }

  /** Saves a whole record, such as a new interview or, for undo, an earlier state. */
  replace(interview: InterviewRecord): void {
    const newest = Math.max(now(), (this.get(interview.id)?.at ?? 0) + 1);
    const record = { ...interview, at: newest };
    this.#deleted.delete(record.id);
    this.#here.set(record.id, record);
    this.#host.update();
    void this.#store.put('interviews', record);
  }

  async delete(id: string): Promise<void> {
    this.#holdTimer(id, false);
    this.#deleted.add(id);
    this.#here.delete(id);
    this.#host.update();
    await this.#store.update('interviews', id, () => undefined);
  }

  saveFile(interview: InterviewRecord, ending: 'json' | 'md' | 'csv'): string {
    const name = `${fileNameOf(interview)}.${ending}`;
    const { questions, paths } = this.#host.context;
    if (ending === 'json') {
      saveFile(name, writeInterviewFile(interview, now()), 'application/json');
    } else if (ending === 'md') {
      const address = shareAddress(paths.kit, writeInterviewLink(interview));
      const text = writeScorecardsMarkdown(interview, questions, address, now());
      saveFile(name, text, 'text/markdown');
    }
    // Excel reads a file as UTF-8 only if it starts with a byte order mark.
    else saveFile(name, `\uFEFF${writeScorecardsCsv(interview, questions, now())}`, 'text/csv');
    return name;
  }

  /**
   * Opens a saved file. If the interview is already on this device, the newer version is kept, and
   * the other one is returned too.
   */
  async openFile(file: File): Promise<Result<OpenedFile>> {
    const parsed = readInterviewFile(await file.text().catch(() => ''));
    if ('problem' in parsed) return parsed;
    const inFile = parsed.value;
    const before = this.get(inFile.id);
    if (before !== undefined && isSame(before, inFile)) return { value: { interview: before } };
    if (before !== undefined && !isNewer(inFile, before)) {
      return { value: { interview: before, older: inFile } };
    }
    this.#deleted.delete(inFile.id);
    this.#here.set(inFile.id, inFile);
    await this.#store.put('interviews', inFile);
    return { value: { interview: inFile, replaced: before } };
  }

  /**
   * Converts data from earlier versions of the guide to an interview, and then deletes that data.
   */
  async takeEarlier(): Promise<void> {
    const raters = this.#earlier(storageKeys.raters, readEarlierRaters);
    const card = this.#earlier(storageKeys.scorecard, readEarlierScorecard);
    const link = card?.link ?? raters?.link;
    if (link === undefined) return;
    const at = now();
    const bare =
      card === undefined
        ? interviewOfMock(link, shortId(6), at)
        : interviewFromScorecard(card, shortId(6), at);
    const interview = raters === undefined ? bare : withEarlierRaters(bare, raters, at);
    if (this.get(interview.id) === undefined && !interview.candidates.every(isBlank)) {
      this.#here.set(interview.id, interview);
      if ('problem' in (await this.#store.put('interviews', interview))) return;
    }
    if (card !== undefined) writeStorage(storageKeys.scorecard, null);
    if (raters !== undefined) writeStorage(storageKeys.raters, null);
  }

  #earlier<T>(key: StorageKey, read: (text: string) => Result<T>): T | undefined {
    const text = readStorage(key);
    const stored = text === null ? undefined : read(text);
    if (stored === undefined || 'value' in stored) return stored?.value;
    this.unreadable = { text: text ?? '', problem: stored.problem };
    return undefined;
  }

  get #store() {
    return this.#host.context.model.store;
  }

  #show(id: string, step: Step): void {
    const interview = this.get(id);
    if (interview !== undefined) this.#here.set(id, takeStep(interview, step, now()));
    this.#host.update();
  }

  #write(id: string, step: Step): void {
    const here = this.#here.get(id);
    const at = now();
    const change = (stored: InterviewRecord | undefined) =>
      stored === undefined ? here : takeStep(stored, step, at);
    void this.#store.update('interviews', id, change).then((outcome) => {
      // The stored record may also have steps from another tab.
      const stored = 'value' in outcome ? outcome.value : undefined;
      if (stored !== undefined && stored.at >= (this.#here.get(id)?.at ?? 0)) {
        this.#here.set(id, stored);
      }
    });
  }

  #writeTyped(): void {
    const typed = this.#typed;
    this.#typed = undefined;
    if (typed === undefined) return;
    clearTimeout(typed.timer);
    this.#write(typed.id, typed.step);
  }

  /**
   * Stops the timers that were started in this tab, except that of the candidate whose scorecard is
   * open, if any.
   */
  stopTimers(open?: { readonly id: string; readonly label: string }): void {
    this.#changeTimers(
      stopTimers,
      ({ id }, label) => this.#timed.has(id) && !(id === open?.id && label === open.label),
    );
  }

  /**
   * Stops the timers that were running when the browser crashed, for example. A timer that another
   * tab runs goes on.
   */
  async dropTimers(): Promise<void> {
    const elsewhere = await timersElsewhere();
    this.#changeTimers(dropTimers, ({ id }) => !elsewhere.has(lockName(id)));
  }

  #changeTimers(
    step: Step,
    applies: (interview: InterviewRecord, label: string) => boolean = () => true,
  ): void {
    for (const interview of this.all) {
      const running = runningTimer(interview);
      if (running !== undefined && applies(interview, running.label)) {
        this.change(interview.id, step);
      }
    }
  }

  #timerOf(id: string): string | undefined {
    const interview = this.get(id);
    const running = interview && runningTimer(interview);
    return running && `${running.label} ${running.code}`;
  }

  /** Other tabs see the lock while this tab runs the timer. It ends with the tab, also in a crash. */
  #holdTimer(id: string, isRunning: boolean): void {
    if (this.#timed.has(id) === isRunning) return;
    this.#timed.get(id)?.();
    this.#timed.delete(id);
    if (!isRunning) return;
    const { promise, resolve } = Promise.withResolvers<void>();
    this.#timed.set(id, resolve);
    // Without a secure connection, browsers have no locks.
    void navigator.locks?.request(lockName(id), { mode: 'shared' }, () => promise);
  }
}

function isSame(one: InterviewRecord, other: InterviewRecord): boolean {
  return canonicalJson({ ...one, at: 0 }) === canonicalJson({ ...other, at: 0 });
}

function lockName(id: string): string {
  return `timer ${id}`;
}

/** Returns the names of the locks of timers that other tabs run. */
async function timersElsewhere(): Promise<ReadonlySet<string | undefined>> {
  const { held = [] } = (await navigator.locks?.query().catch(() => undefined)) ?? {};
  return new Set(held.map(({ name }) => name));
}

function shortId(length: number): string {
  return randomId().slice(0, length);
}
