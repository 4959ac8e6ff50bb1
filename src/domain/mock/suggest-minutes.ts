import { mostMinutes } from './mock-link.ts';

/** How long a mock of some questions takes. */
export interface SuggestedTime {
  /** Minutes of answers alone, said aloud. */
  readonly answers: number;
  /** Minutes in all: twice the answers, for thinking and what is asked after, to the next five. */
  readonly inAll: number;
}

/**
 * Suggests a time for a number of questions out of those that may be drawn; undefined if there
 * are none.
 */
export function suggestMinutes(
  questions: readonly { readonly minutes: number }[],
  count: number,
): SuggestedTime | undefined {
  const drawn = Math.min(count, questions.length);
  if (!(drawn >= 1)) return undefined;
  const sum = questions.reduce((total, { minutes }) => total + minutes, 0);
  const answers = (sum / questions.length) * drawn;
  return {
    answers: Math.round(answers),
    inAll: Math.min(mostMinutes, Math.ceil((answers * 2) / 5) * 5),
  };
}
