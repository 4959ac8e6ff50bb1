import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { storage } from '../../src/guide-settings.ts';
import { sampled } from '../support/sampled.ts';
import { makeVersionOne } from '../support/stored-records.ts';
import { useStoreTabs } from './store-steps.ts';

const { open, site, load, firstTab } = useStoreTabs();

describe('a record that was corrupted', () => {
  it('is reported at every start and stays as it is, and the rest load', async () => {
    const page = await firstTab();
    const results = await page.evaluate(async () => {
      const { take, raw, card } = window.tools;
      take(await window.store.put('cards', card('question:8d8')));
      take(await window.store.put('notes', { code: '8d8', text: 'kept', at: 1 }));
      const database = await raw();
      const cards = database.transaction('cards', 'readwrite').objectStore('cards');
      cards.put(card('question:z7s', { stability: Number.NaN }));
      cards.put({ id: 7 });
      await new Promise((done) => cards.transaction.addEventListener('complete', done));
      window.events = [];
      const first = take(await window.store.readAll());
      const again = take(await window.tools.openStore().readAll());
      return { first, again, events: window.events };
    });
    expect(results.first.progress.cards.map(({ id }) => id)).toEqual(['question:8d8']);
    expect(results.first.progress.notes).toHaveLength(1);
    expect(results.first.rejected).toMatchObject(
      [
        { store: 'cards', key: 7, value: { id: 7 }, problem: /^id/ },
        { store: 'cards', key: 'question:z7s', value: { reps: 0 }, problem: /^stability/ },
      ].map(({ problem, ...rest }) => ({ ...rest, problem: expect.stringMatching(problem) })),
    );
    expect(results.again).toEqual(results.first);
    expect(results.events).toEqual([]);
  });

  it('survives an import, and can then be deleted, which can be undone', async () => {
    const page = await firstTab();
    const results = await page.evaluate(async () => {
      const { take, raw } = window.tools;
      const bad = { code: '8d8', text: 5 };
      take(await window.store.put('bookmarks', { code: '8d8', at: 1 }));
      (await raw()).transaction('notes', 'readwrite').objectStore('notes').put(bad);
      const { progress: before } = take(await window.store.readAll());
      const notes = [{ code: '8d8', text: 'imported', at: 9 }];
      const imported = take(await window.store.importRecords({ ...before, notes }));
      const { rejected } = take(await window.store.readAll());
      // Another tab changes the record, so it is no longer what the reader saw.
      const other = { ...bad, text: 6 };
      (await raw()).transaction('notes', 'readwrite').objectStore('notes').put(other);
      const none = take(await window.store.deleteUnreadable(rejected));
      const seen = take(await window.store.readAll()).rejected;
      const deleted = take(await window.store.deleteUnreadable(seen));
      const remaining = take(await window.store.readAll()).rejected;
      take(await window.store.revert(deleted));
      const undone = take(await window.store.readAll()).rejected;
      return { imported, rejected, none, left: remaining, undone };
    });
    expect(results.imported).toEqual([]);
    expect(results.rejected.map(({ value }) => value)).toEqual([{ code: '8d8', text: 5 }]);
    expect(results.none).toEqual([]);
    expect(results.left).toEqual([]);
    expect(results.undone.map(({ value }) => value)).toEqual([{ code: '8d8', text: 6 }]);
  });

  it('is never written or overwritten; the change fails with the reason', async () => {
    const page = await firstTab();
    const results = await page.evaluate(async () => {
      const { kind, take, raw, card, review } = window.tools;
      take(await window.store.readAll());
      const database = await raw();
      const stores = database.transaction(['notes', 'cards'], 'readwrite');
      stores.objectStore('notes').put({ code: '8d8', text: 5 });
      stores.objectStore('cards').put({ id: 'question:8d8' });
      const after = card('question:8d8', { reps: 1, lastReview: 5 });
      const kinds = [
        kind(await window.store.update('notes', '8d8', () => ({ code: '8d8', text: 'x', at: 1 }))),
        kind(await window.store.update('notes', '8d8', () => undefined)),
        kind(await window.store.put('cards', after)),
        kind(await window.store.putReview(after, review('review-1', null))),
        kind(await window.store.put('notes', { code: 'z7s', text: 'x', at: 1 })),
        // One is invalid, and the other belongs under another key.
        kind(await window.store.put('cards', card('question:z7s', { stability: Number.NaN }))),
        kind(await window.store.update('cards', 'question:z7s', () => card('question:p94'))),
      ];
      const { rejected, progress } = take(await window.store.readAll());
      const messages = window.failures.map(({ message }) => message);
      return { kinds, values: rejected.map(({ value }) => value), progress, messages };
    });
    expect(results.kinds).toEqual([
      ...['unreadable', 'unreadable', 'unreadable', 'unreadable', 'none'],
      ...['invalid', 'invalid'],
    ]);
    expect(results.progress.cards).toEqual([]);
    expect(results.values).toEqual([{ id: 'question:8d8' }, { code: '8d8', text: 5 }]);
    expect(results.progress.reviews).toEqual([]);
    expect(results.messages[0]).toContain('can’t be read. It’s unchanged.');
  });
});

