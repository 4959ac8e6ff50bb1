import {
  alertsPerTrueCase,
  expectedCounts,
  f1Score,
  negativePredictiveValue,
  positivePredictiveValue,
} from '../labs/classification.ts';
import { netBenefit, netBenefitOfTreatingAll } from '../labs/decision-curve.ts';
import { sampleSizeForSensitivity, sampleSizeForSpecificity } from '../labs/sample-size.ts';
import { number, percent } from './format.ts';
import type { MakeExample } from './worked-example.ts';

const ppvFormula =
  'PPV = sensitivity × prevalence ÷ (sensitivity × prevalence + (1 − specificity) × (1 − prevalence))';

export const ppvByPrevalence: MakeExample = () => ({
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
});

export const netBenefitOfAnAlert: MakeExample = () => ({
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
});

export const flagsPerThousandScans: MakeExample = () => ({
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
    const counts = expectedCounts({ sensitivity: 0.95, specificity: 0.85, prevalence }, 1000);
    const ppv = positivePredictiveValue(counts) ?? 0;
    return [
      percent(prevalence),
      number(counts.truePositives, 1),
      number(counts.falseNegatives, 1),
      number(counts.falsePositives, 0),
      percent(ppv),
      number(alertsPerTrueCase(ppv) ?? 0, 1),
    ];
  }),
  formula: ppvFormula,
});

const models = [
  { name: 'A', sensitivity: 0.95, specificity: 0.85 },
  { name: 'B', sensitivity: 0.88, specificity: 0.95 },
];

export const twoModelsTwoSettings: MakeExample = () => ({
  caption: '1,000 head CTs: model A (sensitivity 95%, specificity 85%) against model B (88%, 95%)',
  columns: [
    'Setting',
    'Model',
    'Found',
    'Not flagged',
    'False flags',
    'PPV',
    'Extra false flags for each extra bleed',
  ],
  rows: [
    { setting: 'Teleradiology, 2.7% bleeds', prevalence: 0.027 },
    { setting: 'Stroke center, 15% bleeds', prevalence: 0.15 },
  ].flatMap(({ setting, prevalence }) => {
    const [a, b] = models.map((model) =>
      expectedCounts(
        { sensitivity: model.sensitivity, specificity: model.specificity, prevalence },
        1000,
      ),
    );
    if (a === undefined || b === undefined) return [];
    const extra = (a.falsePositives - b.falsePositives) / (a.truePositives - b.truePositives);
    return [a, b].map((counts, index) => [
      setting,
      models[index]?.name ?? '',
      number(counts.truePositives, 1),
      number(counts.falseNegatives, 1),
      number(counts.falsePositives),
      percent(positivePredictiveValue(counts)),
      index === 0 ? number(extra) : '–',
    ]);
  }),
  formula:
    'Extra = (false flags of A − false flags of B) ÷ (bleeds found by A − bleeds found by B)',
});

export const sameModelThreeHospitals: MakeExample = () => ({
  caption:
    'The same pneumothorax model, sensitivity 90% and specificity 93%, 1,000 films in each hospital',
  columns: ['Hospital', 'Prevalence', 'Found', 'Missed', 'False flags', 'PPV'],
  rows: [
    ['Trauma center', 0.12],
    ['General hospital', 0.04],
    ['Outpatient clinic', 0.005],
  ].map(([name, prevalence]) => {
    const counts = expectedCounts(
      { sensitivity: 0.9, specificity: 0.93, prevalence: Number(prevalence) },
      1000,
    );
    return [
      String(name),
      percent(Number(prevalence)),
      number(counts.truePositives, 1),
      number(counts.falseNegatives, 1),
      number(counts.falsePositives),
      percent(positivePredictiveValue(counts)),
    ];
  }),
  formula: `${ppvFormula}; sensitivity and specificity held equal, which in practice they rarely are`,
});

export const alertsForOneTrueCase: MakeExample = () => ({
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
});

export const enrollmentByPrevalence: MakeExample = () => ({
  caption: 'Patients to enroll for a 95% interval of ± 5 points: sensitivity 90%, specificity 95%',
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
});
