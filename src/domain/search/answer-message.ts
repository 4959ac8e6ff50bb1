/** What a search found, as far as the message above the results needs it. */
export interface AnswerSummary {
  readonly query: string;
  /** Number of results that are listed. */
  readonly total: number;
  /** How many of them have all words that were searched. */
  readonly complete: number;
  /** Words that no question has: they were left out. */
  readonly dropped: readonly string[];
}

/** One or two sentences on what was found, shown above the results and read aloud. */
export function answerMessage({ query, total, complete, dropped }: AnswerSummary): string {
  if (total === 0) {
    return query === ''
      ? 'No question passes these filters.'
      : `Nothing found for “${shortened(query)}”. Try fewer or other words, or take a filter away.`;
  }
  const count = `${total} ${total === 1 ? 'question' : 'questions'}`;
  const words = dropped.map((word) => `“${shortened(word)}”`).join(' and ');
  const without = dropped.length === 0 ? '' : ` Left out: ${words}, which no question has.`;
  if (query === '') return `${count}.`;
  if (complete === total) return `${count}.${without}`;
  return complete === 0
    ? `No question has all the words; ${count} with some of them.${without}`
    : `${count}, ${complete} of them with all the words.${without}`;
}

/** What is said when something could not be loaded. */
export function failureMessage(isAnswered: boolean): string {
  return isAnswered
    ? 'Results from titles and hints. The whole text could not be loaded.'
    : 'The search could not be loaded. Check the connection and try again.';
}

/** What was searched instead of what was typed. */
export interface Correction {
  readonly typed: string;
  readonly used: string;
}

const longestShown = 60;

function shortened(text: string): string {
  return text.length > longestShown ? `${text.slice(0, longestShown)}…` : text;
}
