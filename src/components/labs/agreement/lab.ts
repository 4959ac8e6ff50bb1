import {
  type Agreement,
  agreementOnCase,
  cohensAgreement,
  fleissAgreement,
  kappaOf,
  ratingShares,
  specificAgreement,
} from '../../../domain/labs/agreement.ts';
import type { Values } from '../../../domain/labs/control.ts';
import { number, percent } from '../../../domain/worked/format.ts';
import { type Markup, markup } from '../../markup.ts';
import { chart, levels, scale } from '../draw.ts';
import {
  type LabCode,
  type LabView,
  type LabWords,
  numberOf,
  recordOf,
  type Say,
  textOf,
} from '../lab.ts';

type Words = LabWords<'agreement'>;
type Counts = readonly [bothYes: number, onlyA: number, onlyB: number, bothNo: number];

export const view: LabCode<'agreement'>['view'] = (values, words) => {
  const raters = textOf(values, 'raters');
  const counts = countsOf(values);
  const shown = raters === 'two' ? twoRaters(counts, words) : manyRaters(raters, words);
  return { ...shown, more: published(counts, words) };
};

function twoRaters(counts: Counts, { say }: Words): LabView {
  const table = asTable(counts);
  const agreement = cohensAgreement(table);
  const cases = counts.reduce((sum, one) => sum + one, 0);
  const [bothYes, onlyA, onlyB, bothNo] = counts;
  const parts = {
    ...{ ...partsOf(agreement), bothYes, onlyA, onlyB, bothNo, cases },
    yes: specificAgreement(table, 0),
    no: specificAgreement(table, 1),
  };
  const result =
    agreement === undefined ? 'empty' : parts.kappa === undefined ? 'noKappa' : 'result';
  return {
    value: parts.kappa === undefined ? 'No' : kappaText(parts.kappa),
    unit: say('unit', parts),
    result: say(result, parts),
    measures: measuresOf(agreement, cases),
    figure: markup`${agreement && agreementBar(agreement, say)}`,
    note: agreement && explained(agreement, say),
    table: {
      caption: say('caption', parts),
      columns: ['Measure', 'Value'],
      rows: [
        ...rowsOf(agreement, 'Cohen’s kappa'),
        ['Agreement on yes', percent(parts.yes)],
        ['Agreement on no', percent(parts.no)],
      ],
    },
  };
}

function partsOf(agreement: Agreement | undefined) {
  const { observed, expected } = agreement ?? {};
  return { observed, expected, kappa: agreement && kappaOf(agreement) };
}

function rowsOf(agreement: Agreement | undefined, name: string): string[][] {
  const { observed, expected, kappa } = partsOf(agreement);
  return [
    ['Observed agreement', percent(observed)],
    ['Agreement by chance', percent(expected)],
    [name, kappaText(kappa, 3)],
  ];
}

function countsOf(values: Values): Counts {
  const of = (name: string): number => numberOf(values, name);
  return [of('bothyes'), of('onlya'), of('onlyb'), of('bothno')];
}

function asTable(counts: Counts): number[][] {
  return [counts.slice(0, 2), counts.slice(2)];
}

/** Returns the measures. All but kappa are percentages. */
function measuresOf(agreement: Agreement | undefined, cases: number): LabView['measures'] {
  const { observed = Number.NaN, expected = Number.NaN, kappa = Number.NaN } = partsOf(agreement);
  return { observed: 100 * observed, chance: 100 * expected, kappa, cases };
}

/** Lists published tables, each with a button that loads it. */
function published(now: Counts, { say, facts }: Words): Markup {
  return markup`<div class="wide lab-words"><p>${say('load')}</p><ul>${facts.published.map(
    ({ name, counts }) => {
      const agreement = cohensAgreement(asTable(counts));
      const [bothYes, onlyA, onlyB, bothNo] = counts;
      const set = `bothyes=${bothYes}&onlya=${onlyA}&onlyb=${onlyB}&bothno=${bothNo}&raters=two`;
      const isNow = counts.join() === now.join();
      return markup`<li><button type="button" data-set="${set}" data-key="${counts.join('-')}"
        aria-pressed="${String(isNow)}">${name}</button> ${counts.join(', ')}${agreement && `: ${say('bar', partsOf(agreement))}`}</li>`;
    },
  )}</ul></div>`;
}

