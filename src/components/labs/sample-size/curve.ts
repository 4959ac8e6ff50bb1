import {
  type SampleSize,
  sampleSizeForSensitivity,
  sampleSizeForSpecificity,
} from '../../../domain/labs/sample-size.ts';
import { number, percent } from '../../../domain/worked/format.ts';
import { type Markup, markup } from '../../markup.ts';
import { axis, drawing, keys, linePath, scale } from '../draw.ts';

/** What the study is planned for; shares from 0 to 1. */
export interface Plan {
  readonly sensitivity: number;
  readonly specificity: number;
  readonly halfWidth: number;
  readonly prevalence: number;
}

const lowest = 0.005;
const highest = 0.9;
const left = 60;
const right = 574;
const bottom = 240;

/** Enrollment over prevalence for both measures, on logarithmic axes, with the present plan. */
export function enrollmentCurve(plan: Plan, ill: SampleSize, well: SampleSize): Markup {
  const prevalences = Array.from(
    { length: 61 },
    (_, step) => lowest * (highest / lowest) ** (step / 60),
  );
  const forIll = prevalences.map(
    (at) => sampleSizeForSensitivity(plan.sensitivity, plan.halfWidth, at).enrolled,
  );
  const forWell = prevalences.map(
    (at) => sampleSizeForSpecificity(plan.specificity, plan.halfWidth, at).enrolled,
  );
  const decades = range(Math.min(...forIll, ...forWell), Math.max(...forIll, ...forWell));
  const toX = scale([Math.log10(lowest), Math.log10(highest)], [left, right]);
  const toY = scale([decades[0] ?? 0, decades.at(-1) ?? 1], [bottom, 20]);
  const x = (prevalence: number): number => toX(Math.log10(prevalence));
  const y = (patients: number): number => toY(Math.log10(patients));
  const line = (sizes: readonly number[]): string =>
    linePath(sizes.map((size, at) => [x(prevalences[at] ?? lowest), y(size)] as const));
  const larger = Math.max(ill.enrolled, well.enrolled);
  const here = x(plan.prevalence);
  return markup`<div class="wide">${drawing(
    600,
    268,
    `Patients to enroll over prevalence: ${number(larger)} at ${percent(plan.prevalence)}`,
    markup`<g class="axis">${decades.map((decade) => markup`<path d="M${left} ${toY(decade)}H${right}" stroke-dasharray="2 4"/><text x="${left - 6}" y="${toY(decade) + 5}" text-anchor="end">${power(decade)}</text>`)}</g>`,
    markup`<path class="line-a" d="${line(forIll)}"/><path class="line-b" stroke-dasharray="8 4" d="${line(forWell)}"/>`,
    markup`<path class="mark" d="M${here} ${bottom}V${y(larger)}"/><circle class="dot" cx="${here}" cy="${y(larger)}" r="6"/>`,
    axis([0.005, 0.02, 0.1, 0.3, 0.9], {
      x,
      y: bottom,
      write: (tick) => percent(tick, tick < 0.01 ? 1 : 0),
    }),
  )}${keys(['line-a', 'for sensitivity'], ['line-b dashed', 'for specificity'], ['dot', 'your plan'])}</div>`;
}

/** A power of ten in few letters. */
function power(exponent: number): string {
  const [unit, less] = exponent >= 6 ? ['M', 6] : exponent >= 3 ? ['k', 3] : ['', 0];
  return `${number(10 ** (exponent - less))}${unit}`;
}

/** Powers of ten around two numbers. */
function range(low: number, high: number): number[] {
  const first = Math.floor(Math.log10(low));
  const last = Math.max(first + 1, Math.ceil(Math.log10(high)));
  return Array.from({ length: last - first + 1 }, (_, at) => first + at);
}
