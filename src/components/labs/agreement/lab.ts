import {
  type Agreement,
  cohensAgreement,
  kappaOf,
  scottsPi,
  specificAgreement,
} from '../../../domain/labs/agreement.ts';
import type { Control, Values } from '../../../domain/labs/control.ts';
import { number, percent } from '../../../domain/worked/format.ts';
import { type Markup, markup } from '../../markup.ts';
import { type Lab, type LabTable, type LabView, numberOf, textOf } from '../lab.ts';
import { agreementBar, kappaText, smallAgreementBar } from './bar.ts';
import { manyRaters } from './many-raters.ts';

const count = {
  kind: 'number',
  min: 0,
  max: 9999,
  step: 1,
  unit: 'cases',
  isPlain: true,
  isMore: true,
} as const;
const cells = ['bothyes', 'onlya', 'onlyb', 'bothno'] as const;

const controls: readonly Control[] = [
  { ...count, name: 'bothyes', label: 'Both say yes', initial: 80 },
  { ...count, name: 'onlya', label: 'Only A says yes', initial: 10 },
  { ...count, name: 'onlyb', label: 'Only B says yes', initial: 5 },
  { ...count, name: 'bothno', label: 'Both say no', initial: 5 },
  {
    kind: 'choice',
    name: 'raters',
    label: 'Data',
    options: [
      { value: 'two', label: '100 cases, two raters (Cohen’s kappa)' },
      { value: 'six', label: '30 patients, six raters each from a larger pool (Fleiss’ kappa)' },
      { value: 'fourteen', label: '10 cases, fourteen raters (Fleiss’ kappa)' },
    ],
    initial: 'two',
  },
];

/** Counts in the order of `cells`. */
type Counts = readonly [number, number, number, number];

/** Tables to load: the pair of Feinstein & Cicchetti 1990, and the pilots of the page on labels. */
const published: readonly { readonly name: string; readonly counts: Counts }[] = [
  { name: 'Half say yes', counts: [40, 9, 6, 45] },
  { name: 'Nearly all say yes', counts: [80, 10, 5, 5] },
  { name: 'A rare finding', counts: [4, 8, 8, 180] },
  { name: 'Better guideline', counts: [9, 2, 3, 186] },
];

function view(values: Values): LabView {
  const raters = textOf(values, 'raters');
  if (raters !== 'two') return manyRaters(raters);
  const counts = countsOf(values);
  const agreement = cohensAgreement(asTable(counts));
  return {
    ...verdict(agreement),
    result: inWords(counts),
    figure: markup`${agreement && agreementBar(agreement)}<p class="agreement-presets">${published.map((preset) => presetMarkup(preset, counts))}</p>`,
    more: markup`${published.map(presetBar)}`,
    table: numbers(counts),
  };
}

function countsOf(values: Values): Counts {
  return cells.map((name) => numberOf(values, name)) as unknown as Counts;
}

function asTable([bothYes, onlyA, onlyB, bothNo]: Counts): number[][] {
  return [
    [bothYes, onlyA],
    [onlyB, bothNo],
  ];
}

function total(counts: Counts): number {
  return counts.reduce((sum, one) => sum + one, 0);
}

function inWords(counts: Counts): string {
  const agreement = cohensAgreement(asTable(counts));
  if (agreement === undefined) return 'The table is empty: enter at least one case.';
  const kappa = kappaOf(agreement);
  if (kappa === undefined) {
    return 'Both raters give the same answer to every case: chance alone would do that, so kappa has no value.';
  }
  return `The raters agree on ${percent(agreement.observed)} of ${number(total(counts))} cases, and chance alone would give ${percent(agreement.expected)}: kappa ${kappaText(kappa)}. Agreement on yes is ${percent(specificAgreement(asTable(counts), 0), 0)}, on no ${percent(specificAgreement(asTable(counts), 1), 0)}.`;
}

