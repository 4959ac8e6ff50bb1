import type { QueryUnit } from './read-query.ts';

/** Search results, as far as the message above them needs them. */
export interface AnswerSummary {
  readonly query: string;
  readonly questions: number;
  readonly pages: number;
  readonly isAnswer: boolean;
  readonly missing: readonly string[];
}

export const searchingMessage = 'Searching…';

/** One or two sentences about the results, shown above them and read aloud. */
export function answerMessage(answer: AnswerSummary): string {
  const { query, questions, pages, isAnswer, missing } = answer;
  if (!isAnswer) {
    const none = `${pages > 0 ? 'No question' : 'Nothing'} in this guide is about that.`;
    return questions > 0 ? `${none} Closest questions:` : none;
  }
  if (questions === 0)
    return query === ''
      ? 'No questions match these filters.'
      : 'No questions match your search and filters. Clear a filter to see more.';
  const count = `${questions} ${questions === 1 ? 'question' : 'questions'}.`;
  if (missing.length === 0) return count;
  const words = missing.map((word) => `“${shortened(word)}”`).join(' and ');
  return `${count} ${words} ${missing.length === 1 ? 'isn’t' : 'aren’t'} in this guide.`;
}

/** The message when search fails to load. */
export function failureMessage(isAnswered: boolean): string {
  return isAnswered
    ? 'These results are from titles and summaries only. We couldn’t load the full text.'
    : 'We couldn’t load search. Check your connection and try again.';
}

/** The searched query, if it differs from the typed one. */
export function searchedInstead(units: readonly QueryUnit[]): string | undefined {
  const isChanged = units.some(({ how }) => how === 'corrected' || how === 'translated');
  return isChanged ? units.map(({ used }) => used).join(' ') : undefined;
}

const maxShown = 60;

function shortened(text: string): string {
  return text.length > maxShown ? `${text.slice(0, maxShown)}…` : text;
}
