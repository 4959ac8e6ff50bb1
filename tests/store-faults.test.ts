import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { sampled } from './sampled.ts';
import { useStoreTabs } from './store-steps.ts';

const { open, site, load, firstTab } = useStoreTabs();

describe('a record that was corrupted', () => {
  it('is quarantined and reported, and the rest load', async () => {
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

  it('survives when everything is changed at once', async () => {
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

  it('counts as missing in an update, and is quarantined', async () => {
    const page = await firstTab();
    const found = await page.evaluate(async () => {
      const { take, raw } = window.tools;
      take(await window.store.readAll());
      const notes = (await raw()).transaction('notes', 'readwrite').objectStore('notes');
      notes.put({ code: '8d8', text: 5 });
      const note = take(
        await window.store.update('notes', '8d8', (old) => ({
          code: '8d8',
          text: old === undefined ? 'started over' : 'continued',
          at: 1,
        })),
      );
      return { note, quarantined: take(await window.store.quarantined()) };
    });
    expect(found.note?.text).toBe('started over');
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
        reported: window.failures.map((failure) => failure.kind),
      };
    });
    expect(found.kinds).toEqual(['invalid', 'invalid', 'invalid']);
    expect(found.cards).toEqual([]);
    expect(found.reported).toEqual(found.kinds);
  });
});

describe('an odd record', () => {
  it.each([
    { at: 1 },
    { at: 'x', records: 5 },
    { at: 1, reason: 'reset', version: 1, records: [{ store: 'cards', value: { id: 7 } }] },
  ])('doesn’t hide the other snapshots: %o', async (odd) => {
    const page = await firstTab();
    const found = await page.evaluate(async (value) => {
      const { take, raw, kind } = window.tools;
      take(await window.store.put('bookmarks', { code: '8d8', at: 1 }));
      take(await window.store.reset());
      const snapshots = (await raw())
        .transaction('snapshots', 'readwrite')
        .objectStore('snapshots');
      snapshots.add(value);
      await new Promise((done) => snapshots.transaction.addEventListener('complete', done));
      const entries = take(await window.store.snapshots());
      const restored = take(await window.store.restore(entries[0] ?? { id: -1 }));
      const failed = 'version' in value ? 'gone' : kind(await window.store.restore({ id: 2 }));
      return { entries, restored, failed };
    }, odd);
    expect(found.entries.map(({ id, count }) => [id, count])).toEqual([[1, 1]]);
    expect(found.restored.bookmarks).toHaveLength(1);
    expect(found.failed).toBe('gone');
  });

  it.each([{}, { problem: { a: 1 } }, { at: -1, store: 'cards', problem: 'id: wrong' }])(
    'doesn’t hide other quarantined records, and is listed unchanged: %o',
    async (odd) => {
      const page = await firstTab();
      const quarantined = await page.evaluate(async (value) => {
        const { take, raw } = window.tools;
        take(await window.store.readAll());
        const database = await raw();
        const stores = database.transaction(['notes', 'quarantine'], 'readwrite');
        stores.objectStore('quarantine').add(value);
        stores.objectStore('notes').put({ code: '8d8', text: 5 });
        await new Promise((done) => stores.addEventListener('complete', done));
        take(await window.store.readAll());
        return take(await window.store.quarantined());
      }, odd);
      expect(quarantined.map(({ store }) => store)).toEqual(['quarantine', 'notes']);
      expect(quarantined[0]).toMatchObject({ problem: 'it can’t be read', value: odd });
    },
  );
});

/** Creates a damaged database: the current version with only some of its stores. */
function makeDatabase(page: Page, stores: readonly string[]): Promise<void> {
  return page.evaluate(
    (names) =>
      new Promise<void>((resolve, reject) => {
        const request = indexedDB.open('guide', 1);
        request.onupgradeneeded = () => {
          for (const name of names) request.result.createObjectStore(name);
        };
        request.onsuccess = () => {
          request.result.close();
          resolve();
        };
        request.onerror = () => reject(request.error);
      }),
    stores,
  );
}

/** Makes opening a database hang, as in some browsers. */
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
    const said = page.getByText('The browser can’t open the guide’s storage').first();
    await expect
      .poll(async () => {
        await page.clock.runFor(1000);
        return said.isVisible();
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
    // Before the first write, because Chromium caches the available space for a while.
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
        if ('problem' in outcome) break;
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
      const errors = [
        ...['SecurityError', 'InvalidStateError', 'UnknownError'].map(
          (name) => new DOMException('no', name),
        ),
        new TypeError('no open'),
      ];
      return Promise.all(
        errors.map(async (error) => {
          const factory = {
            open: () => {
              throw error;
            },
          } as unknown as IDBFactory;
          const store = window.tools.openStore({ indexedDB: factory });
          return [
            await store.readAll(),
            await store.put('bookmarks', { code: '8d8', at: 1 }),
            await store.reset(),
          ];
        }),
      );
    });
    expect(outcomes.flat()).toEqual(
      Array(4 * 3).fill({
        problem: expect.objectContaining({
          kind: 'closed',
          message: expect.stringContaining('nothing will be saved'),
        }),
      }),
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
