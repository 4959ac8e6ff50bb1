import { build } from 'esbuild';
import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, inject, it } from 'vitest';
import type { Store } from '../src/browser/store.ts';
import type { StoreOptions } from '../src/browser/store-base.ts';
import type { Change } from '../src/browser/store-events.ts';
import type { FailureKind, Outcome, StoreFailure } from '../src/browser/store-failures.ts';
import type { readProgressFile, writeProgressFile } from '../src/domain/progress/progress-file.ts';
import type { CardRecord, ReviewRecord } from '../src/domain/progress/records.ts';
import { useBrowser } from './browser.ts';

/** What the tests have in a page. */
interface Tools {
  openStore(options?: StoreOptions): Store;
  readProgressFile: typeof readProgressFile;
  writeProgressFile: typeof writeProgressFile;
  /** The value of an outcome; throws the kind of a failure. */
  take<T>(outcome: Outcome<T>): T;
  /** The kind of failure of an outcome. */
  kind(outcome: Outcome<unknown>): FailureKind | 'none';
  card(id: string, rest?: Partial<CardRecord>): CardRecord;
  review(id: string, before: CardRecord | null, rest?: Partial<ReviewRecord>): ReviewRecord;
  /** A connection beside the store. */
  raw(): Promise<IDBDatabase>;
}

declare global {
  interface Window {
    tools: Tools;
    store: Store;
    failures: StoreFailure[];
    heard: { changes: readonly Change[]; isElsewhere: boolean }[];
  }
}

const tools = `
export { openStore } from './src/browser/store.ts';
export { readProgressFile, writeProgressFile } from './src/domain/progress/progress-file.ts';
export function take(outcome) {
  if ('failure' in outcome) throw new Error(outcome.failure.kind + ': ' + outcome.failure.detail);
  return outcome.value;
}
export function kind(outcome) {
  return 'failure' in outcome ? outcome.failure.kind : 'none';
}
export function card(id, rest = {}) {
  return { id, due: 5, stability: 1, difficulty: 5, scheduledDays: 1, learningSteps: 0, reps: 0,
    lapses: 0, state: 'review', lastReview: null, ...rest };
}
export function review(id, before, rest = {}) {
  const card = before?.id ?? 'question:8d8';
  return { id, card, at: 5, grade: 'good', scores: [3, null], seconds: 60, before, ...rest };
}
export function raw() {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open('guide');
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}`;

const open = useBrowser();
const site = inject('rootSite');
let script = '';

beforeAll(async () => {
  const { outputFiles } = await build({
    stdin: { contents: tools, resolveDir: '.', loader: 'ts' },
    bundle: true,
    write: false,
    format: 'iife',
    globalName: 'tools',
  });
  script = outputFiles[0]?.text ?? '';
});

/** Loads the store into a page of the site. */
async function load(page: Page): Promise<Page> {
  await page.goto(`${site}about/`);
  await page.addScriptTag({ content: script });
  await page.evaluate(() => {
    window.store = window.tools.openStore();
    window.failures = [];
    window.heard = [];
    window.store.listen('failure', ({ failure }) => window.failures.push(failure));
    window.store.listen('change', ({ changes, isElsewhere }) => {
      window.heard.push({ changes, isElsewhere });
    });
  });
  return page;
}

/** A tab in a profile of its own. */
async function firstTab(): Promise<Page> {
  return load((await open()).page);
}

/** Another tab in the same profile. */
async function nextTab(page: Page): Promise<Page> {
  return load(await page.context().newPage());
}

