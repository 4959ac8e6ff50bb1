import type { StudyQuestion } from '../practice/study-data.ts';
import type { CodeBook } from '../study-set/code-book.ts';
import type { Progress } from './records.ts';

export type SavedQuestions = ReturnType<typeof savedQuestions>;
export type SavedQuestion = SavedQuestions['known'][number];
export type SavedElsewhere = SavedQuestions['others'][number];

/**
 * Returns all questions that have a bookmark or a note.
 *
 * @param shown codes to include even if they have neither
 */
export function savedQuestions(
  { bookmarks, notes }: Pick<Progress, 'bookmarks' | 'notes'>,
  { questions, book }: { readonly questions: readonly StudyQuestion[]; readonly book: CodeBook },
  shown: ReadonlySet<string> = new Set(),
) {
  const marked = new Set(bookmarks.map(({ code }) => code));
  const noted = new Map(notes.map((note) => [note.code, note]));
  const codes = new Set([...marked, ...noted.keys(), ...shown]);
  const savedFor = (code: string) => ({ isBookmarked: marked.has(code), note: noted.get(code) });
  const known = questions.filter(({ code }) => codes.has(code));
  for (const { code } of known) codes.delete(code);
  return {
    /** Entries for the guide's questions, in guide order. */
    known: known.map((question) => ({ question, ...savedFor(question.code) })),
    /**
     * Entries for other codes, sorted by code. `retired` says when and why a question was removed.
     */
    others: [...codes].sort().map((code) => ({
      code,
      ...savedFor(code),
      retired: book.retired.find((entry) => entry.code === code),
    })),
  };
}
