import { expectedCounts } from '../../../domain/labs/classification.ts';
import { number } from '../../../domain/worked/format.ts';
import { type Markup, markup } from '../../markup.ts';
import { box, boxes, type Figure, heading, words } from '../diagram.ts';

const models = [
  { name: 'A', sensitivity: 0.95, specificity: 0.85 },
  { name: 'B', sensitivity: 0.88, specificity: 0.95 },
];

const settings = [
  {
    name: 'Teleradiology, 2.7% bleeds',
    prevalence: 0.027,
    verdict: 'Ship B\n51 more false flags for each extra bleed A finds',
  },
  {
    name: 'Stroke center, 15% bleeds',
    prevalence: 0.15,
    verdict:
      'Ship A on two conditions, otherwise B\n8 more false flags for each extra bleed A finds;\nA’s flags must come before the scan is opened,\nand must change treatment',
  },
];

/** The left end of the bars. One unit of width represents one scan in 1,000. */
const start = 32;

function bar(x: number, y: number, width: number, kind: string): Markup {
  return markup`<rect class="bar ${kind}" x="${x}" y="${y}" width="${width}" height="20"/>`;
}

function queue({ name, ...rates }: (typeof models)[number], prevalence: number, y: number): Markup {
  const counts = expectedCounts({ ...rates, prevalence }, 1000);
  const { truePositives, falsePositives, falseNegatives } = counts;
  const flags = truePositives + falsePositives;
  const inWords = `${number(truePositives, 1)} found, ${number(falsePositives)} false, ${number(falseNegatives, 1)} without a flag`;
  return markup`${heading(12, y + 15, name)}
    ${bar(start, y, truePositives, 'found')}
    ${bar(start + truePositives, y, falsePositives, 'false')}
    ${bar(start + flags + 8, y, falseNegatives, 'missed')}
    ${words(start, y + 35, inWords)}`;
}

function site({ name, prevalence, verdict }: (typeof settings)[number], index: number): Markup {
  const y = 54 + index * 172;
  const h = 13 + 15 * verdict.split('\n').length;
  return markup`${heading(12, y, name)}
    ${models.map((model, row) => queue(model, prevalence, y + 10 + row * 46))}
    ${boxes(box([12, y + 102, 376, h], 'good', verdict))}`;
}

export const figure: Figure = {
  sources: ['del-gaizo-ich-teleradiology-2024'],
  caption:
    'Counts per 1,000 scans, drawn to scale. The two settings call for opposite choices of model. All scans are read either way, but flagged ones come first.',
  description:
    'Four bars on one scale, each for 1,000 head CTs. Teleradiology, where 2.7 percent of scans show a bleed: model A flags 25.7 bleeds, leaves 1.4 without a flag, and raises 146 false flags; model B flags 23.8, leaves 3.2, and raises 49. A costs 51 more false flags for each extra bleed it finds, so ship B. Stroke center, where 15 percent do: A flags 142.5, leaves 7.5, and raises 128 false flags; B flags 132.0, leaves 18.0, and raises 43. A costs only 8 more false flags for each extra bleed, so ship A if its flags come before the scan is opened and the extra bleeds change treatment; otherwise, ship B. Bleeds without a flag are still read, but after the flagged scans.',
  height: 405,
  content: markup`
    ${bar(12, 8, 14, 'found')}
    ${words(32, 23, 'bleed, flagged')}
    ${bar(146, 8, 14, 'false')}
    ${words(166, 23, 'false flag')}
    ${bar(244, 8, 14, 'missed')}
    ${words(264, 23, 'bleed without a flag')}
    ${settings.map(site)}
  `,
};
