import type { Values } from '../../../domain/labs/control.ts';
import { wilsonInterval } from '../../../domain/labs/intervals.ts';
import { shortNumber } from '../../../domain/labs/lab-text.ts';
import {
  type SampleSize,
  sampleSizeForSensitivity,
  sampleSizeForSpecificity,
} from '../../../domain/labs/sample-size.ts';
import { number, percent } from '../../../domain/worked/format.ts';
import { type Markup, markup } from '../../markup.ts';
import { axis, chart, levels, linePath, scale, series } from '../draw.ts';
import { type LabCode, numberOf, type Say, shareOf } from '../lab.ts';

/** Shares are from 0 to 1. */
type Plan = ReturnType<typeof planOf>;

function planOf(values: Values) {
  return {
    sensitivity: shareOf(values, 'sensitivity'),
    specificity: shareOf(values, 'specificity'),
    halfWidth: shareOf(values, 'within'),
    prevalence: shareOf(values, 'prevalence'),
  };
}

function sizesOf(plan: Plan): readonly [ill: SampleSize, well: SampleSize] {
  return [
    sampleSizeForSensitivity(plan.sensitivity, plan.halfWidth, plan.prevalence),
    sampleSizeForSpecificity(plan.specificity, plan.halfWidth, plan.prevalence),
  ];
}

export const view: LabCode['view'] = (values, { say }) => {
  const plan = planOf(values);
  const [ill, well] = sizesOf(plan);
  const enrolled = Math.max(ill.enrolled, well.enrolled);
  const within = numberOf(values, 'within');
  return {
    value: number(enrolled),
    unit: say('unit'),
    result: `${inWords(plan, ill, well, say)}${isPast100(plan) ? say('warning') : ''}`,
    measures: { enrolled, within },
    figure: enrollmentCurve(plan, enrolled, say),
    parts: {
      ...{ ...plan, within, ill: ill.cases, well: well.cases },
      ...{ enrollIll: ill.enrolled, enrollWell: well.enrolled },
      ...{ onceIll: ill.enrolledRoundedOnce, onceWell: well.enrolledRoundedOnce },
      wilsonIll: wilson(plan.sensitivity, ill.cases),
      wilsonWell: wilson(plan.specificity, well.cases),
    },
  };
};

function inWords({ prevalence }: Plan, ill: SampleSize, well: SampleSize, say: Say): string {
  const [more, less, who, by, other] =
    ill.enrolled >= well.enrolled
      ? [ill, well, 'with', 'sensitivity', 'specificity']
      : [well, ill, 'without', 'specificity', 'sensitivity'];
  const at = say('at', { n: 100 * prevalence });
  const { enrolled, cases } = more;
  return say('result', { enrolled, prevalence: at, cases, who, by, other, less: less.enrolled });
}

/**
 * True if the interval from the formula would go past 100%. In that case, the sample size is too
 * small.
 */
function isPast100({ sensitivity, specificity, halfWidth }: Plan): boolean {
  return Math.max(sensitivity, specificity) + halfWidth > 1.0001;
}

function wilson(expected: number, cases: number): string {
  const { low, high } = wilsonInterval(Math.round(expected * cases), cases);
  return `${percent(low)} to ${percent(high)}`;
}

const [left, right, bottom] = [60, 574, 240];

function enrollmentCurve(plan: Plan, enrolled: number, say: Say): Markup {
  const sizes = series(31, (step) => {
    const prevalence = 0.005 * 180 ** (step / 30);
    return { prevalence, enrolled: sizesOf({ ...plan, prevalence }).map((one) => one.enrolled) };
  });
  const all = sizes.flatMap((one) => one.enrolled);
  const first = Math.floor(Math.log10(Math.min(...all)));
  const last = Math.max(first + 1, Math.ceil(Math.log10(Math.max(...all))));
  const toX = scale([Math.log10(0.005), Math.log10(0.9)], [left, right]);
  const toY = scale([first, last], [bottom, 20]);
  const x = (prevalence: number): number => toX(Math.log10(prevalence));
  const y = (patients: number): number => toY(Math.log10(patients));
  const line = (which: 0 | 1): string =>
    linePath(sizes.map((one) => [x(one.prevalence), y(one.enrolled[which] ?? 1)] as const));
  const here = x(plan.prevalence);
  return chart(
    [600, 268],
    {
      label: say('picture', { enrolled, prevalence: percent(plan.prevalence) }),
      keys: [
        ['line-a', 'for sensitivity'],
        ['line-b dashed', 'for specificity'],
        ['dot', 'your plan'],
      ],
    },
    levels(
      series(last - first + 1, (at) => 10 ** (first + at)),
      y,
      [left, right],
      shortNumber,
    ),
    markup`<path class="line-a" d="${line(0)}"/><path class="line-b" stroke-dasharray="8 4" d="${line(1)}"/>`,
    markup`<path class="mark" d="M${here} ${bottom}V${y(enrolled)}"/><circle class="dot" cx="${here}" cy="${y(enrolled)}" r="6"/>`,
    axis([0.005, 0.02, 0.1, 0.3, 0.9], x, bottom, (tick) => percent(tick, tick < 0.01 ? 1 : 0)),
  );
}