function verdict(agreement: Agreement | undefined): Pick<LabView, 'value' | 'unit'> {
  const kappa = agreement && kappaOf(agreement);
  return {
    value: kappa === undefined ? 'None' : kappaText(kappa),
    unit: `kappa, with ${percent(agreement?.observed, 0)} agreement`,
  };
}

function presetMarkup({ name, counts }: (typeof published)[number], now: Counts): Markup {
  const set = cells.map((cell, at) => `${cell}=${counts[at]}`).join('&');
  const isNow = counts.every((one, at) => one === now[at]);
  return markup`<button type="button" data-set="${set}" data-key="${counts.join('-')}" aria-pressed="${String(isNow)}">${name}</button> `;
}

function presetBar({ name, counts }: (typeof published)[number]): Markup {
  const agreement = cohensAgreement(asTable(counts));
  if (agreement === undefined) return markup``;
  return markup`<div><p class="small">${name}: ${counts.join(', ')}</p>${smallAgreementBar(agreement)}</div>`;
}

function numbers(counts: Counts): LabTable {
  const table = asTable(counts);
  const agreement = cohensAgreement(table);
  const kappa = agreement && kappaOf(agreement);
  return {
    caption: `Both yes ${number(counts[0])}, only A ${number(counts[1])}, only B ${number(counts[2])}, both no ${number(counts[3])}`,
    columns: ['Measure', 'Value'],
    rows: [
      ['Observed agreement', percent(agreement?.observed)],
      ['Agreement by chance', percent(agreement?.expected)],
      ['Cohen’s kappa', coefficient(kappa)],
      ['Fleiss’ kappa of the same ratings', coefficient(scottsPi(table))],
      ['Agreement on yes', percent(specificAgreement(table, 0))],
      ['Agreement on no', percent(specificAgreement(table, 1))],
    ],
  };
}

function coefficient(value: number | undefined): string {
  return value === undefined ? 'none' : kappaText(value, 3);
}

/** Whether the counts are those of a challenge: two raters, any table. */
function agreementOf(values: Values): Agreement | undefined {
  return values['raters'] === 'two' ? cohensAgreement(asTable(countsOf(values))) : undefined;
}

/** What is left of agreement when chance is taken off. */
export const lab: Lab = {
  id: 'agreement',
  title: 'Take chance out of agreement',
  theme: 'accuracy',
  guess: {
    kind: 'slider',
    question:
      'Two radiologists read 100 scans. One says yes to 90, the other to 85, and they agree on 85 scans. On how many would they agree by chance alone?',
    label: 'Agreement by chance',
    min: 0,
    max: 100,
    step: 1,
    write: (count) => `${count} of 100`,
    truth: 78,
    near: 5,
    because: 'when both say yes to nearly everything, they agree often without looking.',
  },
  controls,
  view,
  challenges: [
    {
      task: 'Keep 100 cases and 85% agreement. Find a table with a kappa above 0.65.',
      isMet: (values) => {
        const agreement = agreementOf(values);
        return (
          total(countsOf(values)) === 100 &&
          agreement?.observed === 0.85 &&
          (kappaOf(agreement) ?? 0) > 0.65
        );
      },
      solution: { bothyes: 40, onlya: 9, onlyb: 6, bothno: 45 },
    },
    {
      task: 'Find 100 or more cases with at least 90% agreement and a kappa below 0.3.',
      isMet: (values) => {
        const agreement = agreementOf(values);
        if (agreement === undefined || total(countsOf(values)) < 100) return false;
        return agreement.observed >= 0.9 && (kappaOf(agreement) ?? 1) < 0.3;
      },
      solution: { bothyes: 4, onlya: 8, onlyb: 8, bothno: 180 },
    },
  ],
  misconception: 'They agree on 85% of the cases, so the labels are good.',
  say: 'I report kappa with the raw agreement, because chance alone can give most of it. For a rare finding, I add agreement on the positives.',
  questions: ['v6r', 'xv2'],
  sources: ['fleiss-kappa-1971', 'fleiss-kappa-quallmer-docs', 'gwet-ac1-2008', 'landis-koch-1977'],
};
