import { type Control, isUnchanged, type Values } from '../../../domain/labs/control.ts';
import { wilsonInterval } from '../../../domain/labs/intervals.ts';
import {
  type SampleSize,
  sampleSizeForSensitivity,
  sampleSizeForSpecificity,
} from '../../../domain/labs/sample-size.ts';
import { number, percent } from '../../../domain/worked/format.ts';
import { type Lab, type LabView, numberOf } from '../lab.ts';
import { enrollmentCurve, type Plan } from './curve.ts';

const share = { kind: 'number', min: 50, max: 99, step: 1, unit: '%' } as const;
const controls: readonly Control[] = [
  {
    ...share,
    name: 'prevalence',
    label: 'Prevalence among those you enroll',
    min: 0.5,
    max: 90,
    step: 0.1,
    initial: 5,
    isLog: true,
  },
  {
    ...share,
    name: 'within',
    label: 'Half-width of the 95% interval',
    min: 1,
    max: 15,
    step: 0.5,
    initial: 5,
    unit: 'points',
  },
  { ...share, name: 'sensitivity', label: 'Sensitivity you expect', initial: 90, isMore: true },
  { ...share, name: 'specificity', label: 'Specificity you expect', initial: 95, isMore: true },
];

function planOf(values: Values): Plan {
  return {
    sensitivity: numberOf(values, 'sensitivity') / 100,
    specificity: numberOf(values, 'specificity') / 100,
    halfWidth: numberOf(values, 'within') / 100,
    prevalence: numberOf(values, 'prevalence') / 100,
  };
}

function sizesOf(plan: Plan): readonly [ill: SampleSize, well: SampleSize] {
  return [
    sampleSizeForSensitivity(plan.sensitivity, plan.halfWidth, plan.prevalence),
    sampleSizeForSpecificity(plan.specificity, plan.halfWidth, plan.prevalence),
  ];
}

function enrolledOf(values: Values): number {
  return Math.max(...sizesOf(planOf(values)).map(({ enrolled }) => enrolled));
}

function view(values: Values): LabView {
  const plan = planOf(values);
  const [ill, well] = sizesOf(plan);
  return {
    value: number(Math.max(ill.enrolled, well.enrolled)),
    unit: 'patients to enroll',
    result: `${inWords(plan, ill, well)}${warning(plan)}`,
    figure: enrollmentCurve(plan, ill, well),
    table: {
      caption: `Patients for ± ${number(100 * plan.halfWidth, 1)} points at a prevalence of ${percent(plan.prevalence)}`,
      columns: ['Measure', 'For sensitivity', 'For specificity'],
      rows: [
        ['Expected', percent(plan.sensitivity, 0), percent(plan.specificity, 0)],
        [
          'Patients in the measurement',
          `${number(ill.cases)} with the condition`,
          `${number(well.cases)} without it`,
        ],
        ['Enroll', number(ill.enrolled), number(well.enrolled)],
        [
          'Enroll, rounded once at the end as in Buderer’s example',
          number(ill.enrolledRoundedOnce),
          number(well.enrolledRoundedOnce),
        ],
        [
          'Wilson’s interval, if everything goes as expected',
          wilson(plan.sensitivity, ill.cases),
          wilson(plan.specificity, well.cases),
        ],
      ],
    },
  };
}

function inWords({ prevalence }: Plan, ill: SampleSize, well: SampleSize): string {
  const rate = `at ${Number((100 * prevalence).toFixed(1))}% prevalence`;
  return ill.enrolled >= well.enrolled
    ? `Enroll ${number(ill.enrolled)}: ${rate} they bring the ${number(ill.cases)} patients with the condition that sensitivity is measured on. For specificity alone, ${number(well.enrolled)} would do.`
    : `Enroll ${number(well.enrolled)}: ${rate} they bring the ${number(well.cases)} patients without the condition that specificity is measured on. For sensitivity alone, ${number(ill.enrolled)} would do.`;
}

/** Near 100% the formula's interval would pass 100%, and its count is too small. */
function warning({ sensitivity, specificity, halfWidth }: Plan): string {
  return Math.max(sensitivity, specificity) + halfWidth > 1.0001
    ? ' If the interval would pass 100%, this formula asks for too few patients.'
    : '';
}

function wilson(expected: number, cases: number): string {
  const { low, high } = wilsonInterval(Math.round(expected * cases), cases);
  return `${percent(low)} to ${percent(high)}`;
}

/** How many patients an interval takes, and how many more if the condition is rare. */
export const lab: Lab = {
  id: 'sample-size',
  title: 'Enroll enough patients',
  theme: 'accuracy',
  guess: {
    kind: 'slider',
    question:
      'You want to show a sensitivity of 90%, give or take 5 points. Five patients in 100 have the condition. How many must you enroll?',
    label: 'Patients to enroll',
    min: 50,
    max: 50_000,
    step: 10,
    isLog: true,
    write: (count) => `${number(count)} patients`,
    truth: 2780,
    near: 500,
    because:
      'the interval takes 139 patients with the condition, and only one in 20 of those you enroll has it.',
  },
  controls,
  view,
  challenges: [
    {
      task: 'You can enroll 1,000. Keep ±5 points, and find a prevalence at which 1,000 are enough.',
      isMet: (values) => isUnchanged(controls, values, 'prevalence') && enrolledOf(values) <= 1000,
      solution: { prevalence: 14 },
    },
    {
      task: 'You can enroll 1,000 at 5% prevalence. Find the narrowest interval that you can promise.',
      isMet: (values) =>
        isUnchanged(controls, values, 'within') &&
        enrolledOf(values) <= 1000 &&
        numberOf(values, 'within') <= 8.5,
      solution: { within: 8.5 },
    },
  ],
  misconception: 'A thousand patients are plenty, whatever the condition.',
  say: 'The interval sets how many patients with the condition I need. Prevalence sets how many I must enroll to find them.',
  questions: ['x75', 'nb9', 'd3b'],
  sources: ['buderer-sample-size-1996', 'scipy-proportion-ci'],
};
