import { requireWithin } from './check-number.ts';
import { normalCumulative } from './normal.ts';

/**
 * The binormal model of ROC curves: scores are normally distributed in both well and ill patients,
 * with the same standard deviation (above 0).
 */
export type Binormal = Readonly<Record<'well' | 'ill' | 'deviation', number>>;

/** Rates at one threshold, as shares from 0 to 1. */
export type Rates = ReturnType<typeof ratesAt>;

/** Returns the sensitivity and specificity if every score of `cutoff` or higher raises an alert. */
export function ratesAt(cutoff: number, { well, ill, deviation }: Binormal) {
  requireWithin({ 'standard deviation': deviation }, 1e-9, 1e9);
  return {
    sensitivity: normalCumulative((ill - cutoff) / deviation),
    specificity: normalCumulative((cutoff - well) / deviation),
  };
}

/** Returns the area under the ROC curve: Φ((ill − well) / (√2 × deviation)). */
export function areaUnderCurve({ well, ill, deviation }: Binormal): number {
  requireWithin({ 'standard deviation': deviation }, 1e-9, 1e9);
  return normalCumulative((ill - well) / (Math.SQRT2 * deviation));
}
