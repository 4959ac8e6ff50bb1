import type { ReviewRecord } from '../progress/records.ts';
import { dayName, dayNumber, type OffsetAt } from '../review/days.ts';
import { pastDayText } from '../words/date-text.ts';
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
  {
    typed,
    now,
    offsetAt,
  }: {
    readonly typed: ReadonlySet<string>;
    readonly now: number;
    readonly offsetAt: OffsetAt;
  },
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
    change: mean === null ? undefined : changeSince(mean, earlier, now, offsetAt),
    best,
    fix: weakest !== undefined && weakest.score < 5 ? weakest : undefined,
  };
}

/**
 * Compares the mean with that of the most recent day with other answers, as in "up 0.4 since
 * Monday".
 */
function changeSince(
  mean: number,
  earlier: readonly Scored[],
  now: number,
  offsetAt: OffsetAt,
): string | undefined {
  const scored = earlier
    .filter(({ card, at }) => card.startsWith('question:') && at <= now)
    .flatMap(({ at, scores }) => {
      const score = meanScore(scores);
      return score === null ? [] : [{ day: dayNumber(at, offsetAt), score }];
    });
  const last = Math.max(...scored.map(({ day }) => day));
  const before = meanOf(scored.filter(({ day }) => day === last).map(({ score }) => score));
  if (before === null) return undefined;
  const ago = dayNumber(now, offsetAt) - last;
  const day = ago === 0 ? 'earlier today' : pastDayText(dayName(last), ago);
  // Round the means the way readers see them.
  const by = Math.round(mean * 10) - Math.round(before * 10);
  if (by === 0) return `same as ${day}`;
  return `${by > 0 ? 'up' : 'down'} ${(Math.abs(by) / 10).toFixed(1)} since ${day}`;
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
