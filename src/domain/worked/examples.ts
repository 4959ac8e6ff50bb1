import { cohensKappa, rawAgreement } from '../labs/agreement.ts';
import {
  alertsPerTrueCase,
  type ConfusionCounts,
  expectedCounts,
  f1Score,
  negativePredictiveValue,
  netBenefit,
  netBenefitOfTreatingAll,
  positivePredictiveValue,
} from '../labs/classification.ts';
import { breakEvenPerUser, breakEvenVolume, hoursPerYear, modelBytes } from '../labs/costs.ts';
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

/** A row for each item; a column is its heading and what it writes for an item. */
function table<Item>(
  items: readonly Item[],
  columns: Readonly<Record<string, (item: Item) => string>>,
): Pick<WorkedExample, 'columns' | 'rows'> {
  const cells = Object.values(columns);
  return {
    columns: Object.keys(columns),
    rows: items.map((item) => cells.map((cell) => cell(item))),
  };
}

const ppvFormula =
  'PPV = sensitivity × prevalence ÷ (sensitivity × prevalence + (1 − specificity) × (1 − prevalence))';

const modelA = { sensitivity: 0.95, specificity: 0.85 };
const modelB = { sensitivity: 0.88, specificity: 0.95 };

/** Columns of expected counts. */
const counted = {
  Missed: ({ falseNegatives }: ConfusionCounts) => number(falseNegatives, 1),
  'False flags': ({ falsePositives }: ConfusionCounts) => number(falsePositives),
  PPV: (counts: ConfusionCounts) => percent(positivePredictiveValue(counts)),
};
const found = ({ truePositives }: ConfusionCounts): string => number(truePositives, 1);

type GroupResult = readonly [group: string, hits: number, total: number];
const shareFound = ([, hits, total]: GroupResult): number => hits / total;

/** Sensitivity by group, with 95% intervals. */
const bySensitivity = {
  Group: ([group]: GroupResult) => group,
  Found: ([, hits, total]: GroupResult) => `${number(hits)} of ${number(total)}`,
  Sensitivity: (group: GroupResult) => percent(shareFound(group)),
  Interval: ([, hits, total]: GroupResult) => {
    const { low, high } = wilsonInterval(hits, total);
    return `${percent(low)} to ${percent(high)}`;
  },
};

