import {
  folded,
  hidden,
  initialValues,
  slider,
  type Values,
} from '../../../domain/labs/control.ts';
import {
  type Comparison,
  countByBin,
  type Drift,
  drawNormal,
  equalShareEdges,
  expectedIndexWithoutDrift,
  indexesWithoutDrift,
  indexOfDrift,
  populationStabilityIndex,
} from '../../../domain/labs/drift.ts';
import { criticalGap, gapPValue, largestGap } from '../../../domain/labs/kolmogorov-smirnov.ts';
import { number } from '../../../domain/worked/format.ts';
import { randomFrom } from '../../../lib/random.ts';
import { type Markup, markup } from '../../markup.ts';
import { axis, drawing, keys, linePath, scale, series } from '../draw.ts';
import { type Lab, type LabView, numberOf, outOf, textOf } from '../lab.ts';

/** Pairs of samples drawn without drift, always from the same seed. */
const draws = 200;
/** Conventional limits from credit scoring. */
const limits = { little: 0.1, large: 0.25 };

const controls = [
  slider('shift', 'Drift: shift in the mean score', [0, 1, 0.05], 0, 'SD'),
  ...folded(
    slider('spread', 'Drift: spread of the recent scores', [0.5, 2, 0.05], 1, '× reference'),
  ),
  slider('recent', 'Recent scores', [50, 5000, 50], 100, '', { isLog: true }),
  slider('reference', 'Reference scores', [50, 5000, 50], 100, '', { isLog: true }),
  ...folded(slider('bins', 'Bins', [2, 20, 1], 10)),
  hidden('draw', '1', /^[1-9]\d{0,2}$/),
];

function settingOf(values: Values) {
  const of = (name: string): number => numberOf(values, name);
  const drift = { shift: of('shift'), spread: of('spread') };
  const size = { reference: of('reference'), recent: of('recent'), bins: of('bins') };
  return { drift, size, draw: Number(textOf(values, 'draw')) };
}

function drawn({ drift, size }: ReturnType<typeof settingOf>, draw: number) {
  const random = randomFrom(draw);
  const reference = drawNormal(random, size.reference);
  const recent = drawNormal(random, size.recent, drift);
  const edges = equalShareEdges(size.bins);
  const counts = [countByBin(reference, edges), countByBin(recent, edges)] as const;
  const index = populationStabilityIndex(...counts);
  const gap = largestGap(reference, recent);
  const p = gapPValue(gap.distance, size.reference, size.recent);
  return { reference, recent, counts, index, gap, p };
}

function passing(chance: readonly number[], limit: number): number {
  return chance.filter((value) => value > limit).length;
}

function falseAlarms(size: Comparison): number {
  return passing(indexesWithoutDrift(size, draws, 0), limits.little);
}

function view(values: Values): LabView {
  const setting = settingOf(values);
  const { drift, size, draw } = setting;
  const now = drawn(setting, draw);
  const { index, gap, p } = now;
  const chance = indexesWithoutDrift(size, draws, 0);
  const above = (limit: number): number => passing(chance, limit);
  // Earlier draws, as many as can be made quickly.
  const many = Math.min(draw, 20, Math.ceil(20_000 / (size.reference + size.recent)));
  const before = series(many - 1, (at) => drawn(setting, draw - 1 - at).index);
  const after = (by: number): string => `draw=${((draw + by - 1) % 999) + 1}`;

  return {
    value: `PSI ${number(index, 2)}`,
    unit: `“${word(index)} drift” by convention`,
    result: `${verdict(index, drift, size.bins)} Of ${draws} draws without any drift, ${above(limits.little)} exceed ${number(limits.little, 2)}.`,
    figure: markup`${chanceFigure(chance, index, before)}<p class="lab-buttons"><button type="button" data-set="${after(1)}" data-key="again">Draw again</button> <button type="button" data-set="${after(20)}" data-key="twenty">Draw 20 more</button> <span class="fine-print">This is draw ${draw}.</span></p>`,
    more: markup`${sharesFigure(now.counts, size)}${cumulativeFigure(now)}`,
    table: {
      caption: `Draw ${draw}: ${number(size.recent)} recent scores against ${number(size.reference)} reference scores, in ${size.bins} bins`,
      columns: ['Measure', 'Value'],
      rows: [
        ['PSI of this draw', number(index, 3)],
        ['PSI from drift alone, without sampling noise', number(indexOfDrift(drift, size.bins), 3)],
        [
          'Mean PSI by chance alone, (bins − 1)(1/recent + 1/reference)',
          number(expectedIndexWithoutDrift(size.bins, size.reference, size.recent), 3),
        ],
        ['Drift-free draws above 0.10', `${above(limits.little)} of ${draws}`],
        ['Drift-free draws above 0.25', `${above(limits.large)} of ${draws}`],
        ['KS gap of this draw', number(gap.distance, 3)],
        ['Smallest KS gap significant at 5%', number(criticalGap(size.reference, size.recent), 4)],
        ['p-value of this gap', `${pValue(p)}: ${p < 0.05 ? 'significant' : 'not significant'}`],
      ],
    },
  };
}

function verdict(index: number, drift: Drift, bins: number): string {
  const said = `PSI ${number(index, 3)}: ${word(index)} drift by convention`;
  return drift.shift === 0 && drift.spread === 1
    ? `${said}, but nothing has drifted.`
    : `${said}. The drift itself accounts for ${number(indexOfDrift(drift, bins), 3)}; the rest is chance.`;
}

function word(index: number): string {
  return index > limits.large ? 'large' : index >= limits.little ? 'moderate' : 'little or no';
}

