import { answersByQuestion } from './answers-by-question.ts';
import type { Progress } from './records.ts';

/**
 * How the last answers to questions went, for the marks in menus and lists. The marks are stored
 * separately, so that reading pages don't have to open the database. Study pages update them
 * whenever progress changes. Format 1 is `1` and the questions' slugs, each with the result, as in
 * `1 what-is-samd:well hipaa-for-ai:again`.
 */
export type QuestionMarks = ReadonlyMap<string, QuestionMark>;

/** An answer's mark. FSRS's good and easy are `well`, and again and hard are `again`. */
export type QuestionMark = 'well' | 'again';

/**
 * Returns how the last answer to each question went. Leaves out codes that the guide doesn't have.
 */
export function questionMarks(
  { reviews }: Pick<Progress, 'reviews'>,
  questions: ReadonlyMap<string, { readonly slug: string }>,
): QuestionMarks {
  return new Map(
    [...answersByQuestion(reviews)].flatMap(([code, answers]) => {
      const question = questions.get(code);
      const grade = answers.at(-1)?.grade;
      const mark = grade === 'good' || grade === 'easy' ? 'well' : 'again';
      return question === undefined ? [] : [[question.slug, mark] as const];
    }),
  );
}

/** Returns null if there are no marks. */
export function writeQuestionMarks(marks: QuestionMarks): string | null {
  if (marks.size === 0) return null;
  return ['1', ...[...marks].map((entry) => entry.join(':'))].join(' ');
}

/** Accepts any text. Skips invalid marks, because the next study page writes them again. */
export function readQuestionMarks(text: string | null): QuestionMarks {
  const [version, ...entries] = (text ?? '').slice(0, 500_000).split(' ');
  if (version !== '1') return new Map();
  return new Map(
    entries.flatMap((entry) => {
      const [, slug, mark] = /^([a-z0-9-]{1,200}):(well|again)$/.exec(entry) ?? [];
      return slug === undefined ? [] : [[slug, mark as QuestionMark] as const];
    }),
  );
}
