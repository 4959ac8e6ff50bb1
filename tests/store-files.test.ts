import { describe, expect, it } from 'vitest';
import { useStoreTabs } from './store-steps.ts';

const { firstTab } = useStoreTabs();

describe('a snapshot', () => {
  it('is made before an import and a reset, and can be restored', async () => {
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
      const afterward = take(await store.snapshots());
      return { before, merged, empty, entries, restored, stored, afterward };
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
    // Before the undo there was nothing to snapshot.
    expect(found.afterward).toEqual(found.entries);
  });

  it('is deleted with everything else', async () => {
    const page = await firstTab();
    const found = await page.evaluate(async () => {
      const { take, raw } = window.tools;
      take(await window.store.put('bookmarks', { code: '8d8', at: 1 }));
      take(await window.store.reset());
      take(await window.store.put('bookmarks', { code: 'z7s', at: 1 }));
      const notes = (await raw()).transaction('notes', 'readwrite').objectStore('notes');
      notes.put({ code: '8d8', text: 5 });
      take(await window.store.readAll());
      window.events = [];
      take(await window.store.forgetAll());
      const { progress, rejected } = take(await window.store.readAll());
      const events = window.events.flatMap(({ changes }) => changes.map(({ store }) => store));
      const snapshots = take(await window.store.snapshots());
      return {
        progress,
        rejected,
        snapshots,
        left: take(await window.store.quarantined()),
        events,
      };
    });
    expect(Object.values(found.progress).flat()).toEqual([]);
    expect([...found.rejected, ...found.snapshots, ...found.left]).toEqual([]);
    expect(found.events).toEqual(
      expect.arrayContaining(['cards', 'bookmarks', 'quarantine', 'snapshots']),
    );
  });

  it('is one of the latest five', async () => {
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
      window.events = [];
      const merged = take(await window.store.mergeIn(result.value.progress));
      const replaced = take(await window.store.replaceAll(result.value.progress));
      const snapshots = take(await window.store.snapshots());
      return { progress, merged, replaced, snapshots, events: window.events };
    });
    expect(found.merged).toEqual(found.progress);
    expect(found.replaced).toEqual(found.progress);
    expect(found.snapshots).toEqual([]);
    expect(found.events).toEqual([]);
  });

  it('is imported without its damaged records', async () => {
    const page = await firstTab();
    const found = await page.evaluate(async () => {
      const { take, readProgressFile } = window.tools;
      const bookmarks = ['8d8', 'Z7S', 5].map((code) => ({ code, at: 0 }));
      const text = JSON.stringify({
        format: 'ai-healthtech-interview-guide/progress',
        version: 1,
        progress: { bookmarks, notes: [{ code: '8d8', text: 'kept', at: 1 }] },
      });
      const result = readProgressFile(text);
      if ('problem' in result) throw new Error(result.problem);
      take(await window.store.put('bookmarks', { code: 'vd9', at: 1 }));
      take(await window.store.mergeIn(result.value.progress));
      return {
        rejected: result.value.rejected.map(({ value }) => value),
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
  it('is undone with its card, the last one first', async () => {
    const page = await firstTab();
    const found = await page.evaluate(async () => {
      const { take, kind, card, review } = window.tools;
      const one = card('question:8d8', { reps: 1, lastReview: 9 });
      // The clock was set back in between.
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

  it('that fails to save leaves its card as it was', async () => {
    const page = await firstTab();
    const found = await page.evaluate(async () => {
      const { kind, take, card, review } = window.tools;
      const after = card('question:8d8', { reps: 1 });
      const other = card('question:z7s', { reps: 1 });
      take(await window.store.putReview(other, review('review-1', null, { card: other.id })));
      const kinds = [
        kind(await window.store.putReview(after, review('review-2', null, { seconds: -1 }))),
        // The id of another answer.
        kind(await window.store.putReview(after, review('review-1', null))),
      ];
      return { kinds, cards: take(await window.store.readAll()).progress.cards };
    });
    expect(found.kinds).toEqual(['invalid', 'invalid']);
    expect(found.cards.map(({ id }) => id)).toEqual(['question:z7s']);
  });

  it('is refused if it belongs to another card', async () => {
    const page = await firstTab();
    const outcome = await page.evaluate(async () => {
      const { kind, card, review } = window.tools;
      return kind(await window.store.putReview(card('term:fhir'), review('review-1', null)));
    });
    expect(outcome).toBe('invalid');
  });
});

describe('the browser', () => {
  it('is asked once for persistent storage, after the third answer', async () => {
    const page = await firstTab();
    const found = await page.evaluate(async () => {
      const { take, card, review, openStore } = window.tools;
      /** The answers after which the browser was asked. */
      const asked: string[] = [];
      let last = '';
      const persist = () => {
        asked.push(last);
        return Promise.resolve(false);
      };
      const storage = { persist, persisted: () => Promise.resolve(false) };
      const options = { navigator: { storage }, now: () => 77 };
      const answer = async (code: string) => {
        last = code;
        const store = openStore(options);
        const isAsked = new Promise<void>((done) => {
          store.listen('change', ({ changes }) => {
            if (changes.some((change) => change.store === 'device')) done();
          });
        });
        const after = card(`question:${code}`, { reps: 1 });
        take(await store.putReview(after, review(`review-${code}`, null, { card: after.id })));
        if (code === 'p94' && asked.length === 0) await isAsked;
        // Queued after the question whether the browser was asked before.
        await store.storageState();
        store.close();
      };
      for (const code of ['8d8', 'z7s', 'p94', 'vd9']) await answer(code);
      return { asked, state: await openStore(options).storageState() };
    });
    expect(found.asked).toEqual(['p94']);
    expect(found.state).toEqual({
      isPersisted: false,
      usage: null,
      quota: null,
      canAsk: true,
      asked: { at: 77, isGranted: false },
    });
  });

  it('is asked again at the reader’s request', async () => {
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
      return [
        await store.requestPersistence(),
        await store.requestPersistence(),
        await without.requestPersistence(),
      ];
    });
    const asked = (isGranted: boolean) => ({ at: 77, isGranted });
    expect(states).toMatchObject([
      { isPersisted: false, canAsk: true, asked: asked(false) },
      { isPersisted: true, canAsk: true, asked: asked(true) },
      { isPersisted: null, canAsk: false, asked: asked(true) },
    ]);
  });

  it('shows how much space there is', async () => {
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
