import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { FakeMicrophone, settled } from '../../../../tests/support/fake-microphone.ts';
import { type Session, startSession } from '../../../domain/practice/session-format.ts';
import { cardId } from '../../../domain/progress/records.ts';
import { PracticeSession } from './practice-session.ts';
import type { PracticeStarter } from './practice-starter.ts';

const codes = ['aaa', 'bbb'];
const cards = codes.map((code) => cardId('question', code));
const questions = new Map(
  codes.map((code) => [code, { code, slug: code, minutes: 2, criteria: [{}, {}], probes: [] }]),
);

let microphone: FakeMicrophone;

beforeEach(() => {
  microphone = new FakeMicrophone();
});

afterEach(() => void vi.unstubAllGlobals());

/** Returns a replacement for `PersistedState` that keeps its value only in memory. */
function stored<T>() {
  return {
    isRefused: false,
    value: undefined as T | undefined,
    set(value: T | undefined) {
      this.value = value;
    },
  };
}

/** Opens a session with two questions. If the reader has any reviews, the clock starts at once. */
function open(reviews: readonly object[] = [{}]) {
  const progress = { reviews, cards: [] };
  const store = { putReview: async () => ({ value: undefined }) };
  const session = stored<Session>();
  const starter = {
    context: {
      model: { progress, store, read: async () => {} },
      questions,
      paths: { question: (slug: string) => slug },
      settings: { interviewOn: null, samples: [] },
    },
    stored: { session, ladders: stored() },
    terms: new Map(),
  } as unknown as PracticeStarter;
  const known = { current: new Set<string>(cards), retired: new Set<string>() };
  const { session: started } = startSession('Today', cards, known, '2026-12-02');
  const practice = new PracticeSession(starter, started, { message: '', update: () => {} });
  return { practice, session };
}

describe('the microphone', () => {
  it('records the question that is shown when the reader allows it, not a skipped one', async () => {
    const { practice } = open();
    const first = practice.question;
    void practice.record();
    practice.skip();
    await microphone.allow();
    expect(practice.question?.question.code).toBe('bbb');
    expect(practice.question?.isRecording).toBe(true);
    expect(first?.isRecording).toBe(false);
    expect(microphone.live).toBe(1);
    practice.stopRecording();
    await settled();
    expect(microphone.live).toBe(0);
  });

  it.each([
    ['the session was left', 'leave'],
    ['the reader stopped the recording', 'stopRecording'],
    ['the session was paused', 'pause'],
  ] as const)('is turned off if it is allowed after %s', async (_, end) => {
    const { practice } = open();
    void practice.record();
    practice[end]();
    await microphone.allow();
    expect(microphone.tracks).toHaveLength(1);
    expect(microphone.live).toBe(0);
  });

  it('starts no clock of a question that was replaced by another before it was allowed', async () => {
    const { practice } = open([]);
    const first = practice.question;
    practice.records = true;
    void practice.startClock();
    practice.skip();
    await microphone.allow();
    expect(first?.isWaiting).toBe(true);
    expect(practice.question?.isWaiting).toBe(true);
    expect(practice.isUntouched).toBe(true);
    void practice.startClock();
    await microphone.allow();
    expect(practice.question?.isRecording).toBe(true);
    expect(practice.isUntouched).toBe(false);
  });
});

describe('the clock of an answer', () => {
  beforeEach(() => void vi.useFakeTimers({ toFake: ['Date'], now: 0 }));
  afterEach(() => void vi.useRealTimers());

  it('goes on when the reader starts to record', async () => {
    const { practice } = open();
    vi.setSystemTime(9000);
    void practice.record();
    await microphone.allow();
    expect(practice.question?.seconds).toBe(9);
    expect(practice.question?.recordedFrom).toBe(9);
    vi.setSystemTime(12_000);
    expect(practice.question?.seconds).toBe(12);
  });

  it('keeps its time, and doesn’t run, while the session is paused', () => {
    const { practice } = open();
    vi.setSystemTime(9000);
    practice.pause();
    vi.setSystemTime(60_000);
    practice.resume();
    expect(practice.question?.seconds).toBe(9);
  });
});

describe('a session that was left', () => {
  it.each([
    ['discarded', undefined],
    ['replaced by another', {} as Session],
  ])('stays %s, although a recording ends later', async (_, after) => {
    const { practice, session } = open();
    expect(session.value).toBe(practice.session);
    void practice.record();
    await microphone.allow();
    practice.stopRecording();
    practice.leave();
    session.set(after);
    await settled();
    expect(session.value).toBe(after);
  });

  it('keeps no recording that ends later', async () => {
    const urls = new Set<string>();
    vi.spyOn(URL, 'createObjectURL').mockImplementation(() => {
      urls.add('blob:1');
      return 'blob:1';
    });
    vi.spyOn(URL, 'revokeObjectURL').mockImplementation((url) => void urls.delete(url));
    const { practice } = open();
    const card = practice.question;
    void practice.record();
    await microphone.allow();
    practice.act({ type: 'next' });
    practice.leave();
    await settled();
    expect([...urls]).toEqual([]);
    expect(card?.recording).toBeUndefined();
  });

  it('stores the score that was being saved, and starts no other clock', async () => {
    const { practice, session } = open();
    practice.records = true;
    practice.act({ type: 'next' });
    practice.act({ type: 'score-all', score: 3 });
    practice.act({ type: 'finish' });
    practice.leave();
    await settled();
    expect(session.value?.queue[0]?.state).toBe('reviewed');
    expect(microphone.asked).toBe(0);
  });
});

it('ignores a skip while a score is being saved, which would give the score to another question', async () => {
  const { practice } = open();
  practice.act({ type: 'next' });
  practice.act({ type: 'score-all', score: 3 });
  practice.act({ type: 'finish' });
  practice.skip();
  await settled();
  expect(practice.session.queue.map(({ state }) => state)).toEqual(['reviewed', 'waiting']);
});
