import { requireWithin } from './check-number.ts';

/** z for a two-sided 95 percent confidence interval. */
export const z95 = 1.959963984540054;

/**
 * Returns Wilson's score interval for a proportion, without continuity correction. This is method 3
 * in Newcombe 1998 (Stat Med 17:857-872), which prefers it to the simple interval. Shares are from
 * 0 to 1.
 */
export function wilsonInterval(events: number, total: number) {
  requireWithin({ total }, 1, 1e12);
  requireWithin({ events }, 0, total);
  const share = events / total;
  const z2 = z95 * z95;
  const center = share + z2 / (2 * total);
  const spread = z95 * Math.sqrt((share * (1 - share)) / total + z2 / (4 * total * total));
  const scale = 1 + z2 / total;
  return {
    low: Math.max(0, (center - spread) / scale),
    high: Math.min(1, (center + spread) / scale),
  };
}

/**
 * Returns the upper 95 percent bound of a rate after `total` trials without an event, exact and
 * one-sided: 1 − 0.05^(1/n). The rule of three, 3/n, comes close to it (Hanley & Lippman-Hand, JAMA
 * 1983).
 */
export function upperBoundAfterNone(total: number): number {
  requireWithin({ total }, 1, 1e12);
  return 1 - 0.05 ** (1 / total);
}
