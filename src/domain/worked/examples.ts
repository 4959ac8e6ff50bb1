import { cohensKappa, rawAgreement } from '../labs/agreement.ts';
import {
  alertsPerTrueCase,
  type ConfusionCounts,
  expectedCounts,
  f1Score,
  negativePredictiveValue,
  positivePredictiveValue,
} from '../labs/classification.ts';
import { breakEvenPerUser, breakEvenVolume, hoursPerYear, modelBytes } from '../labs/costs.ts';
import { netBenefit, netBenefitOfTreatingAll } from '../labs/decision-curve.ts';
import { expectedIndexWithoutDrift, populationStabilityIndex } from '../labs/drift.ts';
import { upperBoundAfterNone, wilsonInterval } from '../labs/intervals.ts';
import { rice } from '../labs/prioritization.ts';
import { meanReciprocalRank, ndcg } from '../labs/ranking.ts';
import { sampleSizeForSensitivity, sampleSizeForSpecificity } from '../labs/sample-size.ts';
import { dollars, number, percent } from './format.ts';

/** A table, computed with the tested functions of `src/domain/labs`. */
interface WorkedExample {
  /** The calculation and its inputs. */
  readonly caption: string;
  /** Headings; the first column names the row. */
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
  /** In words that a reader can follow on paper. */
  readonly formula: string;
}

const ppvFormula =
  'PPV = sensitivity × prevalence ÷ (sensitivity × prevalence + (1 − specificity) × (1 − prevalence))';

const modelA = { sensitivity: 0.95, specificity: 0.85 };
const modelB = { sensitivity: 0.88, specificity: 0.95 };

function countCells(counts: ConfusionCounts): string[] {
  return [
    number(counts.truePositives, 1),
    number(counts.falseNegatives, 1),
    number(counts.falsePositives),
    percent(positivePredictiveValue(counts)),
  ];
}

function sensitivityRow(group: string, found: number, total: number): string[] {
  const { low, high } = wilsonInterval(found, total);
  return [
    group,
    `${number(found)} of ${number(total)}`,
    percent(found / total),
    `${percent(low)} to ${percent(high)}`,
  ];
}

const settings = [
  ['Teleradiology, 2.7% bleeds', 0.027],
  ['Stroke center, 15% bleeds', 0.15],
] as const;

const hospitals = [
  ['Trauma center', 0.12],
  ['General hospital', 0.04],
  ['Outpatient clinic', 0.005],
] as const;

/** Models by their number of weights. */
const sizes = [
  ['Small image classifier', 5e6],
  ['Usual image classifier', 25e6],
  ['Clinical text encoder', 110e6],
  ['Small language model', 4e9],
] as const;

/** How often a finding is seen by both readers, by one of them (each way), by none. */
const films = [
  ['Common', 92, 8, 92],
  ['Uncommon', 20, 8, 164],
  ['Rare', 4, 8, 180],
] as const;