describe('two tabs', () => {
  it('that write 300 times each lose none of the 600', async () => {
    const first = await firstTab();
    const second = await nextTab(first);
    const count = (page: Page) =>
      page.evaluate(async () => {
        for (let turn = 0; turn < 300; turn += 1) {
          window.tools.take(
            await window.store.update('cards', 'question:8d8', (card) => ({
              ...(card ?? window.tools.card('question:8d8')),
              reps: (card?.reps ?? 0) + 1,
            })),
          );
        }
      });
    await Promise.all([count(first), count(second)]);
    const card = await first.evaluate(async () =>
      window.tools.take(await window.store.get('cards', 'question:8d8')),
    );
    expect(card?.reps).toBe(600);
  });

  it('tell each other what changed, and themselves', async () => {
    const first = await firstTab();
    const second = await nextTab(first);
    await first.evaluate(() => window.store.put('bookmarks', { code: '8d8', at: 1 }));
    const changes = [{ store: 'bookmarks', key: '8d8' }];
    await second.waitForFunction(() => window.heard.length > 0);
    expect(await second.evaluate(() => window.heard)).toEqual([{ changes, isElsewhere: true }]);
    expect(await first.evaluate(() => window.heard)).toEqual([{ changes, isElsewhere: false }]);
  });

  it('say nothing when an update or an import changed nothing', async () => {
    const page = await firstTab();
    const heard = await page.evaluate(async () => {
      const { store } = window;
      await store.update('bookmarks', '8d8', () => ({ code: '8d8', at: 1 }));
      await store.update('bookmarks', '8d8', (bookmark) => bookmark && { ...bookmark });
      await store.update('bookmarks', 'z7s', () => undefined);
      await store.mergeIn(window.tools.take(await store.readAll()).progress);
      await store.update('bookmarks', '8d8', () => undefined);
      return window.heard.map(({ changes }) => changes);
    });
    const change = [{ store: 'bookmarks', key: '8d8' }];
    expect(heard).toEqual([change, change]);
  });

  it('ignore what else is said on their channel', async () => {
    const first = await firstTab();
    const second = await nextTab(first);
    await first.evaluate(async () => {
      const channel = new BroadcastChannel('guide-progress');
      const messages = ['x', null, { version: 9, changes: [] }, { version: 1, changes: [5] }];
      for (const message of messages) channel.postMessage(message);
      await window.store.put('bookmarks', { code: '8d8', at: 1 });
    });
    await second.waitForFunction(() => window.heard.length > 0);
    expect(await second.evaluate(() => window.heard.length)).toBe(1);
  });

  it('that answer the same card keep the first answer and say so in the second', async () => {
    const first = await firstTab();
    const second = await nextTab(first);
    const answer = (page: Page, id: string) =>
      page.evaluate(async (name) => {
        const { card, review, kind } = window.tools;
        const after = card('question:8d8', { reps: 1, lastReview: 5 });
        return kind(await window.store.putReview(after, review(name, null)));
      }, id);
    expect(await answer(first, 'review-1')).toBe('none');
    expect(await answer(second, 'review-2')).toBe('changed');
    const reviews = await first.evaluate(
      async () => window.tools.take(await window.store.readAll()).progress.reviews,
    );
    expect(reviews.map(({ id }) => id)).toEqual(['review-1']);
  });
});

