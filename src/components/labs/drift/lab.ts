import type { Values } from '../../../domain/labs/control.ts';
import {
  type Comparison,
  countByBin,
  drawNormal,
  equalShareEdges,
  expectedIndexWithoutDrift,
  indexesWithoutDrift,
  indexOfDrift,
  populationStabilityIndex,
} from '../../../domain/labs/drift.ts';
import {
  criticalGap,
  gapPValue,
  largestGap,
  sorted,
} from '../../../domain/labs/kolmogorov-smirnov.ts';
import { number } from '../../../domain/worked/format.ts';
import { randomFrom } from '../../../lib/random.ts';
import { type Markup, markup } from '../../markup.ts';
import { axis, drawing, keys, linePath, scale, series } from '../draw.ts';
import { type LabCode, type LabWords, numberOf, textOf } from '../lab.ts';

type Words = LabWords<'drift'>;

function settingOf(values: Values) {
  const of = (name: string): number => numberOf(values, name);
  const drift = { shift: of('shift'), spread: of('spread') };
  const size = { reference: of('reference'), recent: of('recent'), bins: of('bins') };
  const edges = equalShareEdges(size.bins);
  return { drift, size, edges, draw: Number(textOf(values, 'draw')) };
}

function drawn({ drift, size, edges }: ReturnType<typeof settingOf>, draw: number) {
  const random = randomFrom(draw);
  const reference = drawNormal(random, size.reference);
  const recent = drawNormal(random, size.recent, drift);
  const counts = [countByBin(reference, edges), countByBin(recent, edges)] as const;
  return { reference, recent, counts, index: populationStabilityIndex(...counts) };
}

export const view: LabCode<'drift'>['view'] = (values, words) => {
  const { say, facts } = words;
  const setting = settingOf(values);
  const { drift, size, draw } = setting;
  const now = drawn(setting, draw);
  const { index } = now;
  const gap = largestGap(now.reference, now.recent);
  const p = gapPValue(gap.distance, size.reference, size.recent);
  // The seed is always the same.
  const chance = indexesWithoutDrift(size, facts.draws, 0);
  const above = (limit: number): number => chance.filter((value) => value > limit).length;
  const alarms = above(facts.little);
  const word = say(index > facts.large ? 'large' : index >= facts.little ? 'moderate' : 'little');
  const own = indexOfDrift(drift, size.bins);
  const hasDrift = drift.shift !== 0 || drift.spread !== 1;
  // Earlier draws, as many as can be computed quickly.
  const many = Math.min(draw, 20, Math.ceil(20_000 / (size.reference + size.recent)));
  const before = series(many - 1, (at) => drawn(setting, draw - 1 - at).index);
  const after = (by: number): string => `draw=${((draw + by - 1) % 999) + 1}`;
  return {
    value: `PSI ${number(index, 2)}`,
    unit: say('unit', { word }),
    result: say(hasDrift ? 'resultDrift' : 'result', {
      ...{ index: number(index, 3), word, own: number(own, 3), draws: facts.draws, alarms },
      limit: number(facts.little, 2),
    }),
    measures: {
      ...{ shift: drift.shift, p, index, alarms },
      falseAlarms: (100 * alarms) / facts.draws,
    },
    figure: markup`${chanceFigure(chance, index, before, words)}<p class="lab-buttons">
      <button type="button" data-set="${after(1)}" data-key="again">Draw again</button> <button type="button" data-set="${after(20)}"
        data-key="twenty">Draw 20 more</button> <span class="fine-print">${say('draw', { n: draw })}</span></p>`,
    more: markup`${sharesFigure(now.counts, size, words)}${cumulativeFigure(now, gap, words)}`,
    table: {
      caption: say('caption', { n: draw, ...size }),
      columns: ['Measure', 'Value'],
      rows: [
        ['PSI of this draw', number(index, 3)],
        ['PSI from drift alone, without sampling noise', number(own, 3)],
        [
          'Mean PSI by chance alone, (bins − 1)(1/recent + 1/reference)',
          number(expectedIndexWithoutDrift(size.bins, size.reference, size.recent), 3),
        ],
        ['Drift-free draws above 0.10', `${alarms} of ${facts.draws}`],
        ['Drift-free draws above 0.25', `${above(facts.large)} of ${facts.draws}`],
        ['KS gap of this draw', number(gap.distance, 3)],
        ['Smallest KS gap significant at 5%', number(criticalGap(size.reference, size.recent), 4)],
        ['p-value of this gap', `${pValue(p)}: ${p < 0.05 ? 'significant' : 'not significant'}`],
      ],
    },
  };
};

function pValue(p: number): string {
  return p < 0.001 ? 'p < 0.001' : `p = ${number(p, 3)}`;
}

/** The index at the right end of its scale. */
const most = 0.5;

