import {
  type ConfusionCounts,
  expectedCounts,
  f1Score,
  negativePredictiveValue,
  positivePredictiveValue,
} from '../../../domain/labs/classification.ts';
import type { Control, Values } from '../../../domain/labs/control.ts';
import { normalCumulative, normalDensity } from '../../../domain/labs/normal.ts';
import { type Markup, markup } from '../../markup.ts';
import { areaPath, axis, drawing, linePath, scale } from '../draw.ts';
import { type Lab, type LabView, numberOf } from '../lab.ts';

/** Scores of the well are centered here, with the same spread as those of the ill. */
const well = 35;
const spread = 12;
const patients = 1000;

const controls: readonly Control[] = [
  { kind: 'number', name: 'cutoff', label: 'Threshold', min: 0, max: 100, step: 1, initial: 50 },
  {
    kind: 'number',
    name: 'prevalence',
    label: 'Prevalence',
    min: 0.5,
    max: 50,
    step: 0.5,
    initial: 5,
    unit: '%',
  },
  {
    kind: 'number',
    name: 'apart',
    label: 'How far apart the model keeps ill and well',
    min: 0,
    max: 50,
    step: 1,
    initial: 25,
  },
];

/** The lab's arithmetic for one threshold. */
interface Operating {
  readonly sensitivity: number;
  readonly specificity: number;
  readonly counts: ConfusionCounts;
}

function operating(cutoff: number, apart: number, prevalence: number): Operating {
  const above = (mean: number): number => 1 - normalCumulative((cutoff - mean) / spread);
  const sensitivity = above(well + apart);
  const specificity = 1 - above(well);
  return {
    sensitivity,
    specificity,
    counts: expectedCounts({ sensitivity, specificity, prevalence }, patients),
  };
}

function view(values: Values): LabView {
  const cutoff = numberOf(values, 'cutoff');
  const apart = numberOf(values, 'apart');
  const prevalence = numberOf(values, 'prevalence') / 100;
  const now = operating(cutoff, apart, prevalence);
  const { truePositives, falsePositives, falseNegatives } = now.counts;
  const ppv = positivePredictiveValue(now.counts);
  const curve = Array.from({ length: 101 }, (_, at) => operating(at, apart, prevalence));
  return {
    result: `Of ${patients.toLocaleString('en-US')} patients, ${whole(truePositives + falsePositives)} alerts: ${whole(truePositives)} true, ${whole(falsePositives)} false. ${whole(falseNegatives)} cases missed. ${perCase(ppv)}`,
    figure: markup`${scores(cutoff, apart, prevalence)}${roc(curve, now)}${precisionRecall(curve, now, prevalence)}`,
    table: {
      caption: `Threshold ${cutoff}, prevalence ${percent(prevalence)}`,
      columns: ['Measure', 'Value'],
      rows: [
        ['Sensitivity (recall)', percent(now.sensitivity)],
        ['Specificity', percent(now.specificity)],
        ['PPV (precision)', percent(ppv)],
        ['NPV', percent(negativePredictiveValue(now.counts))],
        ['F1', f1Score(now.counts)?.toFixed(2) ?? 'none'],
        ['Alerts per true case', ppv ? (1 / ppv).toFixed(1) : 'no true alert'],
      ],
    },
  };
}

/** The two distributions of scores, as shares of all patients. */
function scores(cutoff: number, apart: number, prevalence: number): Markup {
  const x = scale([0, 100], [10, 590]);
  const height = (at: number, mean: number, share: number): number =>
    share * normalDensity(at, mean, spread);
  const points = Array.from({ length: 101 }, (_, at) => at);
  const most = Math.max(
    ...points.map((at) =>
      Math.max(height(at, well, 1 - prevalence), height(at, well + apart, prevalence)),
    ),
  );
  const y = scale([0, most], [150, 10]);
  const area = (mean: number, share: number): string =>
    areaPath(
      points.map((at) => [x(at), y(height(at, mean, share))] as const),
      150,
    );
  return markup`<div class="wide">${drawing(
    600,
    180,
    `Scores of the well, centered at ${well}, and of the ill, centered at ${well + apart}, with the threshold at ${cutoff}`,
    markup`<path class="fill-a soft" d="${area(well, 1 - prevalence)}"/><path class="fill-b soft line-b" d="${area(well + apart, prevalence)}"/>`,
    markup`<path class="mark" d="M${x(cutoff)} 5V150"/><text x="${x(cutoff) + (cutoff > 80 ? -6 : 6)}" y="14" text-anchor="${cutoff > 80 ? 'end' : 'start'}">alert from here</text>`,
    axis([0, 25, 50, 75, 100], { x, y: 150 }),
  )}<p class="small">Blue: without the condition. Orange: with it. Height: share of all patients.</p></div>`;
}

function roc(curve: readonly Operating[], now: Operating): Markup {
  return square(
    'ROC: sensitivity against false-positive rate',
    curve.map(({ sensitivity, specificity }) => [1 - specificity, sensitivity]),
    [1 - now.specificity, now.sensitivity],
    markup`<path class="grid" d="M40 250L280 10" stroke-dasharray="4 4"/>`,
  );
}

function precisionRecall(curve: readonly Operating[], now: Operating, prevalence: number): Markup {
  const point = ({ sensitivity, counts }: Operating): [number, number] => [
    sensitivity,
    positivePredictiveValue(counts) ?? 1,
  ];
  const base = 250 - 240 * prevalence;
  return square(
    'Precision against recall',
    curve.map(point),
    point(now),
    markup`<path class="grid" d="M40 ${base}H280" stroke-dasharray="4 4"/>`,
  );
}

/** A curve in a unit square with the present point on it. */
function square(
  label: string,
  curve: readonly (readonly [number, number])[],
  [atX, atY]: readonly [number, number],
  guide: Markup,
): Markup {
  const x = scale([0, 1], [40, 280]);
  const y = scale([0, 1], [250, 10]);
  return markup`<div>${drawing(
    300,
    280,
    `${label}: the threshold stands at ${percent(atX)} and ${percent(atY)}`,
    markup`<path class="grid" d="M40 10V250H280"/>${guide}<path class="line-a" d="${linePath(curve.map(([px, py]) => [x(px), y(py)] as const))}"/><circle class="dot" cx="${x(atX)}" cy="${y(atY)}" r="5"/>`,
    axis([0, 0.5, 1], { x, y: 250 }),
  )}<p class="small">${label}</p></div>`;
}

function perCase(ppv: number | undefined): string {
  return ppv === undefined || ppv === 0
    ? 'No alert is true.'
    : `${(1 / ppv).toFixed(1)} alerts for each true case.`;
}

function percent(share: number | undefined): string {
  return share === undefined ? 'none' : `${(100 * share).toFixed(1)}%`;
}

function whole(count: number): string {
  return Math.round(count).toLocaleString('en-US');
}

/** Lab 1: what moves when a threshold moves. */
export const lab: Lab = {
  id: 'threshold',
  title: 'Move the threshold',
  task: 'Move the threshold and watch who is missed and who is disturbed. Then lower the prevalence and leave the model alone.',
  controls,
  view,
  say: 'The threshold is a product decision: it trades missed cases against false alarms, and at the prevalence of this ward the same model raises this many alerts for each true one.',
  questions: ['23s', 'p42', 'fk7'],
  sources: [],
};
