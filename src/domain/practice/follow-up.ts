import type { Score } from '../progress/records.ts';
import type { StudyQuestion } from './study-data.ts';

export interface AnsweredQuestion {
  readonly scores: readonly Score[];
  /** Indexes of the hint's points that a typed answer missed. */
  readonly missing: readonly number[];
  readonly practiced: ReadonlySet<number>;
}

/**
 * Returns the follow-up that an interviewer would ask first: preferably one that tests a criterion
 * with the lowest score (unless that is a 5), or else one that tests a missed point. If several are
 * equally good, prefers one that hasn't been practiced. In the result, `because` is what it tests
 * (undefined if neither reason applies), and `place` is its index. Returns undefined if the
 * question has no follow-ups.
 */
export function fittingFollowUp(
  { probes, criteria, points }: Pick<StudyQuestion, 'probes' | 'criteria' | 'points'>,
  { scores, missing, practiced }: AnsweredQuestion,
) {
  const lowest = Math.min(...scores.filter((score) => score !== null));
  const low = scores.flatMap((score, place) => (score === lowest && lowest < 5 ? [place] : []));
  const subjectOf = (tests: string | undefined): { rank: number; because: string | undefined } => {
    const [kind, number] = tests?.split(' ') ?? [];
    const place = Number(number) - 1;
    if (kind === 'criterion' && low.includes(place)) {
      return { rank: 0, because: criteria[place]?.criterion };
    }
    if (kind === 'hint' && missing.includes(place)) return { rank: 1, because: points[place] };
    return { rank: 2, because: undefined };
  };
  const [first] = probes
    .map(({ ask, reply, tests }, place) => ({ place, ask, reply, ...subjectOf(tests) }))
    .sort(
      (a, b) => a.rank - b.rank || Number(practiced.has(a.place)) - Number(practiced.has(b.place)),
    );
  if (first === undefined) return undefined;
  const { rank: _, ...followUp } = first;
  return followUp;
}
