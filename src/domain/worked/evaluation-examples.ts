import { cohensKappa, rawAgreement } from '../labs/agreement.ts';
import { f1Score } from '../labs/classification.ts';
import { expectedIndexWithoutDrift, populationStabilityIndex } from '../labs/drift.ts';
import { upperBoundAfterNone, wilsonInterval } from '../labs/intervals.ts';
import { meanReciprocalRank, ndcg } from '../labs/ranking.ts';
import { number, percent } from './format.ts';
import type { MakeExample } from './worked-example.ts';

export const cleanNotesBound: MakeExample = () => ({
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
});

export const emergenciesWithoutAMiss: MakeExample = () => ({
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
});

function sensitivityRow(group: string, found: number, total: number): string[] {
  const { low, high } = wilsonInterval(found, total);
  return [
    group,
    `${number(found)} of ${number(total)}`,
    percent(found / total),
    `${percent(low)} to ${percent(high)}`,
  ];
}

export const subgroupIntervals: MakeExample = () => ({
  caption: 'Sensitivity of a fracture model by group, with 95% intervals (illustration)',
  columns: ['Group', 'Found', 'Sensitivity', 'Interval'],
  rows: [
    sensitivityRow('All patients', 558, 600),
    sensitivityRow('Children under six', 52, 64),
    sensitivityRow('Everyone else', 506, 536),
    sensitivityRow('Children under six, ten times the data', 520, 640),
  ],
  formula: 'Wilson’s interval: it stays inside 0 to 100% and holds for small groups',
});

export const fairnessGate: MakeExample = () => {
  const before = [
    { group: 'Lighter skin', found: 172, total: 195 },
    { group: 'Darker skin', found: 78, total: 110 },
  ];
  const shares = before.map(({ found, total }) => found / total);
  return {
    caption: 'A gate on missed cases: sensitivity by group, with 95% intervals (illustration)',
    columns: ['Group', 'Found', 'Sensitivity', 'Interval'],
    rows: [
      ...before.map(({ group, found, total }) => sensitivityRow(group, found, total)),
      [
        'Equal opportunity difference',
        '–',
        percent(Math.max(...shares) - Math.min(...shares)),
        '–',
      ],
      sensitivityRow('A group of 12, not shown', 9, 12),
    ],
    formula:
      'Equal opportunity difference = largest − smallest sensitivity; Wilson’s interval for each group',
  };
};

export const kappaAndPrevalence: MakeExample = () => ({
  caption: 'Two readers, 200 films: the same agreement, very different kappa',
  columns: ['Finding', 'Both present', 'Split', 'Both absent', 'Agreement', 'Cohen’s kappa'],
  rows: [
    { finding: 'Common', both: 92, split: 8, absent: 92 },
    { finding: 'Uncommon', both: 20, split: 8, absent: 164 },
    { finding: 'Rare', both: 4, split: 8, absent: 180 },
  ].map(({ finding, both, split, absent }) => {
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
});

export const psiWithoutDrift: MakeExample = () => {
  const before = [50, 80, 120, 150, 200, 160, 110, 70, 40, 20];
  const after = [30, 55, 95, 130, 190, 175, 135, 95, 60, 35];
  const shift = number(populationStabilityIndex(before, after), 3);
  return {
    caption:
      'Two samples of equal size in ten bins: the index expected without any drift, and that of a real shift',
    columns: ['Cases in each sample', 'Index expected without drift', 'Against the custom of 0.10'],
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
};

export const mrrAndNdcg: MakeExample = () => ({
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
});

export const entityOrToken: MakeExample = () => {
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
};
