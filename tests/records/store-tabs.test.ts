import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import type { RawRecord } from '../../src/domain/progress/record-versions.ts';
import { startTabs } from '../support/browser.ts';
import { useStoreTabs } from './store-steps.ts';

const { load, firstTab, nextTab } = useStoreTabs(startTabs);

describe('two tabs', () => {
  it('lose none of 600 changes when each tab writes 300 times', async () => {
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

  it('notify each other of changes, and themselves, and ignore other messages on their channel', async () => {
    const first = await firstTab();
    const second = await nextTab(first);
    await first.evaluate(async () => {
      const channel = new BroadcastChannel(`${window.tools.storage}-progress`);
      const messages = ['x', null, { version: 9, changes: [] }, { version: 1, changes: [5] }];
      for (const message of messages) channel.postMessage(message);
      await window.store.put('bookmarks', { code: '8d8', at: 1 });
    });
    const changes = [{ store: 'bookmarks', key: '8d8' }];
    await second.waitForFunction(() => window.events.length > 0);
    expect(await second.evaluate(() => window.events)).toEqual([{ changes, isElsewhere: true }]);
    expect(await first.evaluate(() => window.events)).toEqual([{ changes, isElsewhere: false }]);
  });

  it('are silent when an update or an import changed nothing', async () => {
    const page = await firstTab();
    const events = await page.evaluate(async () => {
      const { store } = window;
      await store.update('bookmarks', '8d8', () => ({ code: '8d8', at: 1 }));
      await store.update('bookmarks', '8d8', (bookmark) => bookmark && { ...bookmark });
      await store.update('bookmarks', 'z7s', () => undefined);
      await store.importRecords(window.tools.take(await store.readAll()).progress);
      await store.update('bookmarks', '8d8', () => undefined);
      return window.events.map(({ changes }) => changes);
    });
    const change = [{ store: 'bookmarks', key: '8d8' }];
    expect(events).toEqual([change, change]);
  });

  it('keep the first answer to the same card, and the second tab says so', async () => {
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

describe('a tab that crashes in the middle of writing', () => {
  it('leaves every answer complete', async () => {
    const page = await firstTab();
    let turns = 0;
    const { promise: isInTheMiddle, resolve } = Promise.withResolvers<void>();
    await page.exposeFunction('count', () => {
      turns += 1;
      if (turns === 60) resolve();
    });
    const keeper = await nextTab(page);
    page
      .evaluate(async () => {
        const { card, review } = window.tools;
        const { count } = window as unknown as { count: () => Promise<void> };
        const answer = async (id: string, turn: number) => {
          const before = turn === 0 ? null : card(id, { reps: turn, lastReview: turn });
          const after = card(id, { reps: turn + 1, lastReview: turn + 1 });
          const name = `${id.replace(':', '-')}-${turn}`;
          await window.store.putReview(after, review(name, before, { card: id }));
        };
        for (let turn = 0; turn < 100_000; turn += 1) {
          const answers = ['8d8', 'z7s', 'p94'].map((code) => answer(`question:${code}`, turn));
          // Count the turns while they are being written. Without waiting for the count, the page
          // would write thousands of turns before it crashes.
          await Promise.all([count(), ...answers]);
        }
      })
      // The tab crashes before the loop ends.
      .catch(() => undefined);
    await isInTheMiddle;
    const session = await page.context().newCDPSession(page);
    const crashed = page.waitForEvent('crash');
    session.send('Page.crash').catch(() => undefined);
    await crashed;
    const progress = await keeper.evaluate(async () =>
      window.tools.take(await window.store.readAll()),
    );
    expect(progress.rejected).toEqual([]);
    expect(progress.progress.reviews.length).toBeGreaterThan(100);
    const cards = progress.progress.cards.map(({ id }) => id).sort();
    expect(cards).toEqual(['question:8d8', 'question:p94', 'question:z7s']);
    for (const card of progress.progress.cards) {
      const answers = progress.progress.reviews.filter((review) => review.card === card.id);
      expect(answers).toHaveLength(card.reps);
    }
  });
});

describe('a new version of the guide', () => {
  /** Reads everything as the next version's store would. */
  const readNext = (page: Page) =>
    page.evaluate(async () => {
      window.failures = [];
      // That version's only change is to the text of notes.
      const upgrades = new Map([
        [
          window.tools.recordFormat.version,
          (record: RawRecord) => {
            const { store, value } = record;
            if (store !== 'notes') return record;
            const { text, ...rest } = value as { text: string };
            return { store, value: { ...rest, text: `${text}, upgraded` } };
          },
        ],
      ]);
      const version = window.tools.recordFormat.version + 1;
      window.store = window.tools.openStore({ version, upgrades });
      window.store.listen('failure', ({ failure }) => window.failures.push(failure));
      return window.tools.take(await window.store.readAll()).progress;
    });

  it('opens while an old tab is open; the old tab closes its connection and says so', async () => {
    const old = await firstTab();
    await old.evaluate(() => {
      const note = { code: '8d8', text: 'hello', at: 1, later: 1 };
      return window.store.put('notes', note);
    });
    const fresh = await nextTab(old);
    const { notes } = await readNext(fresh);
    expect(notes).toEqual([{ code: '8d8', text: 'hello, upgraded', at: 1, later: 1 }]);
    const outcome = await old.evaluate(async () => ({
      late: window.tools.kind(await window.store.put('bookmarks', { code: '8d8', at: 1 })),
      failures: window.failures.map(({ kind }) => kind),
    }));
    expect(outcome).toEqual({ late: 'outdated', failures: ['outdated', 'outdated'] });
    await load(old);
    const reloaded = await old.evaluate(async () =>
      window.tools.kind(await window.store.readAll()),
    );
    expect(reloaded).toBe('newer');
  });

  it('says when a tab doesn’t close its connection, and continues once it is closed', async () => {
    const old = await firstTab();
    await old.evaluate(async () => {
      window.tools.take(await window.store.put('notes', { code: '8d8', text: 'hello', at: 1 }));
      // The connection stays open without a listener, as in a page that hangs.
      await window.tools.raw();
    });
    const fresh = await nextTab(old);
    const reading = readNext(fresh);
    await fresh.waitForFunction(() => window.failures.some(({ kind }) => kind === 'blocked'));
    await old.close();
    expect((await reading).notes).toHaveLength(1);
  });
});