/**
 * Draws all cases as a bar: chance agreement, agreement beyond chance, and disagreement. Kappa is
 * the middle segment as a share of everything beyond chance.
 */
function agreementBar(agreement: Agreement, say: Say): Markup {
  const { observed, expected } = agreement;
  const x = scale([0, 1], [2, 598]);
  const part = (from: number, to: number, look: string): Markup =>
    markup`<path class="${look}" d="M${x(from)} 32H${x(to)}V88H${x(from)}Z"/>`;
  const label = (share: number, y: number, name: string): Markup => {
    const anchor = share > 0.65 ? 'end' : share < 0.35 ? 'start' : 'middle';
    return markup`<text x="${x(share)}" y="${y}" text-anchor="${anchor}">${name}: ${percent(share)}</text>`;
  };
  return chart(
    [600, 124],
    { label: say('bar', partsOf(agreement)) },
    part(0, Math.min(observed, expected), 'fill-faint'),
    part(expected, observed, observed < expected ? 'fill-b soft' : 'fill-a'),
    part(0, 1, 'grid'),
    markup`<path class="mark" d="M${x(observed)} 26V92"/>${label(observed, 20, 'they agree')}`,
    markup`<path class="mark" stroke-dasharray="3 3" d="M${x(expected)} 28V96"/>${label(expected, 116, 'by chance')}`,
  );
}

function explained(agreement: Agreement, say: Say): string {
  const { observed, expected } = agreement;
  const kappa = kappaOf(agreement);
  if (kappa === undefined) return say('explainedAll');
  const more = 100 * (observed - expected);
  const name = more < 0 ? 'explainedLess' : 'explained';
  return say(name, { more, points: -more, rest: 100 * (1 - expected), kappa });
}

/** Writes kappa with a minus sign instead of a hyphen. */
function kappaText(kappa: number | undefined, decimals = 2): string {
  return kappa === undefined ? 'none' : number(kappa, decimals).replace('-', '−');
}

function manyRaters(which: string, { say, facts }: Words): LabView {
  const { caption, raters, categories, cases: text } = recordOf(facts.ratings, which);
  // The text has a word per case and a base-15 digit per category.
  const table = text.split(' ').map((word) => [...word].map((digit) => Number.parseInt(digit, 15)));
  const agreement = fleissAgreement(table);
  const cases = table.map(agreementOnCase).sort((a, b) => b - a);
  const range = { least: cases.at(-1), most: cases[0] };
  const parts = { ...partsOf(agreement), ...range, cases: table.length, raters };
  return {
    value: kappaText(parts.kappa, 3),
    unit: say('unitMany', parts),
    result: say('resultMany', parts),
    measures: measuresOf(agreement, table.length),
    figure: markup`${agreementBar(agreement, say)}${caseBars(cases, say)}`,
    note: explained(agreement, say),
    table: {
      caption,
      columns: ['Measure', 'Value'],
      rows: [
        ...rowsOf(agreement, 'Fleiss’ kappa'),
        ...ratingShares(table).map((share, at) => [`Ratings in ${categories[at]}`, percent(share)]),
      ],
    },
  };
}

function caseBars(cases: readonly number[], say: Say): Markup {
  const x = scale([0, cases.length], [44, 596]);
  const y = scale([0, 1], [150, 12]);
  const gap = cases.length > 20 ? 3 : 8;
  const path = cases
    .map((share, at) => `M${x(at)} 150V${y(share).toFixed(1)}H${x(at + 1) - gap}V150Z`)
    .join('');
  return chart(
    [600, 156],
    { label: say('pictureMany'), note: say('noteMany') },
    levels([0, 0.5, 1], y, [44, 596], (share) => String(100 * share)),
    markup`<path class="fill-a" d="${path}"/>`,
  );
}
