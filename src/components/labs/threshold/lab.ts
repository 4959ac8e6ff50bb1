import { type Binormal, type Rates, ratesAt } from '../../../domain/labs/binormal.ts';
import {
  type ConfusionCounts,
  expectedCounts,
  f1Score,
  negativePredictiveValue,
  positivePredictiveValue,
} from '../../../domain/labs/classification.ts';
import type { Control, Values } from '../../../domain/labs/control.ts';
import { normalDensity } from '../../../domain/labs/normal.ts';
import { number, percent } from '../../../domain/worked/format.ts';
import { type Markup, markup } from '../../markup.ts';
import { areaPath, axis, drawing, linePath, scale } from '../draw.ts';
import { type Lab, type LabView, numberOf } from '../lab.ts';
import { rocCurve, unit, unitSquare } from '../roc.ts';

/** Center and spread of the scores of the well; those of the ill have the same spread. */
const well = 35;
const deviation = 12;
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
interface Operating extends Rates {
  readonly counts: ConfusionCounts;
}

function operating(cutoff: number, model: Binormal, prevalence: number): Operating {
  const rates = ratesAt(cutoff, model);
  return { ...rates, counts: expectedCounts({ ...rates, prevalence }, patients) };
}

function view(values: Values): LabView {
  const cutoff = numberOf(values, 'cutoff');
  const model = { well, ill: well + numberOf(values, 'apart'), deviation };
  const prevalence = numberOf(values, 'prevalence') / 100;
  const now = operating(cutoff, model, prevalence);
  const ppv = positivePredictiveValue(now.counts);
  const curve = Array.from({ length: 101 }, (_, at) => operating(at, model, prevalence));
  return {
    result: inWords(now.counts, ppv),
    figure: markup`${scores(cutoff, model, prevalence)}${rocCurve(model, [{ rates: now }])}${precisionRecall(curve, now, prevalence)}`,
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
function scores(cutoff: number, { ill }: Binormal, prevalence: number): Markup {
  const x = scale([0, 100], [20, 580]);
  const height = (at: number, mean: number, share: number): number =>
    share * normalDensity(at, mean, deviation);
  const tallest = Math.max(height(well, well, 1 - prevalence), height(ill, ill, prevalence));
  const y = scale([0, tallest], [170, 56]);
  const points = (mean: number, share: number) =>
    Array.from({ length: 101 }, (_, at) => [x(at), y(height(at, mean, share))] as const);
  const cases = points(ill, prevalence);
  const label = cutoff > 70 ? { dx: -6, anchor: 'end' } : { dx: 6, anchor: 'start' };
  return markup`<div class="wide">${drawing(
    600,
    200,
    `Scores of the well, centered at ${well}, and of the ill, centered at ${ill}, with the threshold at ${cutoff}`,
    markup`<path class="fill-a soft" d="${areaPath(points(well, 1 - prevalence), 170)}"/><path class="fill-b soft" d="${areaPath(cases, 170)}"/><path class="line-b" d="${linePath(cases)}"/>`,
    markup`<text x="${x(well)}" y="162" text-anchor="middle">without the condition</text>`,
    markup`<path class="grid" d="M${x(ill)} ${y(height(ill, ill, prevalence))}V50" stroke-dasharray="2 3"/>`,
    markup`<path class="mark" d="M${x(cutoff)} 0V170"/><text x="${x(cutoff) + label.dx}" y="17" text-anchor="${label.anchor}">alert from here on</text>`,
    markup`<text class="halo" x="${Math.min(x(ill), 470)}" y="44" text-anchor="middle">with the condition: ${percent(prevalence)}</text>`,
    axis([0, 25, 50, 75, 100], { x, y: 170 }),
  )}<p class="small">Score of the model; height: share of all patients</p></div>`;
}

function precisionRecall(curve: readonly Operating[], now: Operating, prevalence: number): Markup {
  const point = ({ sensitivity, counts }: Operating): [number, number] => [
    sensitivity,
    positivePredictiveValue(counts) ?? 1,
  ];
  const base = unit.y(prevalence);
  return unitSquare(
    'Precision against recall',
    curve.map(point),
    [{ at: point(now) }],
    markup`<path class="grid" d="M40 ${base}H280" stroke-dasharray="4 4"/><text x="46" y="${base - 5}">alert for everybody</text>`,
  );
}

function inWords(counts: ConfusionCounts, ppv: number | undefined): string {
  const { truePositives, falsePositives, falseNegatives } = counts;
  const missed = `${number(falseNegatives)} cases missed`;
  const alerts = truePositives + falsePositives;
  if (alerts < 0.5) return `Of ${number(patients)} patients, hardly one alert. ${missed}.`;
  const perCase = ppv ? `${number(1 / ppv, 1)} alerts for each true case` : 'no alert is true';
  return `Of ${number(patients)} patients, ${number(alerts)} alerts: ${number(truePositives)} true, ${number(falsePositives)} false. ${missed}, ${perCase}.`;
}

/** What moves when a threshold moves. */
export const lab: Lab = {
  id: 'threshold',
  title: 'Move the threshold',
  task: 'Move the threshold and watch who is missed and who is disturbed. Then lower the prevalence and leave the model alone.',
  controls,
  view,
  say: 'The threshold is a product decision: it trades missed cases against false alarms, so I show both counts at the prevalence of this ward before anybody picks one.',
  questions: ['23s', 'p42', 'fk7'],
  sources: [
    'altman-bland-roc-1994',
    'altman-bland-sensitivity-1994',
    'altman-bland-predictive-values-1994',
  ],
};
