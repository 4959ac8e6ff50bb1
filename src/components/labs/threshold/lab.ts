import { type Binormal, type Rates, ratesAt } from '../../../domain/labs/binormal.ts';
import {
  type ConfusionCounts,
  expectedCounts,
  f1Score,
  negativePredictiveValue,
  positivePredictiveValue,
} from '../../../domain/labs/classification.ts';
import { isUnchanged, slider, type Values } from '../../../domain/labs/control.ts';
import { normalDensity } from '../../../domain/labs/normal.ts';
import { number, percent } from '../../../domain/worked/format.ts';
import { counted } from '../../../lib/text.ts';
import { type Markup, markup } from '../../markup.ts';
import { areaPath, axis, drawing, keys, linePath, scale, series } from '../draw.ts';
import { between, type Lab, type LabView, numberOf, shareOf } from '../lab.ts';

/** Center and spread of the scores of the well; those of the ill have the same spread. */
const well = 35;
const deviation = 12;
const patients = 1000;

const controls = [
  slider('cutoff', 'Threshold', [0, 100, 1], 50),
  slider('prevalence', 'Prevalence', [0.5, 50, 0.5], 5, '%'),
  slider('apart', 'How well the model separates sick from healthy', [0, 50, 1], 25, 'points'),
];

type Operating = ReturnType<typeof operating>;

function operating(cutoff: number, model: Binormal, prevalence: number) {
  const rates = ratesAt(cutoff, model);
  return { ...rates, counts: expectedCounts({ ...rates, prevalence }, patients) };
}

function settingOf(values: Values) {
  const cutoff = numberOf(values, 'cutoff');
  const model = { well, ill: well + numberOf(values, 'apart'), deviation };
  const prevalence = shareOf(values, 'prevalence');
  return { cutoff, model, prevalence, now: operating(cutoff, model, prevalence) };
}

/** Alerts for each true case, and missed cases. */
function tradeOf(values: Values): readonly [perCase: number, missed: number] {
  const { counts } = settingOf(values).now;
  return [1 / (positivePredictiveValue(counts) || Number.NaN), counts.falseNegatives];
}

