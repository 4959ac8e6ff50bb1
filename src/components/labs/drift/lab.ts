import type { Control, Values } from '../../../domain/labs/control.ts';
import { expectedIndexWithoutDrift, populationStabilityIndex } from '../../../domain/labs/drift.ts';
import {
  type Comparison,
  countByBin,
  type Drift,
  drawNormal,
  equalShareEdges,
  indexesWithoutDrift,
  indexOfDrift,
} from '../../../domain/labs/drift-sample.ts';
import { criticalGap, gapPValue, largestGap } from '../../../domain/labs/kolmogorov-smirnov.ts';
import { randomFrom } from '../../../lib/random.ts';
import { markup } from '../../markup.ts';
import { type Lab, type LabView, numberOf, textOf } from '../lab.ts';
import { chanceFigure, cumulativeFigure, sharesFigure } from './figures.ts';

/** Pairs of samples drawn without drift, always from the same seed. */
const draws = 200;
/** Limits by custom of credit scoring. */
const limits = { little: 0.1, large: 0.25 };

const controls: readonly Control[] = [
  {
    kind: 'number',
    name: 'shift',
    label: 'Drift: shift of the mean score',
    min: 0,
    max: 1,
    step: 0.05,
    initial: 0,
    unit: 'SD',
  },
  {
    kind: 'number',
    name: 'spread',
    label: 'Drift: spread of the recent scores',
    min: 0.5,
    max: 2,
    step: 0.05,
    initial: 1,
    unit: 'times',
  },
  {
    kind: 'number',
    name: 'recent',
    label: 'Cases in the recent window',
    min: 50,
    max: 5000,
    step: 50,
    initial: 100,
  },
  {
    kind: 'number',
    name: 'reference',
    label: 'Cases in the reference',
    min: 50,
    max: 5000,
    step: 50,
    initial: 100,
  },
  { kind: 'number', name: 'bins', label: 'Bins', min: 2, max: 20, step: 1, initial: 10 },
  { kind: 'hidden', name: 'draw', label: 'Draw', initial: '1', pattern: /^[1-9]\d{0,2}$/ },
];

function view(values: Values): LabView {
  const drift: Drift = { shift: numberOf(values, 'shift'), spread: numberOf(values, 'spread') };
  const size: Comparison = {
    reference: numberOf(values, 'reference'),
    recent: numberOf(values, 'recent'),
    bins: numberOf(values, 'bins'),
  };
  const draw = Number(textOf(values, 'draw'));
  const random = randomFrom(draw);
  const reference = drawNormal(random, size.reference);
  const recent = drawNormal(random, size.recent, drift);

  const edges = equalShareEdges(size.bins);
  const counts = [countByBin(reference, edges), countByBin(recent, edges)] as const;
  const index = populationStabilityIndex(...counts);
  const gap = largestGap(reference, recent);
  const p = gapPValue(gap.distance, size.reference, size.recent);
  const chance = indexesWithoutDrift(size, draws, 0);
  const above = (limit: number): number => chance.filter((value) => value > limit).length;

  return {
    result: `${verdict(index, drift, size.bins)} With ${cases(size.recent)} recent cases against ${cases(size.reference)}, ${above(limits.little)} of ${draws} draws without any drift pass ${decimals(limits.little, 2)}. KS gap ${decimals(gap.distance)}, ${pValue(p)}: ${p < 0.05 ? 'significant' : 'not significant'}.`,
    figure: markup`<div class="wide"><button type="button" data-set="draw=${(draw % 999) + 1}" data-key="again">Draw again</button> <span class="small">This is draw ${draw}.</span></div>
${chanceFigure(chance, index, limits)}${sharesFigure(counts, size)}${cumulativeFigure(reference, recent, gap)}`,
    table: {
      caption: `Draw ${draw}: ${cases(size.recent)} recent against ${cases(size.reference)} in ${size.bins} bins`,
      columns: ['Measure', 'Value'],
      rows: [
        ['PSI of this draw', decimals(index)],
        ['PSI that the drift itself is worth', decimals(indexOfDrift(drift, size.bins))],
        [
          'Mean PSI by chance alone, (bins − 1)(1/n + 1/m)',
          decimals(expectedIndexWithoutDrift(size.bins, size.reference, size.recent)),
        ],
        ['Draws without drift above 0.10', `${above(limits.little)} of ${draws}`],
        ['Draws without drift above 0.25', `${above(limits.large)} of ${draws}`],
        ['KS gap of this draw', decimals(gap.distance)],
        ['KS gap that is significant at 5%', decimals(criticalGap(size.reference, size.recent), 4)],
        ['p-value of this gap', pValue(p)],
      ],
    },
  };
}

function verdict(index: number, drift: Drift, bins: number): string {
  const word =
    index > limits.large ? 'large' : index >= limits.little ? 'moderate' : 'little or no';
  const said = `PSI ${decimals(index)}: ${word} drift by custom`;
  return drift.shift === 0 && drift.spread === 1
    ? `${said}, and nothing has drifted.`
    : `${said}. What has drifted is worth ${decimals(indexOfDrift(drift, bins))}; the difference is chance.`;
}

function cases(count: number): string {
  return count.toLocaleString('en-US');
}

function decimals(value: number, digits = 3): string {
  return value.toFixed(digits);
}

function pValue(p: number): string {
  return p < 0.001 ? 'p < 0.001' : `p = ${decimals(p)}`;
}

/** Lab: what sample size does to statistics of drift. */
export const lab: Lab = {
  id: 'drift',
  title: 'Raise a drift alarm',
  task: 'Nothing has drifted at the start: draw again and watch the PSI. Then raise both sample sizes and add a small shift.',
  controls,
  view,
  say: 'The PSI limits are custom from credit scoring, so I take mine from a stable period at my own sample size: a small window crosses 0.10 by chance, and in a huge one a trivial shift is significant.',
  questions: ['44m', 'gk5', 'fk7'],
  sources: ['yurdakul-psi-2020', 'scipy-ks-2samp'],
};
