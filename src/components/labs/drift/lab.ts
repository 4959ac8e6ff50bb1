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
    isMore: true,
  },
  {
    kind: 'number',
    name: 'recent',
    label: 'Recent scores',
    min: 50,
    max: 5000,
    step: 50,
    initial: 100,
    isLog: true,
  },
  {
    kind: 'number',
    name: 'reference',
    label: 'Reference scores',
    min: 50,
    max: 5000,
    step: 50,
    initial: 100,
    isLog: true,
  },
  {
    kind: 'number',
    name: 'bins',
    label: 'Bins',
    min: 2,
    max: 20,
    step: 1,
    initial: 10,
    isMore: true,
  },
  { kind: 'hidden', name: 'draw', label: 'Draw', initial: '1', pattern: /^[1-9]\d{0,2}$/ },
];

function settingOf(values: Values) {
  const drift: Drift = { shift: numberOf(values, 'shift'), spread: numberOf(values, 'spread') };
  const size: Comparison = {
    reference: numberOf(values, 'reference'),
    recent: numberOf(values, 'recent'),
    bins: numberOf(values, 'bins'),
  };
  return { drift, size, draw: Number(textOf(values, 'draw')) };
}

/** Both samples of a draw, by bin, and their statistics. */
function drawn({ drift, size }: ReturnType<typeof settingOf>, draw: number) {
  const random = randomFrom(draw);
  const reference = drawNormal(random, size.reference);
  const recent = drawNormal(random, size.recent, drift);
  const edges = equalShareEdges(size.bins);
  const counts = [countByBin(reference, edges), countByBin(recent, edges)] as const;
  const gap = largestGap(reference, recent);
  return {
    reference,
    recent,
    counts,
    index: populationStabilityIndex(...counts),
    gap,
    p: gapPValue(gap.distance, size.reference, size.recent),
  };
}

/** How many of the draws without drift pass a limit. */
function passing(chance: readonly number[], limit: number): number {
  return chance.filter((value) => value > limit).length;
}

function view(values: Values): LabView {
  const setting = settingOf(values);
  const { drift, size, draw } = setting;
  const { reference, recent, counts, index, gap, p } = drawn(setting, draw);
  const chance = indexesWithoutDrift(size, draws, 0);
  const above = (limit: number): number => passing(chance, limit);
  // The draws before this one, as many as are quickly made.
  const many = Math.min(draw, 20, Math.ceil(20_000 / (size.reference + size.recent)));
  const before = Array.from({ length: many - 1 }, (_, at) => drawn(setting, draw - 1 - at).index);
  const after = (by: number): string => `draw=${((draw + by - 1) % 999) + 1}`;

  return {
    value: `PSI ${decimals(index, 2)}`,
    unit: `“${word(index)} drift” by custom`,
    result: `${verdict(index, drift, size.bins)} Of ${draws} draws without any drift, ${above(limits.little)} pass ${decimals(limits.little, 2)}.`,
    figure: markup`${chanceFigure(chance, index, before, limits)}<p class="drift-draw"><button type="button" data-set="${after(1)}" data-key="again">Draw again</button> <button type="button" data-set="${after(20)}" data-key="twenty">Draw 20 more</button> <span class="small">This is draw ${draw}.</span></p>`,
    more: markup`${sharesFigure(counts, size)}${cumulativeFigure(reference, recent, gap)}`,
    table: {
      caption: `Draw ${draw}: ${cases(size.recent)} recent against ${cases(size.reference)} in ${size.bins} bins`,
      columns: ['Measure', 'Value'],
      rows: [
        ['PSI of this draw', decimals(index)],
        ['PSI from drift alone, without sampling noise', decimals(indexOfDrift(drift, size.bins))],
        [
          'Mean PSI by chance alone, (bins − 1)(1/n + 1/m)',
          decimals(expectedIndexWithoutDrift(size.bins, size.reference, size.recent)),
        ],
        ['Draws without drift above 0.10', `${above(limits.little)} of ${draws}`],
        ['Draws without drift above 0.25', `${above(limits.large)} of ${draws}`],
        ['KS gap of this draw', decimals(gap.distance)],
        ['KS gap that is significant at 5%', decimals(criticalGap(size.reference, size.recent), 4)],
        ['p-value of this gap', `${pValue(p)}: ${p < 0.05 ? 'significant' : 'not significant'}`],
      ],
    },
  };
}

function verdict(index: number, drift: Drift, bins: number): string {
  const said = `PSI ${decimals(index)}: ${word(index)} drift by custom`;
  return drift.shift === 0 && drift.spread === 1
    ? `${said}, and nothing has drifted.`
    : `${said}. The drift itself is worth ${decimals(indexOfDrift(drift, bins))}; the rest is chance.`;
}

function word(index: number): string {
  return index > limits.large ? 'large' : index >= limits.little ? 'moderate' : 'little or no';
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

/** Draws without drift that pass 0.10 as the lab opens, of 100. */
const atFirst =
  (100 / draws) *
  passing(indexesWithoutDrift({ reference: 100, recent: 100, bins: 10 }, draws, 0), limits.little);

/** Lab: what sample size does to statistics of drift. */
export const lab: Lab = {
  id: 'drift',
  title: 'Raise a drift alarm',
  theme: 'use',
  guess: {
    kind: 'slider',
    question:
      'Nothing has drifted. You compare 100 of last month’s scores with 100 from the reference, in ten bins. In how many of 100 such comparisons does the PSI pass 0.10, the customary limit for moderate drift?',
    label: 'False alarms',
    min: 0,
    max: 100,
    step: 1,
    write: (count) => `${count} of 100`,
    truth: Math.round(atFirst),
    near: 8,
    because: 'with 100 scores in ten bins, chance alone makes a PSI of about 0.18.',
  },
  controls,
  view,
  challenges: [
    {
      task: 'Keep everything from drifting, and find numbers of scores at which none of 200 draws raises the alarm.',
      isMet: (values) => {
        const { drift, size } = settingOf(values);
        if (drift.shift !== 0 || drift.spread !== 1) return false;
        return passing(indexesWithoutDrift(size, draws, 0), limits.little) === 0;
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
  say: 'PSI limits are convention, so I set mine from a stable period at my sample size. A small window crosses 0.10 by chance alone.',
  questions: ['44m', 'gk5', 'fk7'],
  sources: ['yurdakul-psi-2020', 'scipy-ks-2samp'],
};