describe('a database of version 1', () => {
  /** Entries in the quarantine store of earlier versions. */
  const entries = [
    // Unknown fields are kept now, so this entry can be read.
    { store: 'settings', value: { ...settings(5), minutesPerDay: 30, later: { a: [1] } } },
    // A record that was quarantined twice. The newer entry counts.
    { store: 'settings', value: { ...settings(9), later: 'newest' } },
    { store: 'settings', value: settings(7) },
    // The first is newer than the stored record with the same key, and the second is older.
    { store: 'bookmarks', value: { code: '8d8', at: 9, later: 1 } },
    { store: 'bookmarks', value: { code: 'z7s', at: 1, later: 1 } },
    // Still invalid. Only the second has a stored record with the same key.
    { store: 'notes', value: { code: 'p94', text: 5 } },
    { store: 'notes', value: { code: '8d8', text: 5 } },
    // Not records at all.
    { store: 'cards', value: { due: 5 } },
    { store: 'diary', value: { code: '8d8' } },
    { problem: { a: 1 } },
  ].map((entry) => ({ at: 1, problem: 'unknown', ...entry }));
  const stored = {
    bookmarks: [
      { code: '8d8', at: 5 },
      { code: 'z7s', at: 5 },
    ],
    notes: [{ code: '8d8', text: 'mine', at: 5 }],
    device: [{ id: 'persistence', at: 1, isGranted: false }],
    snapshots: [{ at: 1, reason: 'reset', version: 1, records: [] }],
  };

  function settings(at: number) {
    return { id: 'settings', interviewOn: null, newPerDay: at, bell: true, at };
  }

  it('has its quarantined records tried again, and what has no room stays there', async () => {
    const { page } = await open();
    await page.goto(`${site}robots.txt`);
    await makeVersionOne(page, { ...stored, quarantine: entries });
    await load(page);
    const results = await page.evaluate(async () => {
      const { take, raw } = window.tools;
      const { progress, rejected } = take(await window.store.readAll());
      const again = take(await window.tools.openStore().readAll());
      const names = [...(await raw()).objectStoreNames];
      const note = take(await window.store.get('notes', '8d8'));
      take(await window.store.deleteUnreadable(rejected));
      const remaining = take(await window.store.readAll()).rejected;
      return { progress, rejected, again, names, note, left: remaining };
    });
    expect(results.progress.settings).toEqual([{ ...settings(9), later: 'newest' }]);
    expect(results.progress.bookmarks).toEqual([
      { code: '8d8', at: 9, later: 1 },
      { code: 'z7s', at: 5 },
    ]);
    expect(results.note).toEqual({ code: '8d8', text: 'mine', at: 5 });
    const rejected = results.rejected.map(({ store, value }) => [store, value]);
    expect(rejected).toEqual([
      ['notes', { code: 'p94', text: 5 }],
      ...entries.slice(6).map((entry) => ['quarantine', expect.objectContaining(entry)]),
    ]);
    expect(results.again).toMatchObject({ progress: results.progress, rejected: results.rejected });
    expect(results.names).toContain('quarantine');
    expect(results.names).not.toContain('snapshots');
    expect(results.left).toEqual([]);
  });

  it('stays as it is if its upgrade fails, is upgraded the next time, and loses its empty quarantine', async () => {
    const { page } = await open();
    await page.goto(`${site}robots.txt`);
    await makeVersionOne(page, { ...stored, quarantine: entries.slice(0, 4) });
    await load(page);
    const results = await page.evaluate(async () => {
      const { kind, take, openStore, raw } = window.tools;
      const { deleteObjectStore } = IDBDatabase.prototype;
      IDBDatabase.prototype.deleteObjectStore = () => {
        throw new DOMException('no room', 'QuotaExceededError');
      };
      const failed = kind(await openStore().readAll());
      IDBDatabase.prototype.deleteObjectStore = deleteObjectStore;
      const { progress, rejected } = take(await openStore().readAll());
      const names = [...(await raw()).objectStoreNames];
      return { failed, settings: progress.settings, rejected, names };
    });
    expect(results.failed).toBe('full');
    expect(results.settings).toEqual([{ ...settings(9), later: 'newest' }]);
    expect(results.rejected).toEqual([]);
    expect(results.names).toEqual(expect.arrayContaining(['device', 'interviews']));
    expect(results.names).not.toContain('quarantine');
  });
});