function chanceFigure(
  chance: readonly number[],
  index: number,
  before: readonly number[],
  { say, facts: { draws, little, large } }: Words,
): Markup {
  const x = scale([0, most], [14, 576]);
  const cells = 50;
  const cellOf = (value: number): number => Math.min(cells - 1, Math.floor((value / most) * cells));
  const heights = series(cells, (cell) => chance.filter((value) => cellOf(value) === cell).length);
  const y = scale([0, Math.max(...heights)], [160, 34]);
  const zone = (from: number, to: number, name: string): Markup =>
    markup`<text x="${(x(from) + x(to)) / 2}" y="18" text-anchor="middle">${name}</text>`;
  const at = (value: number): number => x(Math.min(value, most));
  return markup`<div class="wide">${drawing(
    [600, 230],
    say('picture', { draws, index: index.toFixed(3) }),
    ...heights.map(
      (height, cell) =>
        markup`${
          height > 0 &&
          markup`<rect class="fill-a soft" x="${x((cell / cells) * most)}" y="${y(height)}" width="10.3"
          height="${160 - y(height)}"/>`
        }`,
    ),
    zone(0, little, 'little'),
    zone(little, large, 'moderate'),
    zone(large, most, 'large'),
    markup`<path class="grid" stroke-dasharray="4 4" d="M${x(little)} 26V198M${x(large)} 26V198"/><path class="grid" d="M14 160H576"/>`,
    markup`${before.map((value) => markup`<circle class="fill-b soft" cx="${at(value)}" cy="180" r="7"/>`)}<circle class="fill-b"
      cx="${at(index)}" cy="180" r="8"/>`,
    axis([0, 0.1, 0.2, 0.3, 0.4, 0.5], x, 200),
  )}${keys(['fill-a soft', `${draws} draws without drift`], ['fill-b', index > most ? 'your draw, off the scale' : 'your draw, with earlier ones'])}</div>`;
}

function sharesFigure(
  [before, after]: ReturnType<typeof drawn>['counts'],
  size: Comparison,
  { say }: Words,
): Markup {
  const shares = before.map(
    (count, bin) => [count / size.reference, (after[bin] ?? 0) / size.recent] as const,
  );
  const top = Math.max(...shares.flat(), 0.01);
  const y = scale([0, top], [150, 14]);
  const width = 250 / size.bins;
  const bar = (at: number, share: number, name: string): Markup =>
    markup`<rect class="${name}" x="${at}" y="${y(share)}" width="${0.42 * width}" height="${150 - y(share)}"/>`;
  return markup`<div>${drawing(
    [300, 180],
    say('shares'),
    ...shares.flatMap(([reference, recent], bin) => {
      const at = 42 + bin * width;
      return [bar(at, reference, 'fill-a'), bar(at + 0.44 * width, recent, 'fill-b')];
    }),
    markup`<path class="grid" d="M40 14V150H292"/><text x="34" y="22" text-anchor="end">${Math.round(100 * top)}%</text>
      <text x="42" y="168">low scores</text><text x="292" y="168" text-anchor="end">high scores</text>`,
  )}${keys(['fill-a', 'reference'], ['fill-b', 'recent'])}<p class="fine-print">${say('sharesNote')}</p></div>`;
}

function cumulativeFigure(
  { reference, recent }: ReturnType<typeof drawn>,
  gap: ReturnType<typeof largestGap>,
  { say }: Words,
): Markup {
  const x = scale([-4, 4], [40, 292]);
  const y = scale([0, 1], [150, 14]);
  const upTo = (sample: readonly number[]): number =>
    sample.filter((value) => value <= gap.at).length / sample.length;
  const clamped = (score = 0): number => x(Math.max(-4, Math.min(4, score)));
  const line = (sample: readonly number[]): string => {
    const inOrder = sorted(sample);
    const share = (step: number): number => Math.round((step / 64) * (sample.length - 1));
    return linePath(series(65, (step) => [clamped(inOrder[share(step)]), y(step / 64)] as const));
  };
  const at = clamped(gap.at);
  return markup`<div>${drawing(
    [300, 180],
    say('cumulative', { gap: gap.distance.toFixed(3) }),
    markup`<path class="grid" d="M40 14V150H292"/><path class="line-a" d="${line(reference)}"/>
      <path class="line-b" stroke-dasharray="5 3" d="${line(recent)}"/>
      <path class="mark" d="M${at} ${y(upTo(reference))}V${y(upTo(recent))}"/>
      <text x="34" y="22" text-anchor="end">100%</text>`,
    axis([-2, 0, 2], x, 150),
  )}${keys(['line-a', 'reference'], ['line-b dashed', 'recent'], ['mark', 'KS gap'])}<p class="fine-print">${say('cumulativeNote')}</p></div>`;
}
