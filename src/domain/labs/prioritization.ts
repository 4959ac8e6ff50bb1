import { requireWithin } from './check-number.ts';

/** What RICE asks of a request, in its own units. */
export interface RiceInputs {
  /** People affected in one period. */
  readonly reach: number;
  /** 3 massive, 2 high, 1 medium, 0.5 low, 0.25 minimal. */
  readonly impact: number;
  /** Share from 0 to 1. */
  readonly confidence: number;
  /** Person-months, above 0. */
  readonly effort: number;
}

/** RICE = reach × impact × confidence ÷ effort (Intercom, 2016). */
export function rice({ reach, impact, confidence, effort }: RiceInputs): number {
  requireWithin('reach', reach, 0, 1e12);
  requireWithin('impact', impact, 0, 3);
  requireWithin('confidence', confidence, 0, 1);
  requireWithin('effort', effort, 0.01, 1e6);
  return (reach * impact * confidence) / effort;
}
