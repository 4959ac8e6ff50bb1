export type CriterionAnswer = 'yes' | 'no' | 'argue';

/**
 * The same for the third criterion, with the reason for a no: `one` for one specific output
 * instead of options, `lay` for software that is not for a health care professional.
 */
export type RecommendationAnswer = 'yes' | 'one' | 'lay' | 'argue';

/** Answers to the four criteria, in the order of the statute. */
export interface CdsAnswers {
  /** 1: acquires, processes, and analyzes no medical image, IVD signal, pattern, or signal. */
  readonly image: CriterionAnswer;
  /** 2: displays, analyzes, or prints medical information. */
  readonly information: CriterionAnswer;
  /** 3: supports or provides recommendations to a health care professional. */
  readonly recommendation: RecommendationAnswer;
  /** 4: the professional can independently review the basis and need not rely on it primarily. */
  readonly basis: CriterionAnswer;
}

/**
 * The outcome: `excluded` isn't a device under this exclusion; `discretion` is a device that FDA
 * does not intend to regulate; `open` depends on an argument; for `not-excluded`, the exclusion
 * does not apply, so it may be a device.
 */
export type CdsOutcome = 'excluded' | 'discretion' | 'open' | 'not-excluded';

/**
 * Whether decision support is outside the US definition of a device: section 520(o)(1)(E) of
 * the FD&C Act (21 U.S.C. 360j(o)(1)(E)) needs all four criteria. Enforcement discretion as in
 * FDA's guidance of January 2026: one specific output, only one recommendation clinically
 * appropriate, all other criteria met.
 */
export function cdsOutcome(answers: CdsAnswers, isOnlyOneAppropriate: boolean): CdsOutcome {
  const { recommendation } = answers;
  const others = [answers.image, answers.information, answers.basis];
  const isOneRefused = recommendation === 'one' && !isOnlyOneAppropriate;
  if (others.includes('no') || recommendation === 'lay' || isOneRefused) return 'not-excluded';
  if (others.includes('argue') || recommendation === 'argue') return 'open';
  return recommendation === 'one' ? 'discretion' : 'excluded';
}

export function agreedCriteria(some: CdsAnswers, others: CdsAnswers): number {
  const names = ['image', 'information', 'recommendation', 'basis'] as const;
  return names.filter((name) => some[name] === others[name]).length;
}
