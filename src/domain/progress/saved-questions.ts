import type { StudyQuestion } from '../practice/study-data.ts';
import type { CodeBook, RetiredCode } from '../study-set/code-book.ts';
import type { NoteRecord, Progress } from './records.ts';

interface Saved {
  readonly isBookmarked: boolean;
  readonly note: NoteRecord | undefined;
}

/** A saved question or note, of a question that the guide has. */
export interface SavedQuestion extends Saved {
  readonly question: StudyQuestion;
}

/** A saved question or note, of a question that the guide doesn't have, or no longer has. */
export interface SavedElsewhere extends Saved {
  readonly code: string;
  /** Its retirement; undefined for an unknown code. */
  readonly retired: RetiredCode | undefined;
}

export interface SavedQuestions {
  /** In guide order. */
  readonly known: readonly SavedQuestion[];
  /** In the order of their codes. */
  readonly others: readonly SavedElsewhere[];
}

/** Bookmarks and notes in one list. `shown` are codes that stay in it even without either. */
export function savedQuestions(
  { bookmarks, notes }: Pick<Progress, 'bookmarks' | 'notes'>,
  { questions, book }: { readonly questions: readonly StudyQuestion[]; readonly book: CodeBook },
  shown: ReadonlySet<string> = new Set(),
): SavedQuestions {
  const marked = new Set(bookmarks.map(({ code }) => code));
  const noted = new Map(notes.map((note) => [note.code, note]));
  const codes = new Set([...marked, ...noted.keys(), ...shown]);
  const savedFor = (code: string) => ({ isBookmarked: marked.has(code), note: noted.get(code) });
  const known = questions.filter(({ code }) => codes.has(code));
  for (const { code } of known) codes.delete(code);
  return {
    known: known.map((question) => ({ question, ...savedFor(question.code) })),
    others: [...codes].sort().map((code) => ({
      code,
      ...savedFor(code),
      retired: book.retired.find((entry) => entry.code === code),
    })),
  };
}
