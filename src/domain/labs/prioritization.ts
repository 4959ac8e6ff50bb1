import { requireWithin } from './check-number.ts';

/**
 * Inputs in RICE's own units. Reach is for one period. Impact is 3 for massive, 2 for high, 1 for
 * medium, 0.5 for low, and 0.25 for minimal. Confidence is from 0 to 1. Effort is in person-months
 * and above 0.
 */
export type RiceInputs = Readonly<Record<'reach' | 'impact' | 'confidence' | 'effort', number>>;

/** Returns the RICE score: reach × impact × confidence ÷ effort (Intercom, 2016). */
export function rice({ reach, impact, confidence, effort }: RiceInputs): number {
  requireWithin({ reach }, 0, 1e12);
  requireWithin({ impact }, 0, 3);
  requireWithin({ confidence }, 0, 1);
  requireWithin({ effort }, 0.01, 1e6);
  return (reach * impact * confidence) / effort;
}

/**
 * Returns the ICE score, the mean of impact, confidence, and ease (not effort), each from 1 to 10.
 * This is how Sean Ellis defines it in "Hacking Growth" (Ellis and Brown 2017, chapter 6). Other
 * authors multiply the three.
 */
export function ice(inputs: Readonly<Record<'impact' | 'confidence' | 'ease', number>>): number {
  requireWithin(inputs, 1, 10);
  return (inputs.impact + inputs.confidence + inputs.ease) / 3;
}

/** @throws RangeError if all weights are 0, or if a value is out of bounds */
export function weightedScore(criteria: readonly Readonly<Record<'score' | 'weight', number>>[]) {
  let [sum, weights] = [0, 0];
  for (const { score, weight } of criteria) {
    requireWithin({ score }, -1e6, 1e6);
    requireWithin({ weight }, 0, 1e6);
    sum += score * weight;
    weights += weight;
  }
  requireWithin({ 'sum of the weights': weights }, 1e-9, 1e9);
  return sum / weights;
}

/**
 * Returns the ranks of scores: 1 for the highest score, and so on. Ties keep the order of the list.
 */
export function rankByScore(scores: readonly number[]): number[] {
  const order = scores.map((_, index) => index);
  order.sort((a, b) => (scores[b] ?? 0) - (scores[a] ?? 0) || a - b);
  return scores.map((_, index) => order.indexOf(index) + 1);
}
