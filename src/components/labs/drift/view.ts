import type { Values } from '../../../domain/labs/control.ts';
import {
  countByBin,
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
import { axis, chart, scale, series } from '../draw.ts';
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
  return { reference, recent, index: populationStabilityIndex(...counts) };
}

export const view: LabCode<'drift'>['view'] = (values, words) => {
  const { say, facts } = words;
  const setting = settingOf(values);
  const { drift, size, draw } = setting;
  const { reference, recent, index } = drawn(setting, draw);
  const gap = largestGap(reference, recent);
  const p = gapPValue(gap, size.reference, size.recent);
  // The seed is always 0, so the same sizes always give the same result.
  const chance = indexesWithoutDrift(size, facts.draws, 0);
  const above = (limit: number): number => chance.filter((value) => value > limit).length;
  const alarms = above(facts.little);
  const word = say(index > facts.large ? 'large' : index >= facts.little ? 'moderate' : 'little');
  const hasDrift = drift.shift !== 0 || drift.spread !== 1;
  // The number of draws to show, limited to what can be computed quickly.
  const many = Math.min(draw, 20, Math.ceil(20_000 / (size.reference + size.recent)));
  const before = series(many - 1, (at) => drawn(setting, draw - 1 - at).index);
  const after = (by: number): string => `draw=${((draw + by - 1) % 999) + 1}`;
  const parts = {
    ...{ ...facts, ...size, n: draw, index, word, alarms, largeAlarms: above(facts.large) },
    own: indexOfDrift(drift, size.bins),
    chance: expectedIndexWithoutDrift(size.bins, size.reference, size.recent),
    ...{ gap, criticalGap: criticalGap(size.reference, size.recent) },
    p: p < 0.001 ? 'p < 0.001' : `p = ${number(p, 3)}`,
    verdict: say(p < 0.05 ? 'significant' : 'notSignificant'),
  };
  return {
    value: `PSI ${number(index, 2)}`,
    unit: say('unit', parts),
    result: say(hasDrift ? 'resultDrift' : 'result', parts),
    measures: {
      ...{ shift: drift.shift, p, index, alarms },
      falseAlarms: (100 * alarms) / facts.draws,
    },
    figure: markup`${chanceFigure(chance, index, before, words)}<p class="lab-buttons">
      <button type="button" data-set="${after(1)}" data-key="again">Draw again</button> <button type="button" data-set="${after(20)}"
        data-key="twenty">Draw 20 more</button> <span class="fine-print">${say('draw', parts)}</span></p>`,
    parts,
  };
};

/** The index at the right end of the scale. */
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
  const bars = heights.map((height, cell) =>
    height > 0 ? `M${x((cell / cells) * most)} 160V${y(height)}h10.3V160Z` : '',
  );
  return chart(
    [600, 230],
    {
      label: say('picture', { draws, index }),
      keys: [
        ['fill-a soft', `${draws} draws without drift`],
        ['fill-b', index > most ? 'your draw, off the scale' : 'your draw, with earlier ones'],
      ],
    },
    markup`<path class="fill-a soft" d="${bars.join('')}"/>`,
    zone(0, little, 'little'),
    zone(little, large, 'moderate'),
    zone(large, most, 'large'),
    markup`<path class="grid" stroke-dasharray="4 4" d="M${x(little)} 26V198M${x(large)} 26V198"/><path class="grid" d="M14 160H576"/>`,
    ...before.map(
      (value) => markup`<circle class="fill-b soft" cx="${at(value)}" cy="180" r="7"/>`,
    ),
    markup`<circle class="fill-b" cx="${at(index)}" cy="180" r="8"/>`,
    axis([0, 0.1, 0.2, 0.3, 0.4, 0.5], x, 200),
  );
}
