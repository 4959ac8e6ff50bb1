import {
  type Agreement,
  agreementOnCase,
  cohensAgreement,
  fleissAgreement,
  kappaOf,
  ratingShares,
  scottsPi,
  specificAgreement,
} from '../../../domain/labs/agreement.ts';
import { choice, field, folded, type Values } from '../../../domain/labs/control.ts';
import { fourteenRaters, psychiatricDiagnoses } from '../../../domain/labs/rating-tables.ts';
import { number, percent } from '../../../domain/worked/format.ts';
import { type Markup, markup } from '../../markup.ts';
import { drawing, scale } from '../draw.ts';
import { type Lab, type LabView, numberOf, outOf, textOf } from '../lab.ts';

const count = (name: string, label: string, initial: number) =>
  field(name, label, [0, 9999, 1], initial, 'cases');

const controls = [
  ...folded(
    count('bothyes', 'Both say yes', 80),
    count('onlya', 'Only A says yes', 10),
    count('onlyb', 'Only B says yes', 5),
    count('bothno', 'Both say no', 5),
  ),
  choice('raters', 'Data', 'two', {
    two: '100 cases, two raters (Cohen’s kappa)',
    six: '30 patients, six raters each from a larger pool (Fleiss’ kappa)',
    fourteen: '10 cases, fourteen raters (Fleiss’ kappa)',
  }),
];

type Counts = readonly [bothYes: number, onlyA: number, onlyB: number, bothNo: number];

/** The pair of Feinstein & Cicchetti 1990, and the pilots from the page on labels. */
const published: readonly (readonly [name: string, counts: Counts])[] = [
  ['Half rated yes', [40, 9, 6, 45]],
  ['Nearly all rated yes', [80, 10, 5, 5]],
  ['A rare finding', [4, 8, 8, 180]],
  ['Rare finding, better guideline', [9, 2, 3, 186]],
];

function view(values: Values): LabView {
  const raters = textOf(values, 'raters');
  if (raters !== 'two') return manyRaters(raters);
  const counts = countsOf(values);
  const table = asTable(counts);
  const agreement = cohensAgreement(table);
  const kappa = agreement && kappaOf(agreement);
  const on = (category: number, decimals?: number): string =>
    percent(specificAgreement(table, category), decimals);
  return {
    value: kappa === undefined ? 'No' : kappaText(kappa),
    unit: `kappa, with ${percent(agreement?.observed, 0)} agreement`,
    result:
      agreement === undefined
        ? 'The table is empty: enter at least one case.'
        : kappa === undefined
          ? 'Both raters give every case the same answer. That puts the agreement expected by chance at 100%, so kappa can’t be computed.'
          : `The raters agree on ${percent(agreement.observed)} of ${number(total(counts))} cases, and chance alone would give ${percent(agreement.expected)}: kappa ${kappaText(kappa)}. Agreement is ${on(0, 0)} on yes and ${on(1, 0)} on no.`,
    figure: markup`${agreement && agreementBar(agreement)}<p class="lab-buttons">${published.map(([name, to]) => button(name, to, counts))}</p>`,
    more: markup`${published.map(([name, of]) => smallBar(name, of))}`,
    table: {
      caption: `Both yes ${number(counts[0])}, only A ${number(counts[1])}, only B ${number(counts[2])}, both no ${number(counts[3])}`,
      columns: ['Measure', 'Value'],
      rows: [
        ['Observed agreement', percent(agreement?.observed)],
        ['Agreement by chance', percent(agreement?.expected)],
        ['Cohen’s kappa', kappaText(kappa, 3)],
        ['Fleiss’ kappa for the same ratings', kappaText(scottsPi(table), 3)],
        ['Agreement on yes', on(0)],
        ['Agreement on no', on(1)],
      ],
    },
  };
}

function countsOf(values: Values): Counts {
  const of = (name: string): number => numberOf(values, name);
  return [of('bothyes'), of('onlya'), of('onlyb'), of('bothno')];
}

function asTable(counts: Counts): number[][] {
  return [counts.slice(0, 2), counts.slice(2)];
}