describe('a record that was corrupted', () => {
  it('is set aside and reported, and the rest loads', async () => {
    const page = await firstTab();
    const found = await page.evaluate(async () => {
      const { take, raw, card } = window.tools;
      take(await window.store.put('cards', card('question:8d8')));
      take(await window.store.put('notes', { code: '8d8', text: 'kept', at: 1 }));
      const database = await raw();
      const cards = database.transaction('cards', 'readwrite').objectStore('cards');
      cards.put(card('question:z7s', { stability: Number.NaN }));
      cards.put({ id: 7 });
      await new Promise((done) => cards.transaction.addEventListener('complete', done));
      const first = take(await window.store.readAll());
      const again = take(await window.store.readAll());
      const quarantined = take(await window.store.quarantined());
      take(await window.store.clearQuarantine());
      const cleared = take(await window.store.quarantined());
      return { first, again, quarantined, cleared };
    });
    expect(found.first.progress.cards.map(({ id }) => id)).toEqual(['question:8d8']);
    expect(found.first.progress.notes).toHaveLength(1);
    expect(found.first.rejected.map(({ problem }) => problem.split(':')[0])).toEqual([
      'id',
      'stability',
    ]);
    expect(found.again).toEqual({ ...found.first, rejected: [] });
    expect(found.quarantined.map(({ store, value }) => [store, value])).toEqual([
      ['cards', { id: 7 }],
      ['cards', expect.objectContaining({ id: 'question:z7s' })],
    ]);
    expect(found.quarantined[0]?.at).toBeGreaterThan(1_700_000_000_000);
    expect(found.cleared).toEqual([]);
  });

  it('is not lost when everything is changed at once', async () => {
    const page = await firstTab();
    const found = await page.evaluate(async () => {
      const { take, raw } = window.tools;
      take(await window.store.put('bookmarks', { code: '8d8', at: 1 }));
      const notes = (await raw()).transaction('notes', 'readwrite').objectStore('notes');
      notes.put({ code: '8d8', text: 5 });
      take(await window.store.reset());
      const { progress, rejected } = take(await window.store.readAll());
      return { progress, rejected, quarantined: take(await window.store.quarantined()) };
    });
    expect([...Object.values(found.progress).flat(), ...found.rejected]).toEqual([]);
    expect(found.quarantined.map(({ value }) => value)).toEqual([{ code: '8d8', text: 5 }]);
  });

  it('counts as missing in an update, and is kept aside', async () => {
    const page = await firstTab();
    const found = await page.evaluate(async () => {
      const { take, raw } = window.tools;
      take(await window.store.readAll());
      const notes = (await raw()).transaction('notes', 'readwrite').objectStore('notes');
      notes.put({ code: '8d8', text: 5 });
      const note = take(
        await window.store.update('notes', '8d8', (old) => ({
          code: '8d8',
          text: old === undefined ? 'begun anew' : 'continued',
          at: 1,
        })),
      );
      return { note, quarantined: take(await window.store.quarantined()) };
    });
    expect(found.note?.text).toBe('begun anew');
    expect(found.quarantined.map(({ value }) => value)).toEqual([{ code: '8d8', text: 5 }]);
  });

  it('is never written', async () => {
    const page = await firstTab();
    const found = await page.evaluate(async () => {
      const { kind, card, take } = window.tools;
      const bad = card('question:8d8', { stability: Number.NaN });
      const good = card('question:8d8');
      return {
        kinds: [
          kind(await window.store.put('cards', bad)),
          kind(await window.store.update('cards', 'question:8d8', () => bad)),
          kind(await window.store.update('cards', 'question:z7s', () => good)),
        ],
        cards: take(await window.store.readAll()).progress.cards,
        told: window.failures.map((failure) => failure.kind),
      };
    });
    expect(found.kinds).toEqual(['invalid', 'invalid', 'invalid']);
    expect(found.cards).toEqual([]);
    expect(found.told).toEqual(found.kinds);
  });
});

describe('a tab that ends in the middle of writing', () => {
  it.each(['closed', 'crashed'])('(%s) leaves every answer whole', async (end) => {
    const page = await firstTab();
    let progress = 0;
    await page.exposeFunction('count', () => {
      progress += 1;
    });
    page
      .evaluate(async () => {
        const { card, review } = window.tools;
        const { count } = window as unknown as { count: () => void };
        const answer = async (id: string, turn: number) => {
          const before = turn === 0 ? null : card(id, { reps: turn, lastReview: turn });
          const after = card(id, { reps: turn + 1, lastReview: turn + 1 });
          const name = `${id.replace(':', '-')}-${turn}`;
          await window.store.putReview(after, review(name, before, { card: id }));
        };
        for (let turn = 0; turn < 100_000; turn += 1) {
          count();
          await Promise.all(['8d8', 'z7s', 'p94'].map((code) => answer(`question:${code}`, turn)));
        }
      })
      // The tab ends before the loop does.
      .catch(() => undefined);
    const keeper = await nextTab(page);
    await expect.poll(() => progress, { timeout: 20_000 }).toBeGreaterThan(60);
    if (end === 'closed') await page.close();
    else {
      const session = await page.context().newCDPSession(page);
      const crashed = page.waitForEvent('crash');
      session.send('Page.crash').catch(() => undefined);
      await crashed;
    }
    const read = await keeper.evaluate(async () => window.tools.take(await window.store.readAll()));
    expect(read.rejected).toEqual([]);
    expect(read.progress.reviews.length).toBeGreaterThan(100);
    for (const card of read.progress.cards) {
      const answers = read.progress.reviews.filter((review) => review.card === card.id);
      expect(answers).toHaveLength(card.reps);
    }
  });
});