function pValue(p: number): string {
  return p < 0.001 ? 'p < 0.001' : `p = ${number(p, 3)}`;
}

/** Right end of the scale of the index. */
const most = 0.5;

function chanceFigure(chance: readonly number[], index: number, before: readonly number[]): Markup {
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
    `PSI of 200 draws without drift, and of this draw: ${index.toFixed(3)}`,
    ...heights.map(
      (height, cell) =>
        markup`${height > 0 && markup`<rect class="fill-a soft" x="${x((cell / cells) * most)}" y="${y(height)}" width="10.3" height="${160 - y(height)}"/>`}`,
    ),
    zone(0, limits.little, 'little'),
    zone(limits.little, limits.large, 'moderate'),
    zone(limits.large, most, 'large'),
    markup`<path class="grid" stroke-dasharray="4 4" d="M${x(limits.little)} 26V198M${x(limits.large)} 26V198"/><path class="grid" d="M14 160H576"/>`,
    markup`<g class="drift-draws">${before.map((value) => markup`<circle class="fill-b soft" cx="${at(value)}" cy="180" r="7"/>`)}</g><circle class="fill-b" cx="${at(index)}" cy="180" r="8"/>`,
    axis([0, 0.1, 0.2, 0.3, 0.4, 0.5], x, 200),
  )}${keys(['fill-a soft', '200 draws without drift'], ['fill-b', index > most ? 'your draw, off the scale' : 'your draw, with earlier ones'])}</div>`;
}

function sharesFigure(
  [before, after]: ReturnType<typeof drawn>['counts'],
  size: Comparison,
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
    'Share of cases by score bin, reference next to recent',
    ...shares.flatMap(([reference, recent], bin) => {
      const at = 42 + bin * width;
      return [bar(at, reference, 'fill-a'), bar(at + 0.44 * width, recent, 'fill-b')];
    }),
    markup`<path class="grid" d="M40 14V150H292"/><text x="34" y="22" text-anchor="end">${Math.round(100 * top)}%</text><text x="42" y="168">low scores</text><text x="292" y="168" text-anchor="end">high scores</text>`,
  )}${keys(['fill-a', 'reference'], ['fill-b', 'recent'])}<p class="fine-print">Share of scores by bin.</p></div>`;
}

function cumulativeFigure({ reference, recent, gap }: ReturnType<typeof drawn>): Markup {
  const x = scale([-4, 4], [40, 292]);
  const y = scale([0, 1], [150, 14]);
  const upTo = (sample: readonly number[], at: number): number =>
    sample.filter((value) => value <= at).length / sample.length;
  const scores = series(65, (step) => -4 + step / 8);
  const line = (sample: readonly number[]): string =>
    linePath(scores.map((at) => [x(at), y(upTo(sample, at))] as const));
  const at = x(Math.max(-4, Math.min(4, gap.at)));
  return markup`<div>${drawing(
    [300, 180],
    `Cumulative shares; the largest gap is ${gap.distance.toFixed(3)}`,
    markup`<path class="grid" d="M40 14V150H292"/><path class="line-a" d="${line(reference)}"/><path class="line-b" stroke-dasharray="5 3" d="${line(recent)}"/><path class="mark" d="M${at} ${y(upTo(reference, gap.at))}V${y(upTo(recent, gap.at))}"/><text x="34" y="22" text-anchor="end">100%</text>`,
    axis([-2, 0, 2], x, 150),
  )}${keys(['line-a', 'reference'], ['line-b dashed', 'recent'], ['mark', 'KS gap'])}<p class="fine-print">Cumulative share by score, in SD.</p></div>`;
}

export const lab: Lab = {
  id: 'drift',
  title: 'Raise a drift alarm',
  aliases: ['model drift', 'PSI', 'monitoring'],
  theme: 'use',
  still: {
    value: '100 and 100',
    unit: 'scores',
    question: 'Nothing has drifted. Does the alarm go off?',
    drawing:
      '<path class="dim" d="M20 132c70 0 74-74 124-74s54 74 124 74"/><path class="line" d="M36 132c70 0 74-74 124-74s54 74 124 74"/>',
  },
  guess: {
    ...outOf(100),
    question:
      'Nothing has drifted. You compare 100 of last month’s scores with 100 from the reference, in ten bins. In how many of 100 such comparisons does the PSI exceed 0.10, the customary limit for moderate drift?',
    label: 'False alarms',
    truth: Math.round((100 / draws) * falseAlarms(settingOf(initialValues(controls)).size)),
    near: 8,
    because: 'with 100 scores in ten bins, chance alone gives a PSI of about 0.18.',
  },
  controls,
  view,
  challenges: [
    {
      task: 'With no drift at all, find sample sizes where none of the 200 draws raises the alarm.',
      isMet: (values) => {
        const { drift, size } = settingOf(values);
        if (drift.shift !== 0 || drift.spread !== 1) return false;
        return falseAlarms(size) === 0;
      },
      solution: { recent: 1000, reference: 1000 },
    },
    {
      task: 'Add a shift that the KS test calls significant while the PSI still says “little or no drift.”',
      isMet: (values) => {
        const setting = settingOf(values);
        const { index, p } = drawn(setting, setting.draw);
        return setting.drift.shift > 0 && p < 0.05 && index < limits.little;
      },
      solution: { shift: 0.1, recent: 5000, reference: 5000 },
    },
  ],
  misconception: 'The PSI is above 0.10, so something has drifted.',
  say: 'PSI limits are only a convention, so I set mine from a stable period at my sample size. In a small window, PSI crosses 0.10 by chance alone.',
  questions: ['44m', 'gk5', 'fk7'],
  sources: ['yurdakul-psi-2020', 'scipy-ks-2samp'],
};