function view(values: Values): LabView {
  const { cutoff, model, prevalence, now } = settingOf(values);
  const ppv = positivePredictiveValue(now.counts);
  const curve = series(41, (at) => operating(2.5 * at, model, prevalence));
  return {
    value: hasTrueAlert(now.counts) && ppv ? number(1 / ppv, 1) : 'None',
    unit: hasTrueAlert(now.counts)
      ? `alerts for each true case; ${number(now.counts.falseNegatives)} of ${number(patients * prevalence)} cases missed`
      : 'of the alerts is true',
    result: inWords(now.counts, ppv),
    figure: scores(cutoff, model, prevalence),
    more: markup`${rocCurve(model, now)}${precisionRecall(curve, now, prevalence)}`,
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

function scores(cutoff: number, { ill }: Binormal, prevalence: number): Markup {
  const x = scale([0, 100], [20, 580]);
  const height = (at: number, mean: number, share: number): number =>
    share * normalDensity(at, mean, deviation);
  const tallest = Math.max(height(well, well, 1 - prevalence), height(ill, ill, prevalence));
  const y = scale([0, tallest], [170, 30]);
  const points = (mean: number, share: number) =>
    series(51, (at) => [x(2 * at), y(height(2 * at, mean, share))] as const);
  const cases = points(ill, prevalence);
  const anchor = cutoff > 75 ? 'end' : cutoff < 25 ? 'start' : 'middle';
  return markup`<div class="wide">${drawing(
    [600, 200],
    `Scores of healthy patients, centered at ${well}, and of sick patients, centered at ${ill}, with the threshold at ${cutoff}`,
    markup`<path class="fill-a soft" d="${areaPath(points(well, 1 - prevalence), 170)}"/><path class="fill-b soft" d="${areaPath(cases, 170)}"/><path class="line-b" d="${linePath(cases)}"/>`,
    markup`<path class="mark" d="M${x(cutoff)} 24V170"/><text x="${x(cutoff)}" y="17" text-anchor="${anchor}">alert at ${cutoff}+ →</text>`,
    axis([0, 25, 50, 75, 100], x, 170),
  )}${keys(['fill-a soft', `healthy: ${percent(1 - prevalence)}`], ['fill-b', `sick: ${percent(prevalence)}`])}</div>`;
}

type Point = readonly [across: number, up: number];

/** Maps shares to the pixels of a unit square of 300 × 280. */
const unit = { x: scale([0, 1], [40, 280]), y: scale([0, 1], [250, 10]) };

/**
 * A curve in a unit square with the threshold in use on it; `guide` is drawn below the curve.
 * @param axes names of the shares, as in a point
 */
function unitSquare(
  label: string,
  axes: readonly [across: string, up: string],
  curve: readonly Point[],
  now: Point,
  guide: Markup,
): Markup {
  const { x, y } = unit;
  const points = curve.map(([across, up]) => [x(across), y(up)] as const);
  return markup`<div>${drawing(
    [300, 280],
    `${label} At this threshold: ${axes[0]} ${percent(now[0])}, ${axes[1]} ${percent(now[1])}.`,
    markup`<path class="grid" d="M40 10V250H280"/>${guide}<path class="line-a" d="${linePath(points)}"/>`,
    markup`<circle class="dot" cx="${x(now[0])}" cy="${y(now[1])}" r="5"/>`,
    markup`<g class="axis"><text x="34" y="${y(0.5) + 4}" text-anchor="end">0.5</text><text x="34" y="${y(1) + 8}" text-anchor="end">1</text></g>`,
    axis([0, 0.5, 1], x, 250),
  )}<p class="fine-print">${label}</p></div>`;
}

function rocCurve(model: Binormal, now: Rates): Markup {
  const point = ({ sensitivity, specificity }: Rates): Point => [1 - specificity, sensitivity];
  return unitSquare(
    'ROC: sensitivity against false-positive rate. Dashed line: chance.',
    ['false-positive rate', 'sensitivity'],
    series(81, (at) => point(ratesAt(1.25 * at, model))),
    point(now),
    markup`<path class="grid" d="M40 250L280 10" stroke-dasharray="4 4"/>`,
  );
}

function precisionRecall(curve: readonly Operating[], now: Operating, prevalence: number): Markup {
  const point = ({ sensitivity, counts }: Operating): Point => {
    return [sensitivity, positivePredictiveValue(counts) ?? 1];
  };
  const base = unit.y(prevalence);
  return unitSquare(
    'Precision against recall. Dashed line: precision if everyone is flagged.',
    ['recall', 'precision'],
    curve.map(point),
    point(now),
    markup`<path class="grid" d="M40 ${base}H280" stroke-dasharray="4 4"/>`,
  );
}

function inWords(counts: ConfusionCounts, ppv: number | undefined): string {
  const missed = `${counted(Math.round(counts.falseNegatives), 'case is', 'cases are')} missed`;
  const alerts = Math.round(counts.truePositives + counts.falsePositives);
  const right = Math.round(counts.truePositives);
  if (alerts === 0)
    return `Among ${number(patients)} patients, there are almost no alerts. ${missed}.`;
  const perCase =
    right > 0 && ppv
      ? `with ${number(1 / ppv, 1)} alerts for each true case`
      : 'and no alert is true';
  return `Among ${number(patients)} patients, there are ${number(alerts)} alerts: ${number(right)} true, ${number(alerts - right)} false. ${missed}, ${perCase}.`;
}

/** Whether at least one of the patients is found, as the counts are shown. */
function hasTrueAlert({ truePositives }: ConfusionCounts): boolean {
  return Math.round(truePositives) > 0;
}

export const lab: Lab = {
  id: 'threshold',
  title: 'Move the threshold',
  aliases: ['ROC curve', 'cutoff', 'sensitivity and specificity'],
  theme: 'accuracy',
  still: {
    value: '50',
    unit: 'threshold',
    question: 'Who gets missed, and who gets interrupted for nothing?',
    drawing:
      '<path class="dim" d="M20 130c60 0 62-72 108-72s48 72 108 72"/><path class="line" d="M90 130c60 0 72-44 108-44s48 44 102 44"/><path class="dim" stroke-dasharray="3 4" d="M176 56v80"/>',
  },
  guess: {
    ...between([1, 20, 0.5], (count) => counted(count, 'alert')),
    question:
      'Your sepsis model has an AUROC of 0.93. Of 1,000 patients, 50 have sepsis. At the threshold in use it finds 40 of them. How many alerts does it raise for each true case?',
    label: 'Alerts for each true case',
    truth: 3.5,
    near: 0.5,
    because: 'the model finds 40 of the 50 and also flags 100 of the other 950.',
  },
  controls,
  view,
  challenges: [
    {
      task: 'Move only the threshold. Get to at most 3 alerts for each true case, with fewer than 15 cases missed.',
      isMet: (values) => {
        const [perCase, missed] = tradeOf(values);
        return isUnchanged(controls, values, 'cutoff') && perCase <= 3 && missed < 15;
      },
      solution: { cutoff: 52 },
    },
    {
      task: 'Now the condition is rare: at 1% prevalence, get to 3 alerts for each true case with fewer than 2 of the 10 cases missed. You may improve the model.',
      isMet: (values) => {
        const [perCase, missed] = tradeOf(values);
        return values['prevalence'] === 1 && perCase <= 3 && missed < 2;
      },
      solution: { prevalence: 1, apart: 40, cutoff: 62 },
    },
  ],
  misconception: 'An AUROC of 0.93 means that most alerts are true.',
  say: 'The threshold is a product decision that trades missed cases against false alarms. I show both counts at this unit’s prevalence before anyone picks a threshold.',
  questions: ['23s', 'p42', 'fk7'],
  sources: [
    'altman-bland-roc-1994',
    'altman-bland-sensitivity-1994',
    'altman-bland-predictive-values-1994',
  ],
};