describe('full storage', () => {
  it('is told in a sentence, nothing saved before is lost, and saving works again later', async () => {
    const { page } = await open();
    const session = await page.context().newCDPSession(page);
    const setQuota = (quota: { quotaSize?: number }) =>
      session.send('Storage.overrideQuotaForOrigin', { origin: new URL(site).origin, ...quota });
    // Before the first write: Chromium remembers for a while how much room there was.
    await setQuota({ quotaSize: 2_000_000 });
    await load(page);
    const found = await page.evaluate(async () => {
      const { take, kind } = window.tools;
      const note = (number: number) => ({
        code: number.toString(36).padStart(3, '0'),
        text: Array.from({ length: 20_000 }, () =>
          String.fromCharCode(300 + Math.random() * 5000),
        ).join(''),
        at: number,
      });
      take(await window.store.put('bookmarks', { code: '8d8', at: 1 }));
      const kinds: string[] = [];
      let saved = 0;
      while (saved < 300) {
        const outcome = await window.store.put('notes', note(saved));
        if ('failure' in outcome) break;
        saved += 1;
      }
      const { progress } = take(await window.store.readAll());
      const big = { ...progress, notes: Array.from({ length: 100 }, (_, i) => note(i + 5000)) };
      kinds.push(kind(await window.store.update('notes', 'zzz', () => note(36 ** 3 - 1))));
      kinds.push(kind(await window.store.replaceAll(big)));
      kinds.push(kind(await window.store.mergeIn(big)));
      const after = take(await window.store.readAll()).progress;
      return { saved, kinds, isSame: JSON.stringify(after) === JSON.stringify(progress) };
    });
    expect(found.saved).toBeGreaterThan(5);
    expect(found.saved).toBeLessThan(300);
    expect(found.kinds).toEqual(['full', 'full', 'full']);
    expect(found.isSame).toBe(true);
    const failures = await page.evaluate(() => window.failures);
    expect(failures.map(({ kind }) => kind)).toEqual(['full', 'full', 'full', 'full']);
    expect(failures[0]?.message).toContain('no room left');
    await setQuota({});
    const outcome = await page.evaluate(async () =>
      window.tools.kind(await window.store.put('bookmarks', { code: 'z7s', at: 2 })),
    );
    expect(outcome).toBe('none');
  });

  it('is told even if only the transaction knows why it was given up', async () => {
    const page = await firstTab();
    const kind = await page.evaluate(async () => {
      const put = IDBObjectStore.prototype.put;
      IDBObjectStore.prototype.put = function (value: unknown) {
        const request = put.call(this, value);
        this.transaction.abort();
        return request;
      };
      const error = new DOMException('no room', 'QuotaExceededError');
      Object.defineProperty(IDBTransaction.prototype, 'error', { get: () => error });
      return window.tools.kind(await window.store.put('bookmarks', { code: '8d8', at: 1 }));
    });
    expect(kind).toBe('full');
  });
});

describe('closed storage', () => {
  it.each(['SecurityError', 'InvalidStateError', 'UnknownError', 'TypeError'])(
    'is told in a sentence (%s)',
    async (name) => {
      const page = await firstTab();
      const outcomes = await page.evaluate(async (error) => {
        const factory = {
          open: () => {
            throw error === 'TypeError' ? new TypeError('no open') : new DOMException('no', error);
          },
        } as unknown as IDBFactory;
        const store = window.tools.openStore({ indexedDB: factory });
        return [
          await store.readAll(),
          await store.put('bookmarks', { code: '8d8', at: 1 }),
          await store.reset(),
        ];
      }, name);
      for (const outcome of outcomes) {
        expect(outcome).toEqual({
          failure: expect.objectContaining({
            kind: 'closed',
            message: expect.stringContaining('nothing will be remembered'),
          }),
        });
      }
    },
  );

  it('is opened again after the browser has cleared it', async () => {
    const page = await firstTab();
    await page.evaluate(() => window.store.put('bookmarks', { code: '8d8', at: 1 }));
    const session = await page.context().newCDPSession(page);
    await session.send('Storage.clearDataForOrigin', {
      origin: new URL(site).origin,
      storageTypes: 'indexeddb',
    });
    await page.waitForFunction(() => window.failures.length > 0);
    expect(await page.evaluate(() => window.failures.map(({ kind }) => kind))).toEqual([
      'terminated',
    ]);
    const bookmarks = await page.evaluate(async () => {
      window.tools.take(await window.store.put('bookmarks', { code: 'z7s', at: 1 }));
      return window.tools.take(await window.store.readAll()).progress.bookmarks;
    });
    expect(bookmarks).toEqual([{ code: 'z7s', at: 1 }]);
  });
});

