export type CriterionAnswer = 'yes' | 'no' | 'argue';

/**
 * The answer to the third criterion. Instead of a plain no, it gives the reason: `one` if the
 * software gives one specific output instead of options, or `lay` if it isn't for health care
 * professionals.
 */
export type RecommendationAnswer = 'yes' | 'one' | 'lay' | 'argue';

/** Answers to the four criteria, in the order of the statute. */
export interface CdsAnswers {
  /**
   * Criterion 1: doesn't acquire, process, or analyze a medical image, a signal from an in vitro
   * diagnostic device, or a pattern or signal from a signal acquisition system.
   */
  readonly image: CriterionAnswer;
  /** Criterion 2: displays, analyzes, or prints medical information. */
  readonly information: CriterionAnswer;
  /** Criterion 3: supports or provides recommendations to a health care professional. */
  readonly recommendation: RecommendationAnswer;
  /**
   * Criterion 4: the professional can review the basis independently and doesn't have to rely
   * primarily on the software.
   */
  readonly basis: CriterionAnswer;
}

/**
 * - `excluded`: the exclusion applies, so the software isn't a device.
 * - `discretion`: the software is a device, but FDA doesn't intend to regulate it.
 * - `open`: the outcome depends on an argument.
 * - `not-excluded`: the exclusion doesn't apply, so the software may be a device.
 */
export type CdsOutcome = 'excluded' | 'discretion' | 'open' | 'not-excluded';

/**
 * Decides whether decision support software is outside the US definition of a device. For that,
 * section 520(o)(1)(E) of the FD&C Act (21 U.S.C. 360j(o)(1)(E)) requires all four criteria. Under
 * FDA's guidance of January 2026, enforcement discretion applies if the software gives one specific
 * output, only one recommendation is clinically appropriate, and all other criteria are met.
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