const examples: Readonly<Record<string, () => WorkedExample>> = {
  'ppv-by-prevalence': () => ({
    caption: 'One test, 10,000 people: sensitivity 90%, specificity 95%',
    ...table(
      [0.001, 0.01, 0.1, 0.2, 0.5].map((prevalence) => {
        const test = { sensitivity: 0.9, specificity: 0.95, prevalence };
        return { prevalence, ...expectedCounts(test, 10_000) };
      }),
      {
        Prevalence: ({ prevalence }) => percent(prevalence),
        Found: ({ truePositives }) => number(truePositives),
        Missed: ({ falseNegatives }) => number(falseNegatives),
        'False flags': ({ falsePositives }) => number(falsePositives),
        'PPV (precision)': (counts) => percent(positivePredictiveValue(counts)),
        NPV: (counts) => percent(negativePredictiveValue(counts), 2),
        F1: (counts) => number(f1Score(counts) ?? 0, 2),
      },
    ),
    formula: ppvFormula,
  }),

  'net-benefit-of-an-alert': () => ({
    caption:
      '1,000 patients, 100 of them with the condition; an alert finds 80 and raises 150 false alarms',
    ...table([0.05, 0.1, 0.2, 0.3], {
      'Threshold probability': (threshold) => percent(threshold, 0),
      'False alarms accepted for each true alarm': (threshold) =>
        number((1 - threshold) / threshold, 1),
      Alert: (threshold) => number(netBenefit(80, 150, 1000, threshold), 3),
      'Treat everyone': (threshold) => number(netBenefitOfTreatingAll(0.1, threshold), 3),
      'Treat no one': () => number(0, 3),
    }),
    formula: 'Net benefit = TP ÷ N − FP ÷ N × threshold ÷ (1 − threshold), counts held fixed',
  }),

  'flags-per-1000-scans': () => ({
    caption: '1,000 head CTs at sensitivity 95% and specificity 85%',
    ...table(
      [0.01, 0.027, 0.05, 0.15].map((prevalence) => {
        return { prevalence, ...expectedCounts({ ...modelA, prevalence }, 1000) };
      }),
      {
        'Bleeds among scans': ({ prevalence }) => percent(prevalence),
        'True flags': found,
        ...counted,
        'Flags for each bleed found': (counts) =>
          number(alertsPerTrueCase(positivePredictiveValue(counts) ?? 0) ?? 0, 1),
      },
    ),
    formula: ppvFormula,
  }),

  'two-models-two-settings': () => ({
    caption:
      '1,000 head CTs: model A (sensitivity 95%, specificity 85%) against model B (88%, 95%)',
    ...table(
      [
        { setting: 'Teleradiology, 2.7% bleeds', prevalence: 0.027 },
        { setting: 'Stroke center, 15% bleeds', prevalence: 0.15 },
      ].flatMap(({ setting, prevalence }) => {
        const byA = expectedCounts({ ...modelA, prevalence }, 1000);
        const byB = expectedCounts({ ...modelB, prevalence }, 1000);
        const more = byA.falsePositives - byB.falsePositives;
        const extra = number(more / (byA.truePositives - byB.truePositives));
        return [
          { setting, model: 'A', extra, ...byA },
          { setting, model: 'B', extra: '–', ...byB },
        ];
      }),
      {
        Setting: ({ setting }) => setting,
        Model: ({ model }) => model,
        Found: found,
        'Not flagged': counted.Missed,
        'False flags': counted['False flags'],
        PPV: counted.PPV,
        'Extra false flags for each extra bleed': ({ extra }) => extra,
      },
    ),
    formula:
      'Extra = (false flags of A − false flags of B) ÷ (bleeds found by A − bleeds found by B)',
  }),

  'same-model-three-hospitals': () => ({
    caption:
      'The same pneumothorax model, sensitivity 90% and specificity 93%, 1,000 films at each hospital',
    ...table(
      [
        { hospital: 'Trauma center', prevalence: 0.12 },
        { hospital: 'General hospital', prevalence: 0.04 },
        { hospital: 'Outpatient clinic', prevalence: 0.005 },
      ].map(({ hospital, prevalence }) => {
        const test = { sensitivity: 0.9, specificity: 0.93, prevalence };
        return { hospital, prevalence, ...expectedCounts(test, 1000) };
      }),
      {
        Hospital: ({ hospital }) => hospital,
        Prevalence: ({ prevalence }) => percent(prevalence),
        Found: found,
        ...counted,
      },
    ),
    formula: `${ppvFormula}; sensitivity and specificity are assumed to be the same everywhere, which is rare in practice`,
  }),

  'alerts-for-one-true-case': () => ({
    caption: 'What precision means on a hospital floor: 20 alerts in a shift, 4 minutes each',
    ...table([0.05, 0.13, 0.26, 0.5], {
      PPV: (ppv) => percent(ppv, 0),
      'Alerts for each true case': (ppv) => number(alertsPerTrueCase(ppv) ?? 0, 1),
      'True alerts in the shift': (ppv) => number(20 * ppv, 1),
      'Minutes on false alerts': (ppv) => number(20 * (1 - ppv) * 4),
    }),
    formula:
      'Alerts for each true case = 1 ÷ PPV; minutes = alerts × (1 − PPV) × minutes per alert',
  }),

  'enrollment-by-prevalence': () => ({
    caption:
      'Patients to enroll for a 95% interval of ± 5 points: sensitivity 90%, specificity 95%',
    ...table(
      [0.02, 0.05, 0.1, 0.3].map((prevalence) => ({
        prevalence,
        ill: sampleSizeForSensitivity(0.9, 0.05, prevalence),
        well: sampleSizeForSpecificity(0.95, 0.05, prevalence),
      })),
      {
        Prevalence: ({ prevalence }) => percent(prevalence, 0),
        'With the condition': ({ ill }) => number(ill.cases),
        'Enroll for sensitivity': ({ ill }) => number(ill.enrolled),
        'Enroll for specificity': ({ well }) => number(well.enrolled),
        'Enroll (the larger number)': ({ ill, well }) =>
          number(Math.max(ill.enrolled, well.enrolled)),
      },
    ),
    formula:
      'n = z² × Se × (1 − Se) ÷ W², then ÷ prevalence (Buderer 1996); for specificity, ÷ (1 − prevalence)',
  }),

  'api-or-own-server': () => {
    const [perNote, perNoteOnEndpoint] = [0.02, 0.012];
    const fixed = 9000;
    const threshold = breakEvenVolume(fixed, perNote) ?? 0;
    const thresholdOnEndpoint = breakEvenVolume(fixed, perNoteOnEndpoint) ?? 0;
    return {
      caption: `Three years of discharge summaries: an API at ${dollars(perNote * 1000)} per 1,000 notes, an open model on a managed endpoint at ${dollars(perNoteOnEndpoint * 1000)}, or your own server at ${dollars(fixed)} a month (illustrative)`,
      ...table([20_000, 100_000, threshold, thresholdOnEndpoint, 1_000_000], {
        'Notes a month': (notes) => number(notes),
        'API, three years': (notes) => dollars(notes * perNote * 36),
        'Managed endpoint, three years': (notes) => dollars(notes * perNoteOnEndpoint * 36),
        'Your server, three years': () => dollars(fixed * 36),
      }),
      formula:
        'Break-even volume = fixed cost per month ÷ price per note; evaluation and integration cost the same everywhere',
    };
  },

  'rice-with-half-the-reach': () => ({
    caption:
      'RICE for three requests in one quarter, and again with only the alerts’ inputs halved (illustrative)',
    ...table(
      (
        [
          ['Merge duplicate alerts (nurses)', 600, 2, 0.5, 4, 0.5],
          ['New device feed (engineering)', 250, 1, 0.8, 3, 1],
          ['Readmissions dashboard (executives)', 40, 2, 0.8, 2, 1],
        ] as const
      ).map(([request, reach, impact, confidence, effort, share]) => {
        const score = (reachShare: number, impactShare = 1): string =>
          number(
            rice({ reach: reach * reachShare, impact: impact * impactShare, confidence, effort }),
          );
        return { request, reach, impact, confidence, effort, share, score };
      }),
      {
        Request: ({ request }) => request,
        Reach: ({ reach }) => number(reach),
        Impact: ({ impact }) => number(impact, 1),
        Confidence: ({ confidence }) => percent(confidence, 0),
        'Effort (person-months)': ({ effort }) => number(effort),
        RICE: ({ score }) => score(1),
        'If the alerts reach half as many': ({ score, share }) => score(share),
        'and have half the impact, too': ({ score, share }) => score(share, share),
      },
    ),
    formula:
      'RICE = reach in the period × impact × confidence ÷ effort; a legal duty or a hazard you can’t accept is a gate, not a row',
  }),

  'six-month-break-even': () => {
    const seats = 100;
    const needed = (months: number, oneOff = 60_000): number =>
      breakEvenPerUser({ seats, seatPrice: 300, oneOff, activeUsers: seats, months });
    return {
      caption:
        '100 seats at $300 a month, $60,000 once: what each seat must bring in per month, and what is left after published billing ($167 gross, averaged over everyone with access)',
      ...table(
        [
          { name: 'in 6 months', perSeat: needed(6) },
          { name: 'in 12 months', perSeat: needed(12) },
          { name: 'in 36 months', perSeat: needed(36) },
          { name: 'License only, one-time cost already paid', perSeat: needed(1, 0) },
        ],
        {
          'To pay back': ({ name }) => name,
          'Needed per seat per month': ({ perSeat }) => dollars(perSeat),
          'Left after $167': ({ perSeat }) => dollars(perSeat - 167),
          'Contracts that must end, per month': ({ perSeat }) => dollars(seats * (perSeat - 167)),
        },
      ),
      formula: `Needed = license + one-time cost ÷ seats ÷ months. 16 minutes per 8 scheduled hours, over 220 such days, come to ${number(hoursPerYear(16, 220))} hours a year, which is not cash by itself`,
    };
  },

  'quantized-sizes': () => {
    const size = (weights: number, bits: number) => number(modelBytes(weights, bits) / 1e6);
    const long = { notation: 'compact', compactDisplay: 'long' } as const;
    return {
      caption: 'Size of the weights alone, in megabytes (1 MB = 1,000,000 bytes)',
      ...table<readonly [model: string, weights: number]>(
        [
          ['Small image classifier', 5e6],
          ['Typical image classifier', 25e6],
          ['Clinical text encoder', 110e6],
          ['Small language model', 4e9],
        ],
        {
          Model: ([model]) => model,
          Weights: ([, weights]) => weights.toLocaleString('en-US', long),
          '32-bit': ([, weights]) => size(weights, 32),
          '16-bit': ([, weights]) => size(weights, 16),
          '8-bit': ([, weights]) => size(weights, 8),
          '4-bit': ([, weights]) => size(weights, 4),
        },
      ),
      formula: 'Bytes = weights × bits ÷ 8; excluding activations, scales, and the runtime',
    };
  },

  'calls-and-chance': () => {
    const [discharges, returning] = [80, 10];
    const hits = (calls: number): number => Math.min(returning, calls / 3);
    return {
      caption:
        '80 patients discharged a day, 10 of whom come back within 30 days; the team can call some of the 80 (illustrative)',
      ...table([6, 12, 24], {
        'Calls a day': (calls) => number(calls),
        'Reached by chance': (calls) => number((calls * returning) / discharges, 2),
        'Needed for a precision of 33%': (calls) => number(hits(calls), 1),
        'Share of the 10 reached at 33%': (calls) => percent(hits(calls) / returning, 0),
      }),
      formula: 'Reached by chance = calls × patients who return ÷ patients discharged. Precision = hits ÷ calls.',
    };
  },

  'clean-notes-bound': () => ({
    caption: 'Notes read without a single major hallucination, and what that rules out',
    ...table([50, 100, 300, 1000, 3000], {
      'Clean notes': (notes) => number(notes),
      'Rate still possible (95%)': (notes) => percent(upperBoundAfterNone(notes), 2),
      'Rule of three, 3 ÷ n': (notes) => percent(3 / notes, 2),
      'Bad notes still possible in 10,000': (notes) => number(10_000 * upperBoundAfterNone(notes)),
    }),
    formula: 'Upper bound = 1 − 0.05^(1 ÷ n), one-sided 95%',
  }),

  'emergencies-without-a-miss': () => ({
    caption: 'Scripted emergencies passed without a miss, and the miss rate that is still possible',
    ...table([30, 100, 300, 1000], {
      'Emergencies tested': (tested) => number(tested),
      'Miss rate still possible (95%)': (tested) => percent(upperBoundAfterNone(tested), 2),
      'Misses in 1,000 such emergencies': (tested) => number(1000 * upperBoundAfterNone(tested)),
    }),
    formula: 'Upper bound = 1 − 0.05^(1 ÷ n), one-sided 95%; for messages like those tested',
  }),

  'subgroup-intervals': () => ({
    caption: 'Sensitivity of a fracture model by group, with 95% intervals (illustrative)',
    ...table<GroupResult>(
      [
        ['All patients', 558, 600],
        ['Children under six', 52, 64],
        ['Everyone else', 506, 536],
        ['Children under six, ten times the data', 520, 640],
      ],
      bySensitivity,
    ),
    formula: 'The Wilson interval stays between 0 and 100% and works for small groups',
  }),

  'fairness-gate': () => {
    const lighter = ['Lighter skin', 172, 195] as const;
    const darker = ['Darker skin', 78, 110] as const;
    const small = ['Tone not recorded, too few to pass', 9, 12] as const;
    const { columns, rows } = table([lighter, darker, small], bySensitivity);
    const difference = percent(shareFound(lighter) - shareFound(darker));
    return {
      caption: 'A gate on missed cases: sensitivity by group, with 95% intervals (illustrative)',
      columns,
      rows: rows.toSpliced(2, 0, ['Equal opportunity difference', '–', difference, '–']),
      formula:
        'Equal opportunity difference = largest − smallest sensitivity; Wilson interval for each group',
    };
  },

  'kappa-and-prevalence': () => {
    // Films that only one reader calls present, and as many that only the other does.
    const split = 8;
    const ratings = ({ both, absent }: { both: number; absent: number }) => [
      [both, split],
      [split, absent],
    ];
    return {
      caption: 'Two readers, 200 films: the same agreement, very different kappas',
      ...table(
        [
          { finding: 'Common', both: 92, absent: 92 },
          { finding: 'Uncommon', both: 20, absent: 164 },
          { finding: 'Rare', both: 4, absent: 180 },
        ],
        {
          Finding: ({ finding }) => finding,
          'Both present': ({ both }) => number(both),
          Split: () => number(2 * split),
          'Both absent': ({ absent }) => number(absent),
          Agreement: (films) => percent(rawAgreement(ratings(films)), 0),
          'Cohen’s kappa': (films) => number(cohensKappa(ratings(films)) ?? 0, 2),
        },
      ),
      formula: 'kappa = (observed − expected agreement) ÷ (1 − expected agreement)',
    };
  },

  'psi-without-drift': () => {
    const before = [50, 80, 120, 150, 200, 160, 110, 70, 40, 20];
    const after = [30, 55, 95, 130, 190, 175, 135, 95, 60, 35];
    const shift = number(populationStabilityIndex(before, after), 3);
    const index = (cases: number): number => expectedIndexWithoutDrift(10, cases, cases);
    const { columns, rows } = table([100, 200, 500, 1000, 10_000], {
      'Cases in each sample': (cases) => number(cases),
      'Index expected without drift': (cases) => number(index(cases), 3),
      'Against the customary 0.10': (cases) =>
        index(cases) > 0.1 ? 'above on average' : 'below on average',
    });
    return {
      caption:
        'Two samples of equal size in ten bins: the index expected without any drift, and the index of a real shift',
      columns,
      rows: [
        ...rows,
        [
          '1,000, with scores shifted by a new hospital unit',
          shift,
          'a real shift, yet below the 0.10 limit',
        ],
      ],
      formula:
        'Index = Σ (after − before) × ln(after ÷ before); without drift, about (bins − 1) × (1 ÷ N + 1 ÷ M)',
    };
  },

  'mrr-and-ndcg': () => ({
    caption: 'Three queries and one graded list, measured three ways',
    columns: ['What is measured', 'Input', 'Value'],
    rows: [
      [
        'MRR',
        'first relevant passage at rank 1, rank 3, never',
        number(meanReciprocalRank([1, 3, undefined]), 3),
      ],
      [
        'MRR with the third query fixed',
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
      'MRR = mean of 1 ÷ rank of the first relevant hit; NDCG = DCG ÷ DCG of the best order, log2 discount',
  }),

  'entity-or-token': () => {
    const entity = { truePositives: 70, falsePositives: 20, falseNegatives: 30 };
    return {
      caption: 'A drug extractor on 100 drug mentions in 5,000 words (illustrative)',
      columns: ['Measure', 'Computed from', 'Value'],
      rows: [
        [
          'Token accuracy',
          '4,930 of 5,000 words labeled correctly, most of them “no entity”',
          percent(4930 / 5000),
        ],
        ['Entity precision', '70 of 90 predicted mentions exact', percent(70 / 90)],
        ['Entity recall', '70 of 100 true mentions exact', percent(70 / 100)],
        ['Entity F1', 'precision and recall together', percent(f1Score(entity))],
      ],
      formula:
        'F1 = 2 TP ÷ (2 TP + FP + FN); a mention counts only if its span and its type are right',
    };
  },
};

/** Every worked example by the id that pages use: `<Worked id="…" />`. */
export const workedExamples: ReadonlyMap<string, () => WorkedExample> = new Map(
  Object.entries(examples),
);
