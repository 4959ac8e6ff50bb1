import { type Binormal, type Rates, ratesAt } from '../../../domain/labs/binormal.ts';
import {
  expectedCounts,
  f1Score,
  negativePredictiveValue,
  positivePredictiveValue,
} from '../../../domain/labs/classification.ts';
import { normalDensity } from '../../../domain/labs/normal.ts';
import { number, percent } from '../../../domain/worked/format.ts';
import { type Markup, markup } from '../../markup.ts';
import { areaPath, axis, drawing, keys, linePath, scale, series } from '../draw.ts';
import { type LabCode, type LabWords, numberOf, shareOf } from '../lab.ts';

type Words = LabWords<'threshold'>;

type Operating = ReturnType<typeof operating>;

function operating(cutoff: number, model: Binormal, prevalence: number, patients: number) {
  const rates = ratesAt(cutoff, model);
  return { ...rates, counts: expectedCounts({ ...rates, prevalence }, patients) };
}

export const view: LabCode<'threshold'>['view'] = (values, words) => {
  const { say, facts } = words;
  const { patients, healthy, deviation } = facts;
  const cutoff = numberOf(values, 'cutoff');
  const model = { well: healthy, ill: healthy + numberOf(values, 'apart'), deviation };
  const prevalence = shareOf(values, 'prevalence');
  const at = (threshold: number) => operating(threshold, model, prevalence, patients);
  const now = at(cutoff);
  const { truePositives, falsePositives, falseNegatives } = now.counts;
  const ppv = positivePredictiveValue(now.counts);
  const hasTrueAlert = Math.round(truePositives) > 0 && ppv !== undefined;
  const alerts = Math.round(truePositives + falsePositives);
  const perCase = ppv ? 1 / ppv : Number.NaN;
  const parts = {
    ...{ patients, alerts, true: Math.round(truePositives), perCase: number(perCase, 1) },
    false: number(alerts - Math.round(truePositives)),
    missed: Math.round(falseNegatives),
    cases: number(patients * prevalence),
  };
  return {
    value: hasTrueAlert ? number(perCase, 1) : 'None',
    unit: say(hasTrueAlert ? 'unit' : 'none', parts),
    result: say(alerts === 0 ? 'resultFew' : hasTrueAlert ? 'result' : 'resultNone', parts),
    measures: { perCase, missed: falseNegatives },
    figure: scores(cutoff, model, prevalence, words),
    more: markup`${rocCurve(model, now, words)}${precisionRecall(
      series(41, (step) => at(2.5 * step)),
      now,
      prevalence,
      words,
    )}`,
    table: {
      caption: say('caption', { cutoff, prevalence: percent(prevalence) }),
      columns: ['Measure', 'Value'],
      rows: [
        ['Sensitivity (recall)', percent(now.sensitivity)],
        ['Specificity', percent(now.specificity)],
        ['PPV (precision)', percent(ppv)],
        ['NPV', percent(negativePredictiveValue(now.counts))],
        ['F1', f1Score(now.counts)?.toFixed(2) ?? 'none'],
        ['Alerts per true case', ppv ? perCase.toFixed(1) : 'no true alert'],
      ],
    },
  };
};

function scores(
  cutoff: number,
  { well, ill, deviation }: Binormal,
  prevalence: number,
  { say }: Words,
): Markup {
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
    say('picture', { healthy: well, sick: ill, cutoff }),
    markup`<path class="fill-a soft" d="${areaPath(points(well, 1 - prevalence), 170)}"/>
      <path class="fill-b soft" d="${areaPath(cases, 170)}"/><path class="line-b" d="${linePath(cases)}"/>`,
    markup`<path class="mark" d="M${x(cutoff)} 24V170"/><text x="${x(cutoff)}" y="17" text-anchor="${anchor}">alert at ${cutoff}+ →</text>`,
    axis([0, 25, 50, 75, 100], x, 170),
  )}${keys(['fill-a soft', `healthy: ${percent(1 - prevalence)}`], ['fill-b', `sick: ${percent(prevalence)}`])}</div>`;
}

type Point = readonly [across: number, up: number];

/** Maps shares to the pixels of a unit square in a drawing of 300 × 280. */
const unit = { x: scale([0, 1], [40, 280]), y: scale([0, 1], [250, 10]) };

/**
 * Draws a curve in a unit square and the threshold in use on it. `guide` is drawn below the curve.
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
    markup`<g class="axis"><text x="34" y="${y(0.5) + 4}" text-anchor="end">0.5</text>
      <text x="34" y="${y(1) + 8}" text-anchor="end">1</text></g>`,
    axis([0, 0.5, 1], x, 250),
  )}<p class="fine-print">${label}</p></div>`;
}

function rocCurve(model: Binormal, now: Rates, { say }: Words): Markup {
  const point = ({ sensitivity, specificity }: Rates): Point => [1 - specificity, sensitivity];
  return unitSquare(
    say('roc'),
    ['false-positive rate', 'sensitivity'],
    series(81, (at) => point(ratesAt(1.25 * at, model))),
    point(now),
    markup`<path class="grid" d="M40 250L280 10" stroke-dasharray="4 4"/>`,
  );
}

function precisionRecall(
  curve: readonly Operating[],
  now: Operating,
  prevalence: number,
  { say }: Words,
): Markup {
  const point = ({ sensitivity, counts }: Operating): Point => {
    return [sensitivity, positivePredictiveValue(counts) ?? 1];
  };
  const base = unit.y(prevalence);
  return unitSquare(
    say('precision'),
    ['recall', 'precision'],
    curve.map(point),
    point(now),
    markup`<path class="grid" d="M40 ${base}H280" stroke-dasharray="4 4"/>`,
  );
}
