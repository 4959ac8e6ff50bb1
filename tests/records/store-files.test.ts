import { describe, expect, it } from 'vitest';
import { useStoreTabs } from './store-steps.ts';

const { firstTab } = useStoreTabs();

describe('an import', () => {
  it('adds, replaces what is older, leaves the rest, and can be undone', async () => {
    const page = await firstTab();
    const found = await page.evaluate(async () => {
      const { take } = window.tools;
      const { store } = window;
      take(await store.put('bookmarks', { code: '8d8', at: 1 }));
      take(await store.put('notes', { code: '8d8', text: 'mine', at: 1 }));
      take(await store.put('notes', { code: 'z7s', text: 'mine', at: 9 }));
      const before = take(await store.readAll()).progress;
      const other = {
        ...before,
        bookmarks: [{ code: 'z7s', at: 1 }],
        notes: [
          { code: '8d8', text: 'theirs', at: 2 },
          { code: 'z7s', text: 'theirs', at: 2 },
        ],
      };
      const changes = take(await store.importRecords(other));
      const after = take(await store.readAll()).progress;
      // The record has changed since then, so undoing must not lose it.
      take(await store.update('bookmarks', 'z7s', () => ({ code: 'z7s', at: 5 })));
      take(await store.revert(changes));
      const undone = take(await store.readAll()).progress;
      return { before, changes, after, undone };
    });
    expect(found.changes.map(({ store, key }) => [store, key])).toEqual([
      ['notes', '8d8'],
      ['bookmarks', 'z7s'],
    ]);
    expect(found.after.notes.map(({ text }) => text)).toEqual(['theirs', 'mine']);
    expect(found.after.bookmarks).toHaveLength(2);
    expect(found.undone.notes).toEqual(found.before.notes);
    expect(found.undone.bookmarks).toEqual([
      { code: '8d8', at: 1 },
      { code: 'z7s', at: 5 },
    ]);
  });
});

describe('a reset', () => {
  it('deletes everything that can be read, and can be undone', async () => {
    const page = await firstTab();
    const found = await page.evaluate(async () => {
      const { take, card } = window.tools;
      const { store } = window;
      take(await store.put('cards', { ...card('question:8d8'), later: { a: 1 } } as never));
      take(await store.put('bookmarks', { code: '8d8', at: 1 }));
      const before = take(await store.readAll()).progress;
      const changes = take(await store.reset());
      const empty = take(await store.readAll()).progress;
      take(await store.revert(changes));
      return { before, empty, undone: take(await store.readAll()).progress };
    });
    expect(Object.values(found.empty).flat()).toEqual([]);
    expect(found.before.cards).toMatchObject([{ later: { a: 1 } }]);
    expect(found.undone).toEqual(found.before);
  });

  it('of all data leaves nothing, not even unreadable records', async () => {
    const page = await firstTab();
    const found = await page.evaluate(async () => {
      const { take, raw } = window.tools;
      take(await window.store.put('bookmarks', { code: 'z7s', at: 1 }));
      const notes = (await raw()).transaction('notes', 'readwrite').objectStore('notes');
      notes.put({ code: '8d8', text: 5 });
      window.events = [];
      take(await window.store.forgetAll());
      const { progress, rejected } = take(await window.store.readAll());
      const events = window.events.flatMap(({ changes }) => changes.map(({ store }) => store));
      return { progress, rejected, events };
    });
    expect([...Object.values(found.progress).flat(), ...found.rejected]).toEqual([]);
    expect(found.events).toEqual(expect.arrayContaining(['cards', 'bookmarks', 'settings']));
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
      const changes = take(await window.store.importRecords(result.value.progress));
      const imported = take(await window.store.readAll()).progress;
      return { progress, changes, imported, events: window.events };
    });
    expect(found.imported).toEqual(found.progress);
    expect(found.changes).toEqual([]);
    expect(found.events).toEqual([]);
  });

  it('is imported without its damaged records', async () => {
    const page = await firstTab();
    const found = await page.evaluate(async () => {
      const { take, readProgressFile } = window.tools;
      const bookmarks = ['8d8', 'Z7S', 5].map((code) => ({ code, at: 0 }));
      const text = JSON.stringify({
        format: `${window.tools.guide.id}/progress`,
        version: 1,
        progress: { bookmarks, notes: [{ code: '8d8', text: 'kept', at: 1 }] },
      });
      const result = readProgressFile(text);
      if ('problem' in result) throw new Error(result.problem);
      take(await window.store.put('bookmarks', { code: 'vd9', at: 1 }));
      take(await window.store.importRecords(result.value.progress));
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
        // This is the id of another answer.
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
      /** The answers after which the page asked the browser. */
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
        // This is queued after the question whether the browser was asked before.
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
