import { folded, isUnchanged, slider, type Values } from '../../../domain/labs/control.ts';
import { wilsonInterval } from '../../../domain/labs/intervals.ts';
import {
  type SampleSize,
  sampleSizeForSensitivity,
  sampleSizeForSpecificity,
} from '../../../domain/labs/sample-size.ts';
import { number, percent } from '../../../domain/worked/format.ts';
import { type Markup, markup } from '../../markup.ts';
import { axis, drawing, keys, linePath, scale, series } from '../draw.ts';
import { between, type Lab, type LabView, numberOf, shareOf } from '../lab.ts';

const controls = [
  slider('prevalence', 'Prevalence among those you enroll', [0.5, 90, 0.1], 5, '%', {
    isLog: true,
  }),
  slider('within', 'Half-width of the 95% interval', [1, 15, 0.5], 5, 'points'),
  ...folded(
    slider('sensitivity', 'Sensitivity you expect', [50, 99, 1], 90, '%'),
    slider('specificity', 'Specificity you expect', [50, 99, 1], 95, '%'),
  ),
];

/** Parameters of the study; shares from 0 to 1. */
type Plan = ReturnType<typeof planOf>;

function planOf(values: Values) {
  return {
    sensitivity: shareOf(values, 'sensitivity'),
    specificity: shareOf(values, 'specificity'),
    halfWidth: shareOf(values, 'within'),
    prevalence: shareOf(values, 'prevalence'),
  };
}

/** For sensitivity, and for specificity. */
function sizesOf(plan: Plan): readonly [ill: SampleSize, well: SampleSize] {
  return [
    sampleSizeForSensitivity(plan.sensitivity, plan.halfWidth, plan.prevalence),
    sampleSizeForSpecificity(plan.specificity, plan.halfWidth, plan.prevalence),
  ];
}

const enrolledOf = (values: Values): number =>
  Math.max(...sizesOf(planOf(values)).map(({ enrolled }) => enrolled));

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
          'Patients measured',
          `${number(ill.cases)} with the condition`,
          `${number(well.cases)} without it`,
        ],
        ['Enroll', number(ill.enrolled), number(well.enrolled)],
        [
          'Enroll, rounded once at the end, as in Buderer’s example',
          number(ill.enrolledRoundedOnce),
          number(well.enrolledRoundedOnce),
        ],
        [
          'Wilson interval, if results are as expected',
          wilson(plan.sensitivity, ill.cases),
          wilson(plan.specificity, well.cases),
        ],
      ],
    },
  };
}

function inWords({ prevalence }: Plan, ill: SampleSize, well: SampleSize): string {
  const rate = `at ${Number((100 * prevalence).toFixed(1))}% prevalence`;
  const [more, less, who, by, other] =
    ill.enrolled >= well.enrolled
      ? [ill, well, 'with', 'sensitivity', 'specificity']
      : [well, ill, 'without', 'specificity', 'sensitivity'];
  return `Enroll ${number(more.enrolled)}: ${rate}, that includes ${number(more.cases)} patients ${who} the condition, enough to measure ${by}. For ${other} alone, ${number(less.enrolled)} would be enough.`;
}

/** Near 100% the formula's interval would pass 100%, and its count is too small. */
function warning({ sensitivity, specificity, halfWidth }: Plan): string {
  return Math.max(sensitivity, specificity) + halfWidth > 1.0001
    ? ' Here the interval goes past 100%, so this formula gives too few patients.'
    : '';
}

function wilson(expected: number, cases: number): string {
  const { low, high } = wilsonInterval(Math.round(expected * cases), cases);
  return `${percent(low)} to ${percent(high)}`;
}

const [left, right, bottom] = [60, 574, 240];