const examples: Readonly<Record<string, () => WorkedExample>> = {
  'ppv-by-prevalence': () => ({
    caption: 'One test, 10,000 people: sensitivity 90%, specificity 95%',
    columns: ['Prevalence', 'Found', 'Missed', 'False flags', 'PPV (precision)', 'NPV', 'F1'],
    rows: [0.001, 0.01, 0.1, 0.2, 0.5].map((prevalence) => {
      const counts = expectedCounts({ sensitivity: 0.9, specificity: 0.95, prevalence }, 10_000);
      return [
        percent(prevalence),
        number(counts.truePositives),
        number(counts.falseNegatives),
        number(counts.falsePositives),
        percent(positivePredictiveValue(counts)),
        percent(negativePredictiveValue(counts), 2),
        number(f1Score(counts) ?? 0, 2),
      ];
    }),
    formula: ppvFormula,
  }),

  'net-benefit-of-an-alert': () => ({
    caption:
      '1,000 patients, 100 of them with the condition; an alert finds 80 and raises 150 false alarms',
    columns: [
      'Threshold probability',
      'False alarms accepted for each true one',
      'Alert',
      'Treat everybody',
      'Treat nobody',
    ],
    rows: [0.05, 0.1, 0.2, 0.3].map((threshold) => [
      percent(threshold, 0),
      number((1 - threshold) / threshold, 1),
      number(netBenefit(80, 150, 1000, threshold), 3),
      number(netBenefitOfTreatingAll(0.1, threshold), 3),
      number(0, 3),
    ]),
    formula: 'Net benefit = TP ÷ N − FP ÷ N × threshold ÷ (1 − threshold), counts held fixed',
  }),

  'flags-per-1000-scans': () => ({
    caption: '1,000 head CTs at sensitivity 95% and specificity 85%',
    columns: [
      'Bleeds among scans',
      'True flags',
      'Missed',
      'False flags',
      'PPV',
      'Flags for each bleed found',
    ],
    rows: [0.01, 0.027, 0.05, 0.15].map((prevalence) => {
      const counts = expectedCounts({ ...modelA, prevalence }, 1000);
      const alerts = alertsPerTrueCase(positivePredictiveValue(counts) ?? 0) ?? 0;
      return [percent(prevalence), ...countCells(counts), number(alerts, 1)];
    }),
    formula: ppvFormula,
  }),

  'two-models-two-settings': () => ({
    caption:
      '1,000 head CTs: model A (sensitivity 95%, specificity 85%) against model B (88%, 95%)',
    columns: [
      'Setting',
      'Model',
      'Found',
      'Not flagged',
      'False flags',
      'PPV',
      'Extra false flags for each extra bleed',
    ],
    rows: settings.flatMap(([setting, prevalence]) => {
      const a = expectedCounts({ ...modelA, prevalence }, 1000);
      const b = expectedCounts({ ...modelB, prevalence }, 1000);
      const extra = (a.falsePositives - b.falsePositives) / (a.truePositives - b.truePositives);
      return [a, b].map((counts) => [
        setting,
        counts === a ? 'A' : 'B',
        ...countCells(counts),
        counts === a ? number(extra) : '–',
      ]);
    }),
    formula:
      'Extra = (false flags of A − false flags of B) ÷ (bleeds found by A − bleeds found by B)',
  }),

  'same-model-three-hospitals': () => ({
    caption:
      'The same pneumothorax model, sensitivity 90% and specificity 93%, 1,000 films in each hospital',
    columns: ['Hospital', 'Prevalence', 'Found', 'Missed', 'False flags', 'PPV'],
    rows: hospitals.map(([name, prevalence]) => {
      const counts = expectedCounts({ sensitivity: 0.9, specificity: 0.93, prevalence }, 1000);
      return [name, percent(prevalence), ...countCells(counts)];
    }),
    formula: `${ppvFormula}; sensitivity and specificity held equal, which in practice they rarely are`,
  }),

  'alerts-for-one-true-case': () => ({
    caption: 'What precision means on a hospital floor: 20 alerts in a shift, 4 minutes for each',
    columns: [
      'PPV',
      'Alerts for each true case',
      'True alerts in the shift',
      'Minutes on false alerts',
    ],
    rows: [0.05, 0.13, 0.26, 0.5].map((ppv) => [
      percent(ppv, 0),
      number(alertsPerTrueCase(ppv) ?? 0, 1),
      number(20 * ppv, 1),
      number(20 * (1 - ppv) * 4),
    ]),
    formula: 'Alerts for each true case = 1 ÷ PPV; minutes = alerts × (1 − PPV) × minutes for each',
  }),

  'enrollment-by-prevalence': () => ({
    caption:
      'Patients to enroll for a 95% interval of ± 5 points: sensitivity 90%, specificity 95%',
    columns: [
      'Prevalence',
      'With the condition',
      'Enroll for sensitivity',
      'Enroll for specificity',
      'Enroll (the larger)',
    ],
    rows: [0.02, 0.05, 0.1, 0.3].map((prevalence) => {
      const forSensitivity = sampleSizeForSensitivity(0.9, 0.05, prevalence);
      const forSpecificity = sampleSizeForSpecificity(0.95, 0.05, prevalence);
      return [
        percent(prevalence, 0),
        number(forSensitivity.cases),
        number(forSensitivity.enrolled),
        number(forSpecificity.enrolled),
        number(Math.max(forSensitivity.enrolled, forSpecificity.enrolled)),
      ];
    }),
    formula:
      'n = z² × Se × (1 − Se) ÷ W², then ÷ prevalence (Buderer 1996); for specificity ÷ (1 − prevalence)',
  }),

  'api-or-own-server': () => {
    const perNote = 0.02;
    const fixed = 9000;
    const threshold = breakEvenVolume(fixed, perNote) ?? 0;
    return {
      caption: `Three years of discharge summaries: an API at ${dollars(perNote * 1000)} per 1,000 notes, or your own server at ${dollars(fixed)} a month (illustration)`,
      columns: ['Notes a month', 'API, three years', 'Your server, three years', 'Cheaper'],
      rows: [20_000, 100_000, threshold, 1_000_000].map((notes) => {
        const api = notes * perNote * 36;
        const own = fixed * 36;
        const cheaper = api === own ? 'equal' : api < own ? 'API' : 'your server';
        return [number(notes), dollars(api), dollars(own), cheaper];
      }),
      formula:
        'Break-even volume = fixed cost a month ÷ price of a note; evaluation and integration cost the same on both sides',
    };
  },

  'rice-with-half-the-reach': () => {
    const requests = [
      ['Merge duplicate alerts (nurses)', 600, 2, 0.5, 4],
      ['Readmissions dashboard (executives)', 40, 2, 0.8, 2],
      ['New device feed (engineering)', 250, 1, 0.8, 3],
    ] as const;
    return {
      caption:
        'RICE for three requests in one quarter, and again with inputs halved (illustration)',
      columns: [
        'Request',
        'Reach',
        'Impact',
        'Confidence',
        'Effort (person-months)',
        'RICE',
        'With half the reach',
        'And half the impact',
      ],
      rows: requests.map(([name, reach, impact, confidence, effort]) => {
        const score = (share: number, impactShare = 1): string =>
          number(rice({ reach: reach * share, impact: impact * impactShare, confidence, effort }));
        return [
          name,
          number(reach),
          number(impact, 1),
          percent(confidence, 0),
          number(effort),
          score(1),
          score(0.5),
          score(0.5, 0.5),
        ];
      }),
      formula:
        'RICE = reach in the period × impact × confidence ÷ effort; a legal or safety duty is a gate, not a row',
    };
  },

  'six-month-break-even': () => ({
    caption:
      '100 seats at $300 a month, $60,000 once: what each regular user must bring in a month to pay back in six',
    columns: [
      'Regular users',
      'Needed for each, a month',
      'From published billing ($167 gross)',
      'Still to find',
    ],
    rows: [100, 70, 50, 35].map((activeUsers) => {
      const plan = { seats: 100, seatPrice: 300, oneOff: 60_000, activeUsers, months: 6 };
      const needed = breakEvenPerUser(plan);
      return [number(activeUsers), dollars(needed), dollars(167), dollars(needed - 167)];
    }),
    formula: `Needed = (seats × price + one-off ÷ 6) ÷ regular users. 16 minutes per 8 scheduled hours, over 220 such days, are ${number(hoursPerYear(16, 220))} hours a year: not cash by themselves`,
  }),

  'quantized-sizes': () => ({
    caption: 'Size of the weights alone, in megabytes (1 MB = 1,000,000 bytes)',
    columns: ['Model', 'Weights', '32-bit', '16-bit', '8-bit', '4-bit'],
    rows: sizes.map(([name, parameters]) => [
      name,
      Intl.NumberFormat('en-US', { notation: 'compact', compactDisplay: 'long' }).format(
        parameters,
      ),
      ...[32, 16, 8, 4].map((bits) => number(modelBytes(parameters, bits) / 1e6)),
    ]),
    formula: 'Bytes = weights × bits ÷ 8; activations, scales, and the runtime come on top',
  }),

  'calls-and-chance': () => ({
    caption:
      '80 discharges a day, 10 of whom come back within 30 days; the team can call some of them (illustration)',
    columns: [
      'Calls a day',
      'Reached by chance',
      'Needed for a precision of 33%',
      'Share of the 10 then reached',
    ],
    rows: [6, 12, 24].map((calls) => {
      const hits = Math.min(10, calls / 3);
      return [number(calls), number((calls * 10) / 80, 2), number(hits, 1), percent(hits / 10, 0)];
    }),
    formula: 'By chance = calls × returning ÷ discharges; precision = hits ÷ calls',
  }),

  'clean-notes-bound': () => ({
    caption: 'Notes read without one major hallucination, and what that rules out',
    columns: [
      'Clean notes',
      'Rate still possible (95%)',
      'Rule of three, 3 ÷ n',
      'Bad notes in 10,000 it allows',
    ],
    rows: [50, 100, 300, 1000, 3000].map((notes) => [
      number(notes),
      percent(upperBoundAfterNone(notes), 2),
      percent(3 / notes, 2),
      number(10_000 * upperBoundAfterNone(notes)),
    ]),
    formula: 'Upper bound = 1 − 0.05^(1 ÷ n), one-sided 95%',
  }),

  'emergencies-without-a-miss': () => ({
    caption: 'Scripted emergencies passed without a miss, and the miss rate that is still possible',
    columns: [
      'Emergencies tested',
      'Miss rate still possible (95%)',
      'Misses in 5,000 such messages',
    ],
    rows: [30, 100, 300, 1000].map((tested) => [
      number(tested),
      percent(upperBoundAfterNone(tested), 2),
      number(5000 * upperBoundAfterNone(tested)),
    ]),
    formula: 'Upper bound = 1 − 0.05^(1 ÷ n), one-sided 95%; for messages like those tested',
  }),

  'subgroup-intervals': () => ({
    caption: 'Sensitivity of a fracture model by group, with 95% intervals (illustration)',
    columns: ['Group', 'Found', 'Sensitivity', 'Interval'],
    rows: [
      sensitivityRow('All patients', 558, 600),
      sensitivityRow('Children under six', 52, 64),
      sensitivityRow('Everyone else', 506, 536),
      sensitivityRow('Children under six, ten times the data', 520, 640),
    ],
    formula: 'Wilson’s interval: it stays inside 0 to 100% and holds for small groups',
  }),

  'fairness-gate': () => ({
    caption: 'A gate on missed cases: sensitivity by group, with 95% intervals (illustration)',
    columns: ['Group', 'Found', 'Sensitivity', 'Interval'],
    rows: [
      sensitivityRow('Lighter skin', 172, 195),
      sensitivityRow('Darker skin', 78, 110),
      ['Equal opportunity difference', '–', percent(172 / 195 - 78 / 110), '–'],
      sensitivityRow('A group of 12, not shown', 9, 12),
    ],
    formula:
      'Equal opportunity difference = largest − smallest sensitivity; Wilson’s interval for each group',
  }),

  'kappa-and-prevalence': () => ({
    caption: 'Two readers, 200 films: nearly the same agreement, very different kappa',
    columns: ['Finding', 'Both present', 'Split', 'Both absent', 'Agreement', 'Cohen’s kappa'],
    rows: films.map(([finding, both, split, absent]) => {
      const table = [
        [both, split],
        [split, absent],
      ];
      return [
        finding,
        number(both),
        number(2 * split),
        number(absent),
        percent(rawAgreement(table), 0),
        number(cohensKappa(table) ?? 0, 2),
      ];
    }),
    formula: 'kappa = (observed − expected agreement) ÷ (1 − expected agreement)',
  }),

  'psi-without-drift': () => {
    const before = [50, 80, 120, 150, 200, 160, 110, 70, 40, 20];
    const after = [30, 55, 95, 130, 190, 175, 135, 95, 60, 35];
    const shift = number(populationStabilityIndex(before, after), 3);
    return {
      caption:
        'Two samples of equal size in ten bins: the index expected without any drift, and that of a real shift',
      columns: [
        'Cases in each sample',
        'Index expected without drift',
        'Against the custom of 0.10',
      ],
      rows: [
        ...[100, 200, 500, 1000, 10_000].map((cases) => {
          const index = expectedIndexWithoutDrift(10, cases, cases);
          return [
            number(cases),
            number(index, 3),
            index > 0.1 ? 'above on average' : 'below on average',
          ];
        }),
        ['1,000, scores shifted by a new unit', shift, 'a real shift, and still below'],
      ],
      formula:
        'Index = Σ (after − before) × ln(after ÷ before); without drift about (bins − 1) × (1 ÷ N + 1 ÷ M)',
    };
  },

  'mrr-and-ndcg': () => ({
    caption: 'Three queries and one graded list, measured three ways',
    columns: ['What is measured', 'Input', 'Value'],
    rows: [
      [
        'MRR',
        'first right passage at rank 1, rank 3, never',
        number(meanReciprocalRank([1, 3, undefined]), 3),
      ],
      [
        'MRR, the third query fixed',
        'rank 1, rank 3, rank 10',
        number(meanReciprocalRank([1, 3, 10]), 3),
      ],
      ['NDCG, linear gain', 'grades in rank order 3, 0, 2', number(ndcg([3, 0, 2], 'linear'), 3)],
      [
        'NDCG, exponential gain',
        'grades in rank order 3, 0, 2',
        number(ndcg([3, 0, 2], 'exponential'), 3),
      ],
    ],
    formula:
      'MRR = mean of 1 ÷ rank of the first right hit; NDCG = DCG ÷ DCG of the best order, log2 discount',
  }),

  'entity-or-token': () => {
    const entity = { truePositives: 70, falsePositives: 20, falseNegatives: 30 };
    return {
      caption: 'A drug extractor on 100 drug mentions in 5,000 words (illustration)',
      columns: ['Measure', 'Computed from', 'Value'],
      rows: [
        [
          'Token accuracy',
          '4,930 of 5,000 words labeled right, most of them “no entity”',
          percent(4930 / 5000),
        ],
        ['Entity precision', '70 of 90 predicted mentions exact', percent(70 / 90)],
        ['Entity recall', '70 of 100 true mentions exact', percent(70 / 100)],
        ['Entity F1', 'precision and recall together', percent(f1Score(entity))],
      ],
      formula:
        'F1 = 2 TP ÷ (2 TP + FP + FN), a mention counts only if its span and its type are right',
    };
  },
};

/** Every worked example by the id that pages use: `<Worked id="…" />`. */
export const workedExamples: ReadonlyMap<string, () => WorkedExample> = new Map(
  Object.entries(examples),
);
