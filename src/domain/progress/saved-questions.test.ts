import { describe, expect, it } from 'vitest';
import { savedQuestions } from './saved-questions.ts';

const retired = { code: 'zzz', on: '2026-12-01', because: 'Merged.', instead: '222' };
const guide = {
  questions: [{ code: '244' }, { code: '222' }, { code: '233' }] as never,
  book: { codes: ['244', '222', '233'], retired: [retired] },
};
const note = (code: string) => ({ code, text: 'Mine', at: 1 });

describe('a reader’s saved questions and notes', () => {
  it('are one list in guide order', () => {
    const saved = savedQuestions(
      { bookmarks: [{ code: '222', at: 1 }], notes: [note('222'), note('244')] },
      guide,
    );
    expect(saved).toEqual({
      known: [
        { question: { code: '244' }, isBookmarked: false, note: note('244') },
        { question: { code: '222' }, isBookmarked: true, note: note('222') },
      ],
      others: [],
    });
  });

  it('aren’t lost if the guide doesn’t have the question', () => {
    const progress = { bookmarks: [{ code: 'qqq', at: 1 }], notes: [note('zzz')] };
    expect(savedQuestions(progress, guide)).toEqual({
      known: [],
      others: [
        { code: 'qqq', isBookmarked: true, note: undefined, retired: undefined },
        { code: 'zzz', isBookmarked: false, note: note('zzz'), retired },
      ],
    });
  });

  it('keep the place of a question removed a moment ago', () => {
    const { known } = savedQuestions({ bookmarks: [], notes: [] }, guide, new Set(['233']));
    expect(known).toEqual([{ question: { code: '233' }, isBookmarked: false, note: undefined }]);
  });
});
