import {
  agreementOnCase,
  fleissAgreement,
  kappaOf,
  ratingShares,
} from '../../../domain/labs/agreement.ts';
import { fourteenRaters, psychiatricDiagnoses } from '../../../domain/labs/rating-tables.ts';
import { number, percent } from '../../../domain/worked/format.ts';
import { type Markup, markup } from '../../markup.ts';
import { drawing, scale } from '../draw.ts';
import type { LabView } from '../lab.ts';
import { agreementBar } from './bar.ts';

const diagnoses = ['depression', 'personality disorder', 'schizophrenia', 'neurosis', 'other'];

/** Fleiss' kappa of a published table. */
export function manyRaters(which: string): LabView {
  const isFleiss = which === 'six';
  const table = isFleiss ? psychiatricDiagnoses : fourteenRaters;
  const raters = isFleiss ? 6 : 14;
  const agreement = fleissAgreement(table);
  const kappa = number(kappaOf(agreement) ?? 0, 3);
  const cases = table.map(agreementOnCase).sort((a, b) => b - a);
  return {
    value: kappa,
    unit: `Fleiss’ kappa, with ${percent(agreement.observed, 0)} agreement`,
    result: `${table.length} cases, ${raters} ratings each: two ratings agree in ${percent(agreement.observed)}, and chance alone would give ${percent(agreement.expected)}. Fleiss’ kappa is ${kappa}; single cases run from ${percent(cases.at(-1), 0)} to ${percent(cases[0], 0)}.`,
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

/** Agreement on each case, from the clearest to the hardest. */
function caseBars(cases: readonly number[]): Markup {
  const x = scale([0, cases.length], [44, 596]);
  const y = scale([0, 1], [150, 12]);
  const gap = cases.length > 20 ? 3 : 8;
  const path = cases
    .map((share, at) => `M${x(at)} 150V${y(share).toFixed(1)}H${x(at + 1) - gap}V150Z`)
    .join('');
  return markup`<div class="wide">${drawing(
    600,
    156,
    'Agreement on each case, from the clearest to the hardest',
    markup`<g class="axis">${[0, 0.5, 1].map((share) => markup`<path d="M44 ${y(share)}H596" stroke-dasharray="2 4"/><text x="38" y="${y(share) + 5}" text-anchor="end">${100 * share}</text>`)}</g>`,
    markup`<path class="fill-a" d="${path}"/>`,
  )}<p class="small">One bar per case: percent of rating pairs that agree</p></div>`;
}