describe('a new version of the guide', () => {
  /** Reads all with a store of the next version, whose notes are in capitals. */
  const readUpgraded = (page: Page) =>
    page.evaluate(async () => {
      window.failures = [];
      window.store = window.tools.openStore({
        version: 2,
        upgrades: [
          {
            from: 1,
            change: ({ store, value }) => {
              if (store !== 'notes') return [{ store, value }];
              const note = value as { text: string };
              return [{ store, value: { ...note, text: note.text.toUpperCase() } }];
            },
          },
        ],
      });
      window.store.listen('failure', ({ failure }) => window.failures.push(failure));
      const { take } = window.tools;
      const { progress, rejected } = take(await window.store.readAll());
      const snapshots = take(await window.store.snapshots());
      return { progress, rejected, snapshots, quarantined: take(await window.store.quarantined()) };
    });

  it('upgrades while an old tab is open, which lets go and says so', async () => {
    const old = await firstTab();
    await old.evaluate(() => window.store.put('notes', { code: '8d8', text: 'hello', at: 1 }));
    const fresh = await nextTab(old);
    const { progress, snapshots } = await readUpgraded(fresh);
    expect(progress.notes).toEqual([{ code: '8d8', text: 'HELLO', at: 1 }]);
    expect(snapshots).toMatchObject([{ reason: 'migration', version: 1, count: 1 }]);
    const told = await old.evaluate(async () => ({
      late: window.tools.kind(await window.store.put('bookmarks', { code: '8d8', at: 1 })),
      failures: window.failures.map(({ kind }) => kind),
    }));
    expect(told).toEqual({ late: 'outdated', failures: ['outdated', 'outdated'] });
    await load(old);
    const reloaded = await old.evaluate(async () =>
      window.tools.kind(await window.store.readAll()),
    );
    expect(reloaded).toBe('newer');
  });

  it('keeps what it can not bring along, and can go back to before', async () => {
    const page = await firstTab();
    await page.evaluate(async () => {
      window.tools.take(await window.store.put('notes', { code: '8d8', text: 'hello', at: 1 }));
      const database = await window.tools.raw();
      const notes = database.transaction('notes', 'readwrite').objectStore('notes');
      notes.put({ code: 'z7s', text: 5 });
      database.close();
      window.store.close();
    });
    const { progress, quarantined } = await readUpgraded(page);
    expect(progress.notes).toHaveLength(1);
    expect(quarantined).toMatchObject([{ store: 'notes', value: { code: 'z7s', text: 5 } }]);
    const restored = await page.evaluate(async () => {
      const { take } = window.tools;
      take(await window.store.reset());
      const [, migration] = take(await window.store.snapshots());
      return take(await window.store.restore(migration ?? { id: -1 }));
    });
    expect(restored.notes).toEqual(progress.notes);
  });

  it('leaves everything as it was if the upgrade fails', async () => {
    const page = await firstTab();
    const found = await page.evaluate(async () => {
      const { take, kind, openStore } = window.tools;
      take(await window.store.put('notes', { code: '8d8', text: 'hello', at: 1 }));
      window.store.close();
      const failed = await openStore({ version: 3, upgrades: [] }).readAll();
      const again = take(await openStore().readAll());
      return { failed: kind(failed), again };
    });
    expect(found.failed).toBe('unreadable');
    expect(found.again.progress.notes).toEqual([{ code: '8d8', text: 'hello', at: 1 }]);
  });

  it('says when a tab does not let go, and goes on when it is closed', async () => {
    const old = await firstTab();
    await old.evaluate(async () => {
      window.tools.take(await window.store.put('notes', { code: '8d8', text: 'hello', at: 1 }));
      // Held without a listener, as by a page that hangs.
      await window.tools.raw();
    });
    const fresh = await nextTab(old);
    const reading = readUpgraded(fresh);
    await fresh.waitForFunction(() => window.failures.some(({ kind }) => kind === 'blocked'));
    await old.close();
    expect((await reading).progress.notes).toHaveLength(1);
  });
});

