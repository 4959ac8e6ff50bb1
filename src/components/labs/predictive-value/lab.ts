import {
  type ConfusionCounts,
  evenPrevalence,
  expectedCounts,
  negativePredictiveValue,
  positivePredictiveValue,
  type TestPerformance,
} from '../../../domain/labs/classification.ts';
import type { Control, Values } from '../../../domain/labs/control.ts';
import { percent } from '../../../domain/worked/format.ts';
import { type Markup, markup } from '../../markup.ts';
import { axis, drawing, linePath, scale } from '../draw.ts';
import { type Lab, type LabView, numberOf } from '../lab.ts';
import { dots, type Group, sample } from './dots.ts';

const patients = 1000;

const share = { kind: 'number', min: 50, max: 100, step: 0.5, initial: 90, unit: '%' } as const;
const controls: readonly Control[] = [
  {
    ...share,
    name: 'prevalence',
    label: 'Prevalence',
    min: 0.5,
    max: 50,
    initial: 1,
  },
  { ...share, name: 'sensitivity', label: 'Sensitivity' },
  { ...share, name: 'specificity', label: 'Specificity' },
];

function view(values: Values): LabView {
  const test = {
    sensitivity: numberOf(values, 'sensitivity') / 100,
    specificity: numberOf(values, 'specificity') / 100,
    prevalence: numberOf(values, 'prevalence') / 100,
  };
  const counts = expectedCounts(test, patients);
  const ppv = positivePredictiveValue(counts);
  const groups = groupsOf(counts);
  return {
    result: `${countsInWords(counts)} ${ppvInWords(ppv, evenPrevalence(test.sensitivity, test.specificity))}`,
    figure: markup`<div class="wide">${dots(groups, groups.map(({ name, count }) => `${name}: ${amount(count)}`).join('; '))}</div>${legend(groups)}${curve(test, ppv)}`,
    table: {
      caption: `Of ${amount(patients)} patients: prevalence ${percent(test.prevalence)}, sensitivity ${percent(test.sensitivity)}, specificity ${percent(test.specificity)}`,
      columns: ['Measure', 'Value'],
      rows: [
        ...groups.map(({ name, count }) => [name, amount(count)]),
        ['PPV: alerts that are true', percent(ppv)],
        ['NPV: silences that are right', percent(negativePredictiveValue(counts), 2)],
      ],
    },
  };
}

function groupsOf(counts: ConfusionCounts): Group[] {
  return [
    { name: 'True alert', count: counts.truePositives, look: 'true' },
    { name: 'Ill and missed', count: counts.falseNegatives, look: 'missed' },
    { name: 'False alert', count: counts.falsePositives, look: 'false' },
    { name: 'Well, no alert', count: counts.trueNegatives, look: 'rest' },
  ];
}

function legend(groups: readonly Group[]): Markup {
  return markup`<div><ul class="predictive-value-legend">${groups.map(
    ({ name, count, look }) =>
      markup`<li>${sample(look)} ${name}: <strong>${amount(count)}</strong></li>`,
  )}</ul><p class="small">Square: alert. Solid: has the condition. Counts are averages, the picture shows whole patients.</p></div>`;
}

/** PPV over prevalence, on a logarithmic axis, with the present point. */
function curve(test: TestPerformance, ppv: number | undefined): Markup {
  const x = scale([Math.log10(0.005), Math.log10(0.5)], [34, 284]);
  const y = scale([0, 1], [180, 14]);
  const at = (prevalence: number): number => x(Math.log10(prevalence));
  const points = Array.from({ length: 41 }, (_, step) => {
    const prevalence = 0.005 * 100 ** (step / 40);
    const value = positivePredictiveValue(expectedCounts({ ...test, prevalence }, patients));
    return [at(prevalence), y(value ?? 0)] as const;
  });
  const here = [at(test.prevalence), y(ppv ?? 0)] as const;
  // The curve rises, so above it to the left and below it to the right there is room.
  const label =
    here[1] > 40 && here[0] > 80
      ? { x: here[0] - 6, y: here[1] - 8, anchor: 'end' }
      : { x: Math.min(here[0] + 6, 240), y: here[1] + (here[1] > 150 ? -12 : 18), anchor: 'start' };
  return markup`<div>${drawing(
    300,
    220,
    `PPV over prevalence: ${percent(ppv)} at ${percent(test.prevalence)}`,
    markup`<g class="axis">${[0, 0.5, 1].map((value) => markup`<path d="M34 ${y(value)}H284" stroke-dasharray="2 4"/><text x="30" y="${y(value) + 4}" text-anchor="end">${100 * value}</text>`)}</g>`,
    markup`<path class="line-a" d="${linePath(points)}"/><circle class="dot" cx="${here[0]}" cy="${here[1]}" r="5"/><text class="halo" x="${label.x}" y="${label.y}" text-anchor="${label.anchor}">${percent(ppv)}</text>`,
    axis([0.005, 0.01, 0.05, 0.1, 0.5], { x: at, y: 180, write: (tick) => `${100 * tick}%` }),
    markup`<text x="159" y="215" text-anchor="middle">prevalence</text>`,
  )}<p class="small">PPV in percent, same test, other prevalence</p></div>`;
}

function countsInWords({ truePositives, falsePositives, falseNegatives }: ConfusionCounts): string {
  const missed = falseNegatives === 1 ? '1 case is' : `${amount(falseNegatives)} cases are`;
  return `Of ${amount(patients)} patients, ${amount(truePositives + falsePositives)} alerts: ${amount(truePositives)} true and ${amount(falsePositives)} false; ${missed} missed.`;
}

function ppvInWords(ppv: number | undefined, even: number | undefined): string {
  if (ppv === undefined || even === undefined) return 'There is no alert.';
  if (ppv === 1) return 'PPV 100%: without false alerts, every alert is true at any prevalence.';
  const often =
    ppv < 0.5
      ? `right about 1 time in ${amount(Math.round(1 / ppv))}`
      : `wrong about 1 time in ${amount(Math.round(1 / (1 - ppv)))}`;
  return `PPV ${percent(ppv)}: an alert is ${often}; most alerts are true only where prevalence is above ${amount(100 * even)}%.`;
}

/** A count of patients that need not be whole. */
function amount(count: number): string {
  return Number(count.toFixed(1)).toLocaleString('en-US');
}

/** What one test is worth where the condition is rare. */
export const lab: Lab = {
  id: 'predictive-value',
  title: 'Keep the test, change the prevalence',
  task: 'Raise the prevalence and leave the test alone: watch the open squares, the false alerts. Then go back to 1% and find the specificity at which most alerts are true.',
  controls,
  view,
  say: 'Sensitivity and specificity say how the test treats the ill and the well; whether an alert is true also depends on how many are ill here, so I ask for the prevalence before I quote a PPV.',
  questions: ['23s', 'p42', 'kg8'],
  sources: ['altman-bland-predictive-values-1994', 'altman-bland-sensitivity-1994'],
};