function enrollmentCurve(plan: Plan, ill: SampleSize, well: SampleSize): Markup {
  const sizes = series(31, (step) => {
    const prevalence = 0.005 * 180 ** (step / 30);
    return { prevalence, enrolled: sizesOf({ ...plan, prevalence }).map((one) => one.enrolled) };
  });
  const all = sizes.flatMap(({ enrolled }) => enrolled);
  const decades = range(Math.min(...all), Math.max(...all));
  const toX = scale([Math.log10(0.005), Math.log10(0.9)], [left, right]);
  const toY = scale([decades[0] ?? 0, decades.at(-1) ?? 1], [bottom, 20]);
  const x = (prevalence: number): number => toX(Math.log10(prevalence));
  const y = (patients: number): number => toY(Math.log10(patients));
  const line = (which: 0 | 1): string =>
    linePath(sizes.map((one) => [x(one.prevalence), y(one.enrolled[which] ?? 1)] as const));
  const larger = Math.max(ill.enrolled, well.enrolled);
  const here = x(plan.prevalence);
  return markup`<div class="wide">${drawing(
    [600, 268],
    `Patients to enroll by prevalence: ${number(larger)} at ${percent(plan.prevalence)}`,
    markup`<g class="axis">${decades.map((decade) => markup`<path d="M${left} ${toY(decade)}H${right}" stroke-dasharray="2 4"/><text x="${left - 6}" y="${toY(decade) + 5}" text-anchor="end">${power(decade)}</text>`)}</g>`,
    markup`<path class="line-a" d="${line(0)}"/><path class="line-b" stroke-dasharray="8 4" d="${line(1)}"/>`,
    markup`<path class="mark" d="M${here} ${bottom}V${y(larger)}"/><circle class="dot" cx="${here}" cy="${y(larger)}" r="6"/>`,
    axis([0.005, 0.02, 0.1, 0.3, 0.9], x, bottom, (tick) => percent(tick, tick < 0.01 ? 1 : 0)),
  )}${keys(['line-a', 'for sensitivity'], ['line-b dashed', 'for specificity'], ['dot', 'your plan'])}</div>`;
}

function power(exponent: number): string {
  const [unit, less] = exponent >= 6 ? ['M', 6] : exponent >= 3 ? ['k', 3] : ['', 0];
  return `${number(10 ** (exponent - less))}${unit}`;
}

/** Powers of ten around two numbers. */
function range(low: number, high: number): number[] {
  const first = Math.floor(Math.log10(low));
  const last = Math.max(first + 1, Math.ceil(Math.log10(high)));
  return series(last - first + 1, (at) => first + at);
}

const intervals = [46, 33, 25, 19, 15, 12, 10]
  .map((half, index) => {
    const x = 32 + index * 40;
    return `<path class="${index === 6 ? 'line' : 'dim'}" d="M${x} ${104 - half}v${2 * half}m-6 0h12m0-${2 * half}h-12"/>`;
  })
  .join('');

export const lab: Lab = {
  id: 'sample-size',
  title: 'Enroll enough patients',
  aliases: ['sample size', 'how many patients', 'confidence interval'],
  theme: 'accuracy',
  still: {
    value: '±5 points',
    unit: 'of sensitivity',
    question: 'How many patients must you enroll?',
    drawing: `<path class="dim" stroke-dasharray="3 4" d="M20 104H300"/>${intervals}`,
  },
  guess: {
    ...between([50, 50_000, 10], (count) => `${number(count)} patients`, true),
    question:
      'You want to show a sensitivity of 90%, give or take 5 points. Five patients in 100 have the condition. How many must you enroll?',
    label: 'Patients to enroll',
    truth: 2780,
    near: 500,
    because:
      'the interval needs 139 patients with the condition, and only one in 20 of those you enroll has it.',
  },
  controls,
  view,
  challenges: [
    {
      task: 'You can enroll 1,000. Keep ±5 points, and find a prevalence at which 1,000 is enough.',
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
  misconception: 'A thousand patients is plenty, whatever the condition.',
  say: 'The interval sets how many patients with the condition I need. Prevalence sets how many I must enroll to find them.',
  questions: ['x75', 'nb9', 'd3b'],
  sources: ['buderer-sample-size-1996', 'scipy-proportion-ci'],
};