describe('a snapshot', () => {
  it('is made before an import and a reset, and leads back', async () => {
    const page = await firstTab();
    const found = await page.evaluate(async () => {
      const { take, openStore } = window.tools;
      const store = openStore({ now: () => 77 });
      take(await store.put('bookmarks', { code: '8d8', at: 1 }));
      take(await store.put('notes', { code: '8d8', text: 'mine', at: 1 }));
      const before = take(await store.readAll()).progress;
      const other = { ...before, bookmarks: [], notes: [{ code: '8d8', text: 'theirs', at: 2 }] };
      const merged = take(await store.mergeIn(other));
      const empty = take(await store.reset());
      const entries = take(await store.snapshots());
      const restored = take(await store.restore(entries[1] ?? { id: -1 }));
      const stored = take(await store.readAll()).progress;
      const afterwards = take(await store.snapshots());
      return { before, merged, empty, entries, restored, stored, afterwards };
    });
    expect(found.merged.bookmarks).toHaveLength(1);
    expect(found.merged.notes[0]?.text).toMatch(/^theirs\n— Other version, saved .* —\nmine$/);
    expect(Object.values(found.empty).flat()).toEqual([]);
    expect(found.entries).toEqual([
      { id: 2, at: 77, reason: 'reset', version: 1, count: 2 },
      { id: 1, at: 77, reason: 'import', version: 1, count: 2 },
    ]);
    expect(found.restored).toEqual(found.before);
    expect(found.stored).toEqual(found.before);
    // What was there before the way back was nothing, which needs no snapshot.
    expect(found.afterwards).toEqual(found.entries);
  });

  it('goes with everything else when all is forgotten', async () => {
    const page = await firstTab();
    const found = await page.evaluate(async () => {
      const { take, raw } = window.tools;
      take(await window.store.put('bookmarks', { code: '8d8', at: 1 }));
      take(await window.store.reset());
      take(await window.store.put('bookmarks', { code: 'z7s', at: 1 }));
      const notes = (await raw()).transaction('notes', 'readwrite').objectStore('notes');
      notes.put({ code: '8d8', text: 5 });
      take(await window.store.readAll());
      window.heard = [];
      take(await window.store.forgetAll());
      const { progress, rejected } = take(await window.store.readAll());
      const heard = window.heard.flatMap(({ changes }) => changes.map(({ store }) => store));
      const snapshots = take(await window.store.snapshots());
      return { progress, rejected, snapshots, left: take(await window.store.quarantined()), heard };
    });
    expect(Object.values(found.progress).flat()).toEqual([]);
    expect([...found.rejected, ...found.snapshots, ...found.left]).toEqual([]);
    expect(found.heard).toEqual(
      expect.arrayContaining(['cards', 'bookmarks', 'quarantine', 'snapshots']),
    );
  });

  it('is one of five, the latest ones', async () => {
    const page = await firstTab();
    const found = await page.evaluate(async () => {
      const { take, kind } = window.tools;
      for (let turn = 1; turn <= 7; turn += 1) {
        take(await window.store.put('bookmarks', { code: '8d8', at: turn }));
        take(await window.store.reset());
      }
      const entries = take(await window.store.snapshots());
      const oldest = take(await window.store.restore(entries.at(-1) ?? { id: -1 }));
      const lost = kind(await window.store.restore({ id: 1 }));
      take(await window.store.clearSnapshots());
      return { entries, oldest, lost, left: take(await window.store.snapshots()) };
    });
    expect(found.entries.map(({ id }) => id)).toEqual([7, 6, 5, 4, 3]);
    expect(found.oldest.bookmarks).toEqual([{ code: '8d8', at: 3 }]);
    expect(found.lost).toBe('gone');
    expect(found.left).toEqual([]);
  });
});

