import { counted } from '../../lib/text.ts';
import type { CardId, ReviewRecord } from '../progress/records.ts';
import { joinRanges, type Range } from './mark-ranges.ts';
import { meanOf, meanScore } from './score-bands.ts';

type Scored = Pick<ReviewRecord, 'id' | 'card' | 'at' | 'scores'>;

export interface CriterionScore {
  readonly review: Scored;
  readonly criterion: number;
  readonly score: number;
}

/**
 * Summarizes a session: the mean of its answers, how it changed, the criterion that went best, and
 * the one to fix. Among the other criteria, the one to fix has the lowest score. If several do, it
 * is the one in the weakest answer. If that score is a 5, there is none.
 *
 * @param answers the session's reviews with scores, in order
 * @param earlier all other reviews of questions
 * @param typed ids of the reviews with a typed answer, whose words can be quoted
 */
export function endingOf(
  answers: readonly Scored[],
  earlier: readonly Scored[],
  typed: ReadonlySet<string>,
) {
  const mean = meanOf(answers.flatMap(({ scores }) => meanScore(scores) ?? []));
  const all = answers.flatMap((review) =>
    review.scores.flatMap((score, criterion) =>
      score === null ? [] : [{ review, criterion, score, mean: meanScore(review.scores) ?? 0 }],
    ),
  );
  const isTyped = ({ review }: CriterionScore): number => Number(typed.has(review.id));
  const [best] = all.toSorted((a, b) => b.score - a.score || isTyped(b) - isTyped(a));
  const [weakest] = all
    .filter((other) => other !== best)
    .toSorted((a, b) => a.score - b.score || a.mean - b.mean);
  return {
    mean,
    change: changeFrom(answers, earlier),
    best,
    fix: weakest !== undefined && weakest.score < 5 ? weakest : undefined,
  };
}

/** Returns the mean score of the last earlier answer to the same card, if it has any scores. */
export function scoreBefore(card: CardId, earlier: readonly Scored[]): number | undefined {
  const last = earlier
    .filter((review) => review.card === card && meanScore(review.scores) !== null)
    .toSorted((a, b) => b.at - a.at)[0];
  return (last && meanScore(last.scores)) ?? undefined;
}

/**
 * Compares the answers with the last ones to the same questions, as in "up 0.4 from last time".
 * Returns undefined if all questions are new.
 */
function changeFrom(answers: readonly Scored[], earlier: readonly Scored[]): string | undefined {
  const pairs = answers.flatMap(({ card, scores }) => {
    const [before, after] = [scoreBefore(card, earlier), meanScore(scores)];
    return before === undefined || after === null ? [] : [{ before, after }];
  });
  const before = meanOf(pairs.map((pair) => pair.before));
  const after = meanOf(pairs.map((pair) => pair.after));
  if (before === null || after === null) return undefined;
  // Round the means the way readers see them.
  const by = Math.round(after * 10) - Math.round(before * 10);
  const change = `${by > 0 ? 'up' : 'down'} ${(Math.abs(by) / 10).toFixed(1)} from last time`;
  const text = by === 0 ? 'same as last time' : change;
  if (pairs.length === answers.length) return text;
  return `${text} on ${counted(pairs.length, 'repeated question')}`;
}

/** Maximum length of a quoted sentence, in UTF-16 code units. */
const maxQuote = 160;

/**
 * Returns the sentence in a typed answer, or the entry in a list of keywords, that has the most
 * characters in the given ranges. If none has any, returns an empty string. Cuts off a long
 * sentence between words.
 */
export function quoteOf(answer: string, ranges: readonly Range[]): string {
  const joined = joinRanges(ranges);
  const isList = !/[.!?](?:\s|$)/.test(answer.trim());
  const sentences = [...answer.matchAll(isList ? /[^,;\n]+/g : /[^.!?\n]+[.!?]*/g)]
    .map(({ 0: text, index }) => {
      const end = index + text.length;
      const weight = joined.reduce(
        (sum, range) => sum + Math.max(0, Math.min(end, range[1]) - Math.max(index, range[0])),
        0,
      );
      return { text: text.trim(), weight };
    })
    .filter(({ weight }) => weight > 0);
  const [best] = sentences.toSorted((a, b) => b.weight - a.weight);
  const text = best?.text ?? '';
  if (text.length <= maxQuote) return text;
  return `${text.slice(0, maxQuote).replace(/\s+\S*$/, '')}…`;
}
