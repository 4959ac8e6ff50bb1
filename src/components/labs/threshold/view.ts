import { type Binormal, ratesAt } from '../../../domain/labs/binormal.ts';
import {
  expectedCounts,
  f1Score,
  negativePredictiveValue,
  positivePredictiveValue,
} from '../../../domain/labs/classification.ts';
import { normalDensity } from '../../../domain/labs/normal.ts';
import { number, percent } from '../../../domain/worked/format.ts';
import { type Markup, markup } from '../../markup.ts';
import { areaPath, axis, chart, levels, linePath, type Pair, scale, series } from '../draw.ts';
import { type LabCode, type LabWords, numberOf, shareOf } from '../lab.ts';

type Words = LabWords<'threshold'>;

export const view: LabCode<'threshold'>['view'] = (values, words) => {
  const { say, facts } = words;
  const { patients, healthy, deviation } = facts;
  const cutoff = numberOf(values, 'cutoff');
  const model = { well: healthy, ill: healthy + numberOf(values, 'apart'), deviation };
  const prevalence = shareOf(values, 'prevalence');
  const at = (threshold: number) => {
    const rates = ratesAt(threshold, model);
    const counts = expectedCounts({ ...rates, prevalence }, patients);
    return { ...rates, counts, ppv: positivePredictiveValue(counts) };
  };
  const now = at(cutoff);
  const { truePositives, falsePositives, falseNegatives } = now.counts;
  const found = Math.round(truePositives);
  const alerts = Math.round(truePositives + falsePositives);
  const perCase = now.ppv ? 1 / now.ppv : Number.NaN;
  const hasTrueAlert = found > 0;
  const parts = {
    ...{ patients, cutoff, prevalence, alerts, true: found, false: alerts - found },
    ...{ missed: Math.round(falseNegatives), cases: number(patients * prevalence) },
    ...{ perCase, ppv: now.ppv, npv: negativePredictiveValue(now.counts), f1: f1Score(now.counts) },
    ...{ sensitivity: now.sensitivity, specificity: now.specificity },
  };
  const thresholds = series(81, (step) => at(1.25 * step));
  return {
    value: hasTrueAlert ? number(perCase, 1) : 'None',
    unit: say(hasTrueAlert ? 'unit' : 'none', parts),
    result: say(alerts === 0 ? 'resultFew' : hasTrueAlert ? 'result' : 'resultNone', parts),
    measures: { perCase, missed: falseNegatives },
    figure: scores(cutoff, model, prevalence, words),
    more: markup`${unitSquare(
      thresholds.map(({ specificity, sensitivity }) => [1 - specificity, sensitivity]),
      [1 - now.specificity, now.sensitivity],
      [0, 1],
      say('roc'),
    )}${unitSquare(
      thresholds.map(({ sensitivity, ppv = 1 }) => [sensitivity, ppv]),
      [now.sensitivity, now.ppv ?? 1],
      [prevalence, prevalence],
      say('precision'),
    )}`,
    parts,
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
  return chart(
    [600, 200],
    {
      label: say('picture', { healthy: well, sick: ill, cutoff }),
      keys: [
        ['fill-b soft', `healthy: ${percent(1 - prevalence)}`],
        ['fill-a', `sick: ${percent(prevalence)}`],
      ],
    },
    markup`<path class="fill-b soft" d="${areaPath(points(well, 1 - prevalence), 170)}"/>
      <path class="fill-a soft" d="${areaPath(cases, 170)}"/><path class="line-a" d="${linePath(cases)}"/>`,
    markup`<path class="mark" d="M${x(cutoff)} 24V170"/>
      <text x="${x(cutoff)}" y="17" text-anchor="${anchor}">alert at ${cutoff}+ →</text>`,
    axis([0, 25, 50, 75, 100], x, 170),
  );
}

/**
 * Draws a curve of shares in a unit square, with the current threshold.
 * @param chance where the dashed line for chance starts and ends
 */
function unitSquare(
  curve: readonly Pair[],
  [across, up]: Pair,
  chance: Pair,
  note: string,
): Markup {
  const x = scale([0, 1], [40, 280]);
  const y = scale([0, 1], [250, 10]);
  return chart(
    [300, 280],
    { label: `${note} At this threshold: ${percent(up)} against ${percent(across)}.`, note },
    markup`<path class="grid" d="M40 10V250H280"/>
      <path class="grid" d="M40 ${y(chance[0])}L280 ${y(chance[1])}" stroke-dasharray="4 4"/>`,
    markup`<path class="line-a" d="${linePath(curve.map((point) => [x(point[0]), y(point[1])]))}"/>
      <circle class="dot" cx="${x(across)}" cy="${y(up)}" r="5"/>`,
    levels([0.5, 1], y, [40, 40]),
    axis([0, 0.5, 1], x, 250),
  );
}