describe('a progress file', () => {
  it('that was exported changes nothing when it is imported again', async () => {
    const page = await firstTab();
    const found = await page.evaluate(async () => {
      const { take, card, review, readProgressFile, writeProgressFile } = window.tools;
      const after = card('question:8d8', { reps: 1, lastReview: 5 });
      take(await window.store.putReview(after, review('review-1', null)));
      take(await window.store.put('notes', { code: '8d8', text: 'mine', at: 1 }));
      const { progress } = take(await window.store.readAll());
      const result = readProgressFile(writeProgressFile(progress, 9));
      if ('problem' in result) throw new Error(result.problem);
      window.heard = [];
      const merged = take(await window.store.mergeIn(result.file.progress));
      const replaced = take(await window.store.replaceAll(result.file.progress));
      const snapshots = take(await window.store.snapshots());
      return { progress, merged, replaced, snapshots, heard: window.heard };
    });
    expect(found.merged).toEqual(found.progress);
    expect(found.replaced).toEqual(found.progress);
    expect(found.snapshots).toEqual([]);
    expect(found.heard).toEqual([]);
  });

  it('of an older version, partly damaged, is imported as far as it is right', async () => {
    const page = await firstTab();
    const found = await page.evaluate(async () => {
      const { take, readProgressFile } = window.tools;
      const text = JSON.stringify({
        format: 'ai-healthtech-interview-guide/progress',
        version: 0,
        progress: { stars: ['8d8', 'Z7S', 5], notes: [{ code: '8d8', text: 'kept', at: 1 }] },
      });
      const result = readProgressFile(text, {
        table: [
          {
            from: 0,
            change: ({ store, value }) =>
              store === 'stars'
                ? [{ store: 'bookmarks', value: { code: value, at: 0 } }]
                : [{ store, value }],
          },
        ],
      });
      if ('problem' in result) throw new Error(result.problem);
      take(await window.store.put('bookmarks', { code: 'vd9', at: 1 }));
      take(await window.store.mergeIn(result.file.progress));
      return {
        rejected: result.file.rejected.map(({ value }) => value),
        stored: take(await window.store.readAll()),
      };
    });
    expect(found.rejected).toEqual([
      { code: 'Z7S', at: 0 },
      { code: 5, at: 0 },
    ]);
    expect(found.stored.rejected).toEqual([]);
    expect(found.stored.progress.bookmarks.map(({ code }) => code)).toEqual(['8d8', 'vd9']);
    expect(found.stored.progress.notes).toHaveLength(1);
  });
});

describe('an answer', () => {
  it('is taken back with its card, the last one first', async () => {
    const page = await firstTab();
    const found = await page.evaluate(async () => {
      const { take, kind, card, review } = window.tools;
      const one = card('question:8d8', { reps: 1, lastReview: 9 });
      // The clock was set back between the two.
      const two = card('question:8d8', { reps: 2, lastReview: 4 });
      take(await window.store.putReview(one, review('review-1', null, { at: 9 })));
      take(await window.store.putReview(two, review('review-2', one, { at: 4 })));
      const early = kind(await window.store.undoReview('review-1'));
      const first = take(await window.store.undoReview('review-2'));
      const twice = kind(await window.store.undoReview('review-2'));
      const second = take(await window.store.undoReview('review-1'));
      const { progress } = take(await window.store.readAll());
      return { one, early, first, twice, second, left: [...progress.cards, ...progress.reviews] };
    });
    expect(found.early).toBe('changed');
    expect(found.first).toEqual(found.one);
    expect(found.twice).toBe('gone');
    expect(found.second).toBeUndefined();
    expect(found.left).toEqual([]);
  });

  it('is saved once, even if it is sent twice', async () => {
    const page = await firstTab();
    const kinds = await page.evaluate(async () => {
      const { kind, card, review } = window.tools;
      const after = card('question:8d8', { reps: 1, lastReview: 5 });
      const outcomes = await Promise.all([
        window.store.putReview(after, review('review-1', null)),
        window.store.putReview(after, review('review-1', null)),
      ]);
      return outcomes.map(kind);
    });
    expect(kinds).toEqual(['none', 'changed']);
  });

  it('that can not be saved leaves its card as it was', async () => {
    const page = await firstTab();
    const found = await page.evaluate(async () => {
      const { kind, take, card, review } = window.tools;
      const after = card('question:8d8', { reps: 1 });
      const other = card('question:z7s', { reps: 1 });
      take(await window.store.putReview(other, review('review-1', null, { card: other.id })));
      const kinds = [
        kind(await window.store.putReview(after, review('review-2', null, { seconds: -1 }))),
        // The name of another answer.
        kind(await window.store.putReview(after, review('review-1', null))),
      ];
      return { kinds, cards: take(await window.store.readAll()).progress.cards };
    });
    expect(found.kinds).toEqual(['invalid', 'invalid']);
    expect(found.cards.map(({ id }) => id)).toEqual(['question:z7s']);
  });

  it('is refused if it is not an answer to its card', async () => {
    const page = await firstTab();
    const outcome = await page.evaluate(async () => {
      const { kind, card, review } = window.tools;
      return kind(await window.store.putReview(card('term:fhir'), review('review-1', null)));
    });
    expect(outcome).toBe('invalid');
  });
});

