/** What a search found, as far as the message above the results needs it. */
export interface AnswerSummary {
  readonly query: string;
  /** Number of results that are listed. */
  readonly total: number;
  /** How many of them have all words of the query. */
  readonly complete: number;
  /** Words that no page has. */
  readonly unknownWords: readonly string[];
}

/** One or two sentences on what was found, shown above the results and read aloud. */
export function answerMessage({ query, total, complete, unknownWords }: AnswerSummary): string {
  if (total === 0) {
    return query === ''
      ? 'No question passes these filters.'
      : `Nothing found for “${query}”. Try fewer or other words, or take a filter away.`;
  }
  const count = `${total} ${total === 1 ? 'question' : 'questions'}`;
  const unknown =
    unknownWords.length === 0
      ? ''
      : ` No page has ${unknownWords.map((word) => `“${word}”`).join(' or ')}.`;
  if (query === '') return `${count}.`;
  if (complete === total) return `${count} for “${query}”.${unknown}`;
  return complete === 0
    ? `No question has all of “${query}”: these have some of the words.${unknown}`
    : `${complete} of ${count} have all of “${query}”, the others some of the words.${unknown}`;
}
