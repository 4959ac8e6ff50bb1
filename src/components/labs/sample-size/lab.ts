import type { Control, Values } from '../../../domain/labs/control.ts';
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
    step: 0.5,
    initial: 5,
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
  { ...share, name: 'sensitivity', label: 'Sensitivity you expect', initial: 90 },
  { ...share, name: 'specificity', label: 'Specificity you expect', initial: 95 },
];

function view(values: Values): LabView {
  const plan: Plan = {
    sensitivity: numberOf(values, 'sensitivity') / 100,
    specificity: numberOf(values, 'specificity') / 100,
    halfWidth: numberOf(values, 'within') / 100,
    prevalence: numberOf(values, 'prevalence') / 100,
  };
  const ill = sampleSizeForSensitivity(plan.sensitivity, plan.halfWidth, plan.prevalence);
  const well = sampleSizeForSpecificity(plan.specificity, plan.halfWidth, plan.prevalence);
  return {
    result: `${inWords(plan, ill, well)}${warning(plan)}`,
    figure: enrollmentCurve(plan, ill, well),
    table: {
      caption: `Patients for ± ${number(100 * plan.halfWidth, 1)} points at a prevalence of ${percent(plan.prevalence)}`,
      columns: ['Measure', 'For sensitivity', 'For specificity'],
      rows: [
        ['Expected', percent(plan.sensitivity, 0), percent(plan.specificity, 0)],
        [
          'Patients it is measured on',
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
          'Wilson’s interval, if all goes as expected',
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
    ? ' An interval that would pass 100% is beyond this formula, which then asks for too few.'
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
  task: 'Lower the prevalence and watch how many you must enroll for the same interval. Then halve the interval.',
  controls,
  view,
  say: 'The interval decides how many patients with the condition I need, the prevalence how many I must enroll to find them; showing that the device beats a goal is a separate power calculation.',
  questions: ['x75', 'nb9', 'd3b'],
  sources: ['buderer-sample-size-1996', 'scipy-proportion-ci'],
};
