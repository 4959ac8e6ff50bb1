import type { Verdict } from './rank.ts';

export interface AnswerSummary {
  readonly query: string;
  readonly questions: number;
  /** How many of the pages are terms. */
  readonly terms: number;
  /** The number of pages, including terms. */
  readonly pages: number;
  readonly verdict: Verdict;
  readonly missing: readonly string[];
}

/**
 * Returns a short message about the results. It is shown above the results, and screen readers
 * announce it.
 */
export function answerMessage(answer: AnswerSummary): string {
  const { query, questions, terms, pages, verdict, missing } = answer;
  if (verdict === 'found' && questions === 0)
    return query === ''
      ? 'No questions match these filters.'
      : 'No questions match your search and filters. Clear a filter to see more.';
  // In the order in which the groups are shown.
  const named: readonly Count[] = [
    [terms, 'meaning'],
    [pages - terms, 'page'],
  ];
  if (verdict === 'found') return countsText([...named, [questions, 'question']]);
  // If no question is close, a matching page is the answer. Otherwise, it is one only if every word
  // occurs in some question.
  const isAnswered = pages > 0 && (verdict === 'nothing' || missing.length === 0);
  if (isAnswered) return countsText(named);
  const words = missing.map((word) => `“${shortened(word)}”`).join(' and ');
  const absent =
    missing.length === 0
      ? ''
      : ` ${words} ${missing.length === 1 ? 'isn’t' : 'aren’t'} in this guide.`;
  return verdict === 'closest'
    ? `No page has all of these words.${absent} Closest:`
    : 'Nothing in this guide is about that.';
}

type Count = readonly [count: number, name: string];

function countsText(counts: readonly Count[]): string {
  const shown = counts.filter(([count]) => count > 0);
  return `${shown.map(([count, name]) => `${count} ${name}${count === 1 ? '' : 's'}`).join(', ')}.`;
}

const maxShown = 60;

function shortened(text: string): string {
  return text.length > maxShown ? `${text.slice(0, maxShown)}…` : text;
}
