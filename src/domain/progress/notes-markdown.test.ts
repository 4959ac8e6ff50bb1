import { describe, expect, it } from 'vitest';
import { writeNotesMarkdown } from './notes-markdown.ts';
import type { SavedQuestions } from './saved-questions.ts';

const note = (code: string, text: string) => ({ code, text, at: 1 });
const saved: SavedQuestions = {
  known: [
    {
      question: { code: '222', slug: 'what-is-fhir', title: 'What is *FHIR*?' } as never,
      isBookmarked: true,
      note: note('222', '# Not a heading\n- <b>not a list</b>'),
    },
    {
      question: { code: '233', slug: 'no-note', title: 'No note' } as never,
      isBookmarked: true,
      note: undefined,
    },
  ],
  others: [
    {
      code: 'zzz',
      isBookmarked: false,
      note: note('zzz', 'Still here'),
      retired: { code: 'zzz', on: '2026-12-01', because: 'Merged with another.' },
    },
    { code: 'qqq', isBookmarked: false, note: note('qqq', 'Here too'), retired: undefined },
  ],
};

describe('notes as Markdown', () => {
  it('appear as typed, each below its question', () => {
    const text = writeNotesMarkdown(saved, 'My notes', (slug) => `https://x.org/${slug}/`);
    expect(text).toMatchInlineSnapshot(`
      "# My notes

      ## What is \\*FHIR\\*?

      <https://x.org/what-is-fhir/>

      > \\# Not a heading\\
      > \\- \\<b\\>not a list\\</b\\>

      ## Question zzz

      Removed on December 1, 2026: Merged with another.

      > Still here

      ## Question qqq

      The guide has no question with this code.

      > Here too
      "
    `);
  });
});
