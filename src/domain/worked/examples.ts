import {
  alertsForOneTrueCase,
  enrollmentByPrevalence,
  flagsPerThousandScans,
  netBenefitOfAnAlert,
  ppvByPrevalence,
  sameModelThreeHospitals,
  twoModelsTwoSettings,
} from './accuracy-examples.ts';
import {
  apiOrOwnServer,
  callsAndChance,
  quantizedSizes,
  riceWithHalfTheReach,
  sixMonthBreakEven,
} from './cost-examples.ts';
import {
  cleanNotesBound,
  emergenciesWithoutAMiss,
  entityOrToken,
  fairnessGate,
  kappaAndPrevalence,
  mrrAndNdcg,
  psiWithoutDrift,
  subgroupIntervals,
} from './evaluation-examples.ts';
import type { MakeExample } from './worked-example.ts';

/** Every worked example by the id that pages use: `<Worked id="…" />`. */
export const workedExamples: ReadonlyMap<string, MakeExample> = new Map(
  Object.entries({
    'alerts-for-one-true-case': alertsForOneTrueCase,
    'api-or-own-server': apiOrOwnServer,
    'calls-and-chance': callsAndChance,
    'clean-notes-bound': cleanNotesBound,
    'emergencies-without-a-miss': emergenciesWithoutAMiss,
    'enrollment-by-prevalence': enrollmentByPrevalence,
    'entity-or-token': entityOrToken,
    'fairness-gate': fairnessGate,
    'flags-per-1000-scans': flagsPerThousandScans,
    'kappa-and-prevalence': kappaAndPrevalence,
    'mrr-and-ndcg': mrrAndNdcg,
    'net-benefit-of-an-alert': netBenefitOfAnAlert,
    'ppv-by-prevalence': ppvByPrevalence,
    'psi-without-drift': psiWithoutDrift,
    'quantized-sizes': quantizedSizes,
    'rice-with-half-the-reach': riceWithHalfTheReach,
    'same-model-three-hospitals': sameModelThreeHospitals,
    'six-month-break-even': sixMonthBreakEven,
    'subgroup-intervals': subgroupIntervals,
    'two-models-two-settings': twoModelsTwoSettings,
  }),
);