/** Creates a damaged database, which has the current version but only some of its stores. */
function makeDatabase(page: Page, stores: readonly string[]): Promise<void> {
  return page.evaluate(
    ([storage, names]) =>
      new Promise<void>((resolve, reject) => {
        const request = indexedDB.open(storage, 3);
        request.onupgradeneeded = () => {
          for (const name of names) request.result.createObjectStore(name);
        };
        request.onsuccess = () => {
          request.result.close();
          resolve();
        };
        request.onerror = () => reject(request.error);
      }),
    [storage, stores] as const,
  );
}

/** Makes opening a database hang, as it does in some browsers. */
const neverOpen = (): void => {
  IDBFactory.prototype.open = () => {
    const request = Object.create(IDBOpenDBRequest.prototype) as IDBOpenDBRequest;
    request.addEventListener = () => {};
    request.removeEventListener = () => {};
    return request;
  };
};

describe('a database', () => {
  it.each(sampled([[['cards', 'reviews', 'notes']], [[]]], 1))(
    'is reported on every page if it has only the stores %j',
    async (stores) => {
      const { page, errors } = await open();
      await page.goto(`${site}robots.txt`);
      await makeDatabase(page, stores);
      await load(page);
      const kinds = await page.evaluate(async () => {
        const { kind } = window.tools;
        return [
          kind(await window.store.readAll()),
          kind(await window.store.put('bookmarks', { code: '8d8', at: 1 })),
        ];
      });
      expect(kinds).toEqual(['damaged', 'damaged']);
      await page.goto(`${site}practice/`);
      await page.getByText('storage in this browser is damaged').waitFor();
      await page.locator('practice-room[data-ready]').waitFor();
      expect(errors).toEqual([]);
    },
  );

  it('is reported on every page after five seconds if it never opens', async () => {
    const { page, errors } = await open();
    await page.addInitScript(neverOpen);
    await page.clock.install();
    await load(page);
    const asked = page.evaluate(async () => window.tools.kind(await window.store.readAll()));
    await page.clock.runFor(5000);
    expect(await asked).toBe('unanswered');
    await page.goto(`${site}progress/`);
    const message = page.getByText('The browser can’t open the guide’s storage').first();
    await expect
      .poll(async () => {
        await page.clock.runFor(1000);
        return message.isVisible();
      })
      .toBe(true);
    expect(errors).toEqual([]);
  });
});

describe('full storage', () => {
  it('reports an error, loses nothing saved before, and saves again once there is space', async () => {
    const { page } = await open();
    const session = await page.context().newCDPSession(page);
    const setQuota = (quota: { quotaSize?: number }) =>
      session.send('Storage.overrideQuotaForOrigin', { origin: new URL(site).origin, ...quota });
    // Set the quota before the first write, because Chromium caches the available space for a
    // while.
    await setQuota({ quotaSize: 2_000_000 });
    await load(page);
    const results = await page.evaluate(async () => {
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
        if ('problem' in outcome) break;
        saved += 1;
      }
      const { progress } = take(await window.store.readAll());
      const big = { ...progress, notes: Array.from({ length: 100 }, (_, i) => note(i + 5000)) };
      kinds.push(kind(await window.store.update('notes', 'zzz', () => note(36 ** 3 - 1))));
      kinds.push(kind(await window.store.importRecords(big)));
      const after = take(await window.store.readAll()).progress;
      return { saved, kinds, isSame: JSON.stringify(after) === JSON.stringify(progress) };
    });
    expect(results.saved).toBeGreaterThan(5);
    expect(results.saved).toBeLessThan(300);
    expect(results.kinds).toEqual(['full', 'full']);
    expect(results.isSame).toBe(true);
    const failures = await page.evaluate(() => window.failures);
    expect(failures.map(({ kind }) => kind)).toEqual(['full', 'full', 'full']);
    expect(failures[0]?.message).toContain('out of space');
    await setQuota({});
    const outcome = await page.evaluate(async () =>
      window.tools.kind(await window.store.put('bookmarks', { code: 'z7s', at: 2 })),
    );
    expect(outcome).toBe('none');
  });

  it('is reported even if only the transaction knows why it was aborted', async () => {
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
  it('is reported in a sentence, whatever the error', async () => {
    const page = await firstTab();
    const outcomes = await page.evaluate(async () => {
      const store = window.tools.openStore();
      const outcomes: unknown[] = [];
      for (const error of [new DOMException('no', 'UnknownError'), new TypeError('no open')]) {
        IDBFactory.prototype.open = () => {
          throw error;
        };
        outcomes.push(await store.readAll(), await store.put('bookmarks', { code: '8d8', at: 1 }));
      }
      return outcomes;
    });
    const message = expect.stringContaining('nothing will be saved');
    expect(outcomes).toEqual(
      Array(4).fill({ problem: expect.objectContaining({ kind: 'closed', message }) }),
    );
  });

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
