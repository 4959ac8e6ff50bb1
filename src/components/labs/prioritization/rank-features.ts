import { ice, rankByScore, rice, weightedScore } from '../../../domain/labs/prioritization.ts';
import { type Estimate, type Feature, features, inRiceUnits, outOfTen } from './features.ts';

/** The three methods, in the order of scores and ranks. */
export const methods = ['RICE', 'ICE', 'Weighted'] as const;

/** Weights of the criteria beside safety: shares of what safety leaves. */
const shares = { impact: 0.4, reach: 0.3, ease: 0.3 };

/** A feature with its scores and ranks by each method. */
export interface RankedFeature {
  readonly feature: Feature;
  readonly scores: readonly number[];
  readonly ranks: readonly number[];
}

/** How patient safety counts. */
export interface SafetyRule {
  /** Fixes for a harm go first and aren't scored. */
  readonly isGate: boolean;
  /** Weight of safety in percent; 0 with a gate. */
  readonly weight: number;
}

/** The weights of weighted scoring in percent. */
export function weightsOf({ weight }: SafetyRule) {
  const rest = 100 - weight;
  return {
    impact: rest * shares.impact,
    reach: rest * shares.reach,
    ease: rest * shares.ease,
    safety: weight,
  };
}

/** The features that are scored, in the order of their letters. */
export function rankFeatures(estimates: readonly Estimate[], rule: SafetyRule): RankedFeature[] {
  const scored = features.flatMap((feature, at) => {
    const estimate = estimates[at];
    return estimate && isScored(feature, rule)
      ? [{ feature, scores: scoresOf(feature, estimate, rule) }]
      : [];
  });
  const ranks = methods.map((_, method) =>
    rankByScore(scored.map(({ scores }) => scores[method] ?? 0)),
  );
  return scored.map((entry, at) => ({ ...entry, ranks: ranks.map((list) => list[at] ?? 0) }));
}

/** Whether a feature competes at all. */
export function isScored({ isSafetyFix }: Feature, { isGate }: SafetyRule): boolean {
  return !(isGate && isSafetyFix);
}

function scoresOf(feature: Feature, estimate: Estimate, rule: SafetyRule): number[] {
  const ten = outOfTen(estimate);
  const weights = weightsOf(rule);
  return [
    rice(inRiceUnits(estimate)),
    ice(ten),
    weightedScore([
      { score: ten.impact, weight: weights.impact },
      { score: ten.reach, weight: weights.reach },
      { score: ten.ease, weight: weights.ease },
      { score: feature.safety, weight: weights.safety },
    ]),
  ];
}
