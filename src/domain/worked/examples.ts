import { example as alertsForOneTrueCase } from './examples/alerts-for-one-true-case.ts';
import { example as apiOrOwnServer } from './examples/api-or-own-server.ts';
import { example as callsAndChance } from './examples/calls-and-chance.ts';
import { example as cleanNotesBound } from './examples/clean-notes-bound.ts';
import { example as emergenciesWithoutAMiss } from './examples/emergencies-without-a-miss.ts';
import { example as enrollmentByPrevalence } from './examples/enrollment-by-prevalence.ts';
import { example as entityOrToken } from './examples/entity-or-token.ts';
import { example as fairnessGate } from './examples/fairness-gate.ts';
import { example as flagsPer1000Scans } from './examples/flags-per-1000-scans.ts';
import { example as kappaAndPrevalence } from './examples/kappa-and-prevalence.ts';
import { example as mrrAndNdcg } from './examples/mrr-and-ndcg.ts';
import { example as netBenefitOfAnAlert } from './examples/net-benefit-of-an-alert.ts';
import { example as ppvByPrevalence } from './examples/ppv-by-prevalence.ts';
import { example as psiWithoutDrift } from './examples/psi-without-drift.ts';
import { example as quantizedSizes } from './examples/quantized-sizes.ts';
import { example as riceWithHalfTheReach } from './examples/rice-with-half-the-reach.ts';
import { example as sameModelThreeHospitals } from './examples/same-model-three-hospitals.ts';
import { example as sixMonthBreakEven } from './examples/six-month-break-even.ts';
import { example as subgroupIntervals } from './examples/subgroup-intervals.ts';
import { example as twoModelsTwoSettings } from './examples/two-models-two-settings.ts';
import type { WorkedExample } from './table.ts';

/** The worked examples, by the ids that pages use in `<Worked id="…" />`. */
export const workedExamples: ReadonlyMap<string, WorkedExample> = new Map(
  Object.entries({
    'ppv-by-prevalence': ppvByPrevalence,
    'net-benefit-of-an-alert': netBenefitOfAnAlert,
    'flags-per-1000-scans': flagsPer1000Scans,
    'two-models-two-settings': twoModelsTwoSettings,
    'same-model-three-hospitals': sameModelThreeHospitals,
    'alerts-for-one-true-case': alertsForOneTrueCase,
    'enrollment-by-prevalence': enrollmentByPrevalence,
    'api-or-own-server': apiOrOwnServer,
    'rice-with-half-the-reach': riceWithHalfTheReach,
    'six-month-break-even': sixMonthBreakEven,
    'quantized-sizes': quantizedSizes,
    'calls-and-chance': callsAndChance,
    'clean-notes-bound': cleanNotesBound,
    'emergencies-without-a-miss': emergenciesWithoutAMiss,
    'subgroup-intervals': subgroupIntervals,
    'fairness-gate': fairnessGate,
    'kappa-and-prevalence': kappaAndPrevalence,
    'psi-without-drift': psiWithoutDrift,
    'mrr-and-ndcg': mrrAndNdcg,
    'entity-or-token': entityOrToken,
  }),
);
