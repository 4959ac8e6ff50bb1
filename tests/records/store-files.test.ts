import { describe, expect, it } from 'vitest';
import { useStoreTabs } from './store-steps.ts';

const { firstTab } = useStoreTabs();

describe('an import', () => {
  it('adds, replaces what is older, leaves the rest, and can be undone', async () => {
    const page = await firstTab();
    const results = await page.evaluate(async () => {
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
      // The record has changed since the import, so undoing must not lose the change.
      take(await store.update('bookmarks', 'z7s', () => ({ code: 'z7s', at: 5 })));
      take(await store.revert(changes));
      const undone = take(await store.readAll()).progress;
      return { before, changes, after, undone };
    });
    expect(results.changes.map(({ store, key }) => [store, key])).toEqual([
      ['notes', '8d8'],
      ['bookmarks', 'z7s'],
    ]);
    expect(results.after.notes.map(({ text }) => text)).toEqual(['theirs', 'mine']);
    expect(results.after.bookmarks).toHaveLength(2);
    expect(results.undone.notes).toEqual(results.before.notes);
    expect(results.undone.bookmarks).toEqual([
      { code: '8d8', at: 1 },
      { code: 'z7s', at: 5 },
    ]);
  });
});

describe('an answer', () => {
  it('is undone with its card, the last one first', async () => {
    const page = await firstTab();
    const results = await page.evaluate(async () => {
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
    expect(results.early).toBe('changed');
    expect(results.first).toEqual(results.one);
    expect(results.twice).toBe('gone');
    expect(results.second).toBeUndefined();
    expect(results.left).toEqual([]);
  });

  it('is saved once, and changes nothing if it isn’t valid or belongs to another card', async () => {
    const page = await firstTab();
    const results = await page.evaluate(async () => {
      const { kind, take, card, review } = window.tools;
      const { store } = window;
      const after = card('question:8d8', { reps: 1, lastReview: 5 });
      const other = card('question:z7s', { reps: 1 });
      const kinds = [
        kind(await store.putReview(other, review('review-1', null, { card: other.id }))),
        kind(await store.putReview(after, review('review-2', null, { seconds: -1 }))),
        // Another answer has this id.
        kind(await store.putReview(after, review('review-1', null))),
        kind(await store.putReview(card('term:fhir'), review('review-3', null))),
      ];
      const { cards } = take(await store.readAll()).progress;
      const twice = await Promise.all([
        store.putReview(after, review('review-4', null)),
        store.putReview(after, review('review-4', null)),
      ]);
      return { kinds, cards: cards.map(({ id }) => id), twice: twice.map(kind) };
    });
    expect(results.kinds).toEqual(['none', 'invalid', 'invalid', 'invalid']);
    expect(results.cards).toEqual(['question:z7s']);
    expect(results.twice).toEqual(['none', 'changed']);
  });
});

describe('the browser', () => {
  it('is asked once for persistent storage, after the third answer', async () => {
    const page = await firstTab();
    const asked = await page.evaluate(async () => {
      const { take, card, review } = window.tools;
      /**
       * For each request for persistent storage, the code of the question that was just answered.
       */
      const asked: string[] = [];
      let last = '';
      navigator.storage.persist = () => {
        asked.push(last);
        return Promise.resolve(false);
      };
      for (const code of ['8d8', 'z7s', 'p94', 'vd9']) {
        last = code;
        const after = card(`question:${code}`, { reps: 1 });
        take(
          await window.store.putReview(after, review(`review-${code}`, null, { card: after.id })),
        );
      }
      return asked;
    });
    expect(asked).toEqual(['p94']);
  });
});

describe('a change that throws', () => {
  it('changes nothing and is passed on', async () => {
    const page = await firstTab();
    const results = await page.evaluate(async () => {
      const { take } = window.tools;
      take(await window.store.put('bookmarks', { code: '8d8', at: 1 }));
      const error = await window.store
        .update('bookmarks', '8d8', () => {
          throw new RangeError('our mistake');
        })
        .then(String, String);
      return { error, bookmark: take(await window.store.get('bookmarks', '8d8')) };
    });
    expect(results.error).toBe('RangeError: our mistake');
    expect(results.bookmark).toEqual({ code: '8d8', at: 1 });
  });
});
