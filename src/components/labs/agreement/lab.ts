import {
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
    label: 'Which ratings',
    options: [
      { value: 'two', label: 'Two raters: Cohen’s kappa of these counts' },
      { value: 'six', label: 'Six of many: Fleiss’ kappa of 30 patients' },
      { value: 'fourteen', label: 'Fourteen raters: Fleiss’ kappa of ten cases' },
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
  const counts = cells.map((name) => numberOf(values, name)) as unknown as Counts;
  const agreement = cohensAgreement(asTable(counts));
  return {
    result: inWords(counts),
    figure: markup`${agreement && agreementBar(agreement)}${published.map((preset) => presetMarkup(preset, counts))}`,
    table: numbers(counts),
  };
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
  return `The raters agree on ${percent(agreement.observed)} of ${number(total(counts))} cases, where chance would give ${percent(agreement.expected)}: kappa ${kappaText(kappa)}. Agreement on yes is ${percent(specificAgreement(asTable(counts), 0), 0)}, on no ${percent(specificAgreement(asTable(counts), 1), 0)}.`;
}

function presetMarkup({ name, counts }: (typeof published)[number], now: Counts): Markup {
  const agreement = cohensAgreement(asTable(counts));
  if (agreement === undefined) return markup``;
  const set = cells.map((cell, at) => `${cell}=${counts[at]}`).join('&');
  const isNow = counts.every((one, at) => one === now[at]);
  return markup`<div><p class="agreement-preset">${name}: ${counts.join(', ')} <button type="button" data-set="${set}" data-key="${counts.join('-')}" aria-pressed="${String(isNow)}" aria-label="Load the table: ${name}">Load</button></p>${smallAgreementBar(agreement)}</div>`;
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

/** What is left of agreement when chance is taken off. */
export const lab: Lab = {
  id: 'agreement',
  title: 'Take chance out of agreement',
  task: 'Load the table in which half say yes: the raters agree as often as before, and kappa more than doubles. Then change a count and watch the parts of the bar.',
  controls,
  view,
  say: 'I never quote kappa alone: I put observed agreement, how common the finding is and agreement on the positives beside it, because kappa falls on a rare finding at the same agreement.',
  questions: ['v6r', 'xv2'],
  sources: ['fleiss-kappa-1971', 'fleiss-kappa-quallmer-docs', 'gwet-ac1-2008', 'landis-koch-1977'],
};
