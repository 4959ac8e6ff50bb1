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
import { drawing, scale } from '../draw.ts';
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
  const { say } = words;
  const raters = textOf(values, 'raters');
  const counts = countsOf(values);
  const more = published(counts, words);
  if (raters !== 'two') return { ...manyRaters(raters, words), more };
  const table = asTable(counts);
  const agreement = cohensAgreement(table);
  const kappa = agreement && kappaOf(agreement);
  const on = (category: number, decimals?: number): string =>
    percent(specificAgreement(table, category), decimals);
  const [bothYes, onlyA, onlyB, bothNo] = counts;
  return {
    value: kappa === undefined ? 'No' : kappaText(kappa),
    unit: say('unit', { observed: percent(agreement?.observed, 0) }),
    result:
      agreement === undefined
        ? say('empty')
        : kappa === undefined
          ? say('noKappa')
          : say('result', {
              observed: percent(agreement.observed),
              cases: number(total(counts)),
              expected: percent(agreement.expected),
              kappa: kappaText(kappa),
              yes: on(0, 0),
              no: on(1, 0),
            }),
    measures: measuresOf(agreement, total(counts)),
    figure: markup`${agreement && agreementBar(agreement, say)}`,
    more,
    table: {
      caption: say('caption', { bothYes, onlyA, onlyB, bothNo }),
      columns: ['Measure', 'Value'],
      rows: [
        ['Observed agreement', percent(agreement?.observed)],
        ['Agreement by chance', percent(agreement?.expected)],
        ['Cohen’s kappa', kappaText(kappa, 3)],
        ['Agreement on yes', on(0)],
        ['Agreement on no', on(1)],
      ],
    },
  };
};

function countsOf(values: Values): Counts {
  const of = (name: string): number => numberOf(values, name);
  return [of('bothyes'), of('onlya'), of('onlyb'), of('bothno')];
}

function asTable(counts: Counts): number[][] {
  return [counts.slice(0, 2), counts.slice(2)];
}

const total = (counts: Counts): number => counts.reduce((sum, one) => sum + one, 0);

/** Returns the measures. All but kappa are percentages. */
function measuresOf(agreement: Agreement | undefined, cases: number): LabView['measures'] {
  const { observed = Number.NaN, expected = Number.NaN } = agreement ?? {};
  const kappa = (agreement && kappaOf(agreement)) ?? Number.NaN;
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
        aria-pressed="${String(isNow)}">${name}</button> ${counts.join(', ')}${agreement && `: ${inWords(agreement, say)}`}</li>`;
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
  const anchor = (share: number) => (share > 0.65 ? 'end' : share < 0.35 ? 'start' : 'middle');
  return markup`<div class="wide">${drawing(
    [600, 124],
    inWords(agreement, say),
    ...parts(agreement, x, [32, 88]),
    markup`<path class="mark" d="M${x(observed)} 26V92"/>
      <text x="${x(observed)}" y="20" text-anchor="${anchor(observed)}">they agree: ${percent(observed)}</text>`,
    markup`<path class="mark" stroke-dasharray="3 3" d="M${x(expected)} 28V96"/>
      <text x="${x(expected)}" y="116" text-anchor="${anchor(expected)}">by chance: ${percent(expected)}</text>`,
  )}<p class="fine-print">${explained(agreement, say)}</p></div>`;
}

function parts(
  { observed, expected }: Agreement,
  x: (share: number) => number,
  [top, bottom]: readonly [number, number],
): Markup[] {
  const part = (from: number, to: number, look: string): Markup =>
    markup`<path class="${look}" d="M${x(from)} ${top}H${x(to)}V${bottom}H${x(from)}Z"/>`;
  return [
    part(0, Math.min(observed, expected), 'fill-faint'),
    part(expected, observed, observed < expected ? 'fill-b soft' : 'fill-a'),
    part(0, 1, 'grid'),
  ];
}

function inWords(agreement: Agreement, say: Say): string {
  return say('bar', {
    observed: percent(agreement.observed, 0),
    expected: percent(agreement.expected, 0),
    kappa: kappaText(kappaOf(agreement)),
  });
}

function explained(agreement: Agreement, say: Say): string {
  const { observed, expected } = agreement;
  const kappa = kappaOf(agreement);
  const points = (share: number): string => number(100 * share, 1);
  if (kappa === undefined) return say('explainedAll');
  if (observed < expected) return say('explainedLess', { points: points(expected - observed) });
  return say('explained', {
    more: points(observed - expected),
    rest: points(1 - expected),
    kappa: kappaText(kappa),
  });
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
  const kappa = number(kappaOf(agreement) ?? 0, 3);
  const cases = table.map(agreementOnCase).sort((a, b) => b - a);
  const observed = percent(agreement.observed);
  return {
    value: kappa,
    unit: say('unitMany', { observed: percent(agreement.observed, 0) }),
    result: say('resultMany', {
      ...{ cases: table.length, raters, observed, kappa },
      expected: percent(agreement.expected),
      least: percent(cases.at(-1), 0),
      most: percent(cases[0], 0),
    }),
    measures: measuresOf(agreement, table.length),
    figure: markup`${agreementBar(agreement, say)}${caseBars(cases, say)}`,
    table: {
      caption,
      columns: ['Measure', 'Value'],
      rows: [
        ['Observed agreement', observed],
        ['Agreement by chance', percent(agreement.expected)],
        ['Fleiss’ kappa', kappa],
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
  return markup`<div class="wide">${drawing(
    [600, 156],
    say('pictureMany'),
    markup`<g class="axis">${[0, 0.5, 1].map(
      (share) => markup`<path d="M44 ${y(share)}H596" stroke-dasharray="2 4"/>
      <text x="38" y="${y(share) + 5}" text-anchor="end">${100 * share}</text>`,
    )}</g>`,
    markup`<path class="fill-a" d="${path}"/>`,
  )}<p class="fine-print">${say('noteMany')}</p></div>`;
}