describe('the browser', () => {
  it('is asked once to keep the storage, after the third answer', async () => {
    const page = await firstTab();
    const found = await page.evaluate(async () => {
      const { take, card, review, openStore } = window.tools;
      let asked = 0;
      const persist = () => {
        asked += 1;
        return Promise.resolve(false);
      };
      const storage = { persist, persisted: () => Promise.resolve(false) };
      const options = { navigator: { storage }, now: () => 77 };
      const answer = async (code: string) => {
        const store = openStore(options);
        const after = card(`question:${code}`, { reps: 1 });
        take(await store.putReview(after, review(`review-${code}`, null, { card: after.id })));
        await new Promise((done) => setTimeout(done, 100));
        store.close();
        return asked;
      };
      const counts: number[] = [];
      for (const code of ['8d8', 'z7s', 'p94', 'vd9']) counts.push(await answer(code));
      return { counts, state: await openStore(options).storageState() };
    });
    expect(found.counts).toEqual([0, 0, 1, 1]);
    expect(found.state).toEqual({
      isPersisted: false,
      usage: null,
      quota: null,
      canAsk: true,
      asked: { at: 77, isGranted: false },
    });
  });

  it('is asked again when the reader wants it', async () => {
    const page = await firstTab();
    const states = await page.evaluate(async () => {
      const answers = [false, true];
      let isPersisted = false;
      const persist = () => {
        isPersisted = answers.shift() ?? false;
        return Promise.resolve(isPersisted);
      };
      const storage = { persist, persisted: () => Promise.resolve(isPersisted) };
      const store = window.tools.openStore({ navigator: { storage }, now: () => 77 });
      const without = window.tools.openStore({ navigator: {} });
      return [await store.askToKeep(), await store.askToKeep(), await without.askToKeep()];
    });
    const asked = (isGranted: boolean) => ({ at: 77, isGranted });
    expect(states).toMatchObject([
      { isPersisted: false, canAsk: true, asked: asked(false) },
      { isPersisted: true, canAsk: true, asked: asked(true) },
      { isPersisted: null, canAsk: false, asked: asked(true) },
    ]);
  });

  it('tells how much room there is', async () => {
    const page = await firstTab();
    const state = await page.evaluate(() => window.store.storageState());
    expect(state.quota).toBeGreaterThan(1_000_000);
    expect(state.usage).toBeGreaterThanOrEqual(0);
    expect(typeof state.isPersisted).toBe('boolean');
    expect(state.asked).toBeNull();
  });
});

describe('a change that throws', () => {
  it('changes nothing and is passed on', async () => {
    const page = await firstTab();
    const found = await page.evaluate(async () => {
      const { take } = window.tools;
      take(await window.store.put('bookmarks', { code: '8d8', at: 1 }));
      const error = await window.store
        .update('bookmarks', '8d8', () => {
          throw new RangeError('our mistake');
        })
        .then(String, String);
      return { error, bookmark: take(await window.store.get('bookmarks', '8d8')) };
    });
    expect(found.error).toBe('RangeError: our mistake');
    expect(found.bookmark).toEqual({ code: '8d8', at: 1 });
  });
});