const total = (counts: Counts): number => counts.reduce((sum, one) => sum + one, 0);

function button(name: string, counts: Counts, now: Counts): Markup {
  const [bothYes, onlyA, onlyB, bothNo] = counts;
  const set = `bothyes=${bothYes}&onlya=${onlyA}&onlyb=${onlyB}&bothno=${bothNo}`;
  const key = counts.join('-');
  return markup`<button type="button" data-set="${set}" data-key="${key}" aria-pressed="${String(key === now.join('-'))}">${name}</button> `;
}

function agreementOf(values: Values): Agreement | undefined {
  return values['raters'] === 'two' ? cohensAgreement(asTable(countsOf(values))) : undefined;
}

/**
 * All cases as a bar: agreement by chance, agreement beyond chance, disagreement. Kappa is the
 * middle part as a share of everything beyond chance.
 */
function agreementBar(agreement: Agreement): Markup {
  const { observed, expected } = agreement;
  const x = scale([0, 1], [2, 598]);
  const anchor = (share: number) => (share > 0.65 ? 'end' : share < 0.35 ? 'start' : 'middle');
  return markup`<div class="wide">${drawing(
    [600, 124],
    inWords(agreement),
    ...parts(agreement, x, [32, 88]),
    markup`<path class="mark" d="M${x(observed)} 26V92"/><text x="${x(observed)}" y="20" text-anchor="${anchor(observed)}">they agree: ${percent(observed)}</text>`,
    markup`<path class="mark" stroke-dasharray="3 3" d="M${x(expected)} 28V96"/><text x="${x(expected)}" y="116" text-anchor="${anchor(expected)}">by chance: ${percent(expected)}</text>`,
  )}<p class="fine-print">${explained(agreement)}</p></div>`;
}

function smallBar(name: string, counts: Counts): Markup | undefined {
  const agreement = cohensAgreement(asTable(counts));
  if (agreement === undefined) return undefined;
  const words = inWords(agreement);
  return markup`<div><p class="fine-print">${name} (both yes, only A, only B, both no): ${counts.join(', ')}</p>${drawing(
    [300, 46],
    words,
    ...parts(agreement, scale([0, 1], [2, 298]), [6, 26]),
    markup`<text x="2" y="42">${words}</text>`,
  )}</div>`;
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

function inWords(agreement: Agreement): string {
  return `agree ${percent(agreement.observed, 0)}, chance ${percent(agreement.expected, 0)}, kappa ${kappaText(kappaOf(agreement))}`;
}

function explained(agreement: Agreement): string {
  const { observed, expected } = agreement;
  const kappa = kappaOf(agreement);
  const points = (share: number): string => number(100 * share, 1);
  if (kappa === undefined)
    return 'Chance alone explains all the agreement, so kappa can’t be computed.';
  return observed < expected
    ? `${points(expected - observed)} points below chance: kappa is negative.`
    : `Beyond chance: ${points(observed - expected)} of the remaining ${points(1 - expected)} points, so kappa is ${kappaText(kappa)}.`;
}

/** Kappa with a minus sign instead of a hyphen. */
function kappaText(kappa: number | undefined, decimals = 2): string {
  return kappa === undefined ? 'none' : number(kappa, decimals).replace('-', '−');
}

function manyRaters(which: string): LabView {
  const isFleiss = which === 'six';
  const table = isFleiss ? psychiatricDiagnoses : fourteenRaters;
  const agreement = fleissAgreement(table);
  const kappa = number(kappaOf(agreement) ?? 0, 3);
  const diagnoses = ['depression', 'personality disorder', 'schizophrenia', 'neurosis', 'other'];
  const cases = table.map(agreementOnCase).sort((a, b) => b - a);
  return {
    value: kappa,
    unit: `Fleiss’ kappa, with ${percent(agreement.observed, 0)} agreement`,
    result: `${table.length} cases, ${isFleiss ? 6 : 14} ratings each: two ratings of a case agree ${percent(agreement.observed)} of the time; by chance alone, they would agree ${percent(agreement.expected)} of the time. Fleiss’ kappa is ${kappa}. Agreement on individual cases runs from ${percent(cases.at(-1), 0)} to ${percent(cases[0], 0)}.`,
    figure: agreementBar(agreement),
    more: caseBars(cases),
    table: {
      caption: isFleiss
        ? 'Diagnoses of 30 patients, six for each (Fleiss 1971)'
        : 'Ten cases, fourteen raters, five categories',
      columns: ['Measure', 'Value'],
      rows: [
        ['Observed agreement', percent(agreement.observed)],
        ['Agreement by chance', percent(agreement.expected)],
        ['Fleiss’ kappa', kappa],
        ...ratingShares(table).map((share, at) => [
          `Ratings in ${isFleiss ? diagnoses[at] : `category ${at + 1}`}`,
          percent(share),
        ]),
      ],
    },
  };
}

function caseBars(cases: readonly number[]): Markup {
  const x = scale([0, cases.length], [44, 596]);
  const y = scale([0, 1], [150, 12]);
  const gap = cases.length > 20 ? 3 : 8;
  const path = cases
    .map((share, at) => `M${x(at)} 150V${y(share).toFixed(1)}H${x(at + 1) - gap}V150Z`)
    .join('');
  return markup`<div class="wide">${drawing(
    [600, 156],
    'Agreement on each case, from the clearest to the hardest',
    markup`<g class="axis">${[0, 0.5, 1].map((share) => markup`<path d="M44 ${y(share)}H596" stroke-dasharray="2 4"/><text x="38" y="${y(share) + 5}" text-anchor="end">${100 * share}</text>`)}</g>`,
    markup`<path class="fill-a" d="${path}"/>`,
  )}<p class="fine-print">One bar per case: percent of rating pairs that agree</p></div>`;
}

export const lab: Lab = {
  id: 'agreement',
  title: 'Take chance out of agreement',
  aliases: ['kappa', 'Cohen’s kappa', 'inter-rater agreement', 'annotators disagree'],
  theme: 'accuracy',
  still: {
    value: '85%',
    unit: 'agreement',
    question: 'How much of that agreement would chance alone explain?',
    drawing:
      '<rect class="off" x="20" y="94" width="280" height="20" rx="3"/><path class="on" d="M20 94h238v20H20z"/><path class="mark" d="M238 84v40"/>',
  },
  guess: {
    ...outOf(100),
    question:
      'Two radiologists read 100 scans. One says yes to 90, the other to 85, and they agree on 85 scans. On how many would they agree by chance alone?',
    label: 'Agreement by chance',
    truth: 78,
    near: 5,
    because: 'when both say yes to nearly everything, they often agree without even looking.',
  },
  controls,
  view,
  challenges: [
    {
      task: 'Keep 100 cases and 85% agreement. Find a table with a kappa above 0.65.',
      isMet: (values) => {
        const agreement = agreementOf(values);
        if (agreement?.observed !== 0.85 || total(countsOf(values)) !== 100) return false;
        return (kappaOf(agreement) ?? 0) > 0.65;
      },
      solution: { bothyes: 40, onlya: 9, onlyb: 6, bothno: 45 },
    },
    {
      task: 'Find a table of 100 or more cases with at least 90% agreement and a kappa below 0.3.',
      isMet: (values) => {
        const agreement = agreementOf(values);
        if (agreement === undefined || total(countsOf(values)) < 100) return false;
        return agreement.observed >= 0.9 && (kappaOf(agreement) ?? 1) < 0.3;
      },
      solution: { bothyes: 4, onlya: 8, onlyb: 8, bothno: 180 },
    },
  ],
  misconception: 'They agree on 85% of the cases, so the labels are good.',
  say: 'I report kappa with the raw agreement, because chance alone can account for most of it. For a rare finding, I add agreement on the positives.',
  questions: ['v6r', 'xv2'],
  sources: ['fleiss-kappa-1971', 'fleiss-kappa-quallmer-docs', 'gwet-ac1-2008', 'landis-koch-1977'],
};
