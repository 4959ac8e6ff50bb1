import {
  agreedCriteria,
  type CdsAnswers,
  type CdsOutcome,
  type CriterionAnswer,
  cdsOutcome,
  type RecommendationAnswer,
} from '../../../domain/labs/cds-criteria.ts';
import type { Control, Values } from '../../../domain/labs/control.ts';
import { type Markup, markup } from '../../markup.ts';
import { drawing } from '../draw.ts';
import { type Lab, type LabView, textOf } from '../lab.ts';
import { type CdsCase, cases } from './cases.ts';

const answers = [
  { value: 'yes', label: 'Yes' },
  { value: 'no', label: 'No' },
  { value: 'argue', label: 'I would argue' },
];

/** The criteria in the order of the statute: name of the answer, and what is asked. */
const criteria = [
  ['image', 'Reads no image, signal or pattern'],
  ['information', 'Shows or analyzes medical information'],
  ['recommendation', 'Gives a health professional recommendations'],
  ['basis', 'Lets that professional review the basis'],
] as const;

const controls: readonly Control[] = [
  {
    kind: 'choice',
    name: 'case',
    label: 'Product',
    options: Object.entries(cases).map(([value, { name }]) => ({ value, label: name })),
    initial: 'sepsis',
  },
  ...criteria.map(
    ([name, label], index): Control => ({
      kind: 'choice',
      name,
      label: `${index + 1}. ${label}`,
      options:
        name === 'recommendation'
          ? [
              { value: 'yes', label: 'Yes, options' },
              { value: 'one', label: 'No, one specific output' },
              { value: 'lay', label: 'No, not for a professional' },
              { value: 'argue', label: 'I would argue' },
            ]
          : answers,
      initial: 'yes',
    }),
  ),
  {
    kind: 'switch',
    name: 'only',
    label: 'Only one recommendation is clinically appropriate',
    help: 'Counts if criterion 3 fails for one specific output.',
    initial: false,
  },
];

const outcomes: Readonly<Record<CdsOutcome, readonly [short: string, meaning: string]>> = {
  excluded: ['not a device', 'not a device under this exclusion'],
  discretion: ['discretion', 'a device that FDA does not intend to regulate'],
  open: ['arguable', 'arguable, so ask'],
  'not-excluded': ['may be a device', 'not excluded, so it may be a device'],
};

function view(values: Values): LabView {
  const product = cases[textOf(values, 'case')];
  if (product === undefined) throw new RangeError('There is no such case.');
  const yours: CdsAnswers = {
    image: textOf(values, 'image') as CriterionAnswer,
    information: textOf(values, 'information') as CriterionAnswer,
    recommendation: textOf(values, 'recommendation') as RecommendationAnswer,
    basis: textOf(values, 'basis') as CriterionAnswer,
  };
  const isOnly = values['only'] === true;
  const outcome = cdsOutcome(yours, isOnly);
  const read = cdsOutcome(product.reading, product.isOnlyOne === true);
  return {
    result: `By your answers: ${outcomes[outcome][1]}. ${product.by}: ${outcomes[read][1]}. You agree on ${agreedCriteria(yours, product.reading)} of 4 criteria.`,
    figure: markup`<div class="wide lab-words">${gates(yours, outcome, product, read)}${reasons(yours, product)}<p class="small">US law only: section 520(o)(1)(E) of the FD&amp;C Act as FDA reads it since its final guidance of January 2026 (reissued January 29), which binds nobody and left the four criteria as they were. As of November 24, 2026. In doubt, ask FDA by 513(g) or Q-Submission.</p></div>`,
    table: {
      caption: product.name,
      columns: ['Criterion', 'You', product.by],
      rows: [
        ...criteria.map(([name, label], index) => [
          `${index + 1}. ${label}`,
          words[yours[name]],
          words[product.reading[name]],
        ]),
        ['Outcome', outcomes[outcome][1], outcomes[read][1]],
      ],
    },
  };
}

/** Fill and sign of an answer. */
const signs: Readonly<Record<CriterionAnswer | RecommendationAnswer, readonly [string, string]>> = {
  yes: ['fill-c', '✓'],
  no: ['fill-b', '✗'],
  one: ['fill-b', '✗'],
  lay: ['fill-b', '✗'],
  argue: ['fill-faint', '?'],
};

/** An answer in words. */
const words: Readonly<Record<CriterionAnswer | RecommendationAnswer, string>> = {
  yes: 'yes',
  no: 'no',
  one: 'no: one specific output',
  lay: 'no: not for a professional',
  argue: 'arguable',
};

/** The four criteria as gates, one row for each reader. */
function gates(yours: CdsAnswers, outcome: CdsOutcome, product: CdsCase, read: CdsOutcome): Markup {
  const rows = [
    ['You', yours, outcome],
    [product.by === 'Our reading' ? 'We' : 'FDA', product.reading, read],
  ] as const;
  const label = rows
    .map(
      ([who, given, end]) =>
        `${who}: ${criteria.map(([name], at) => `${at + 1} ${words[given[name]]}`).join(', ')}; ${outcomes[end][0]}`,
    )
    .join('. ');
  return drawing(
    600,
    150,
    label,
    ...criteria.map(
      (_, at) => markup`<text x="${102 + 66 * at}" y="20" text-anchor="middle">${at + 1}</text>`,
    ),
    ...rows.map(([who, given, end], line) => gateRow(who, given, end, 30 + 60 * line)),
  );
}

function gateRow(who: string, given: CdsAnswers, end: CdsOutcome, y: number): Markup {
  return markup`<text x="0" y="${y + 31}">${who}</text>${criteria.map(([name], at) => {
    const [fill, sign] = signs[given[name]];
    return markup`<rect class="${fill} soft" x="${77 + 66 * at}" y="${y}" width="50" height="50" rx="6"/><text x="${102 + 66 * at}" y="${y + 32}" text-anchor="middle">${sign}</text>`;
  })}<text x="345" y="${y + 31}">→ ${outcomes[end][0]}</text>`;
}

function reasons(yours: CdsAnswers, { by, reading, why }: CdsCase): Markup {
  return markup`<ol class="cds-reasons">${criteria.map(
    ([name, label], at) =>
      markup`<li><strong>${label}.</strong> You: ${words[yours[name]]}. ${by}: ${words[reading[name]]}. ${why[at]}</li>`,
  )}</ol>`;
}

/** Lab: four criteria, all of them, and what a single no does. */
export const lab: Lab = {
  id: 'cds-criteria',
  title: 'Is this decision support a device?',
  task: 'Choose a product and answer FDA’s four criteria for it. Watch how one no is enough, and how little a human in the loop helps.',
  controls,
  view,
  say: 'To stay outside the US device definition all four criteria must hold, so I look first at what the software reads and whether a clinician can review its basis in time; anything for patients fails the third.',
  questions: ['p94', '7jn', 'g63'],
  sources: [
    'usc-21-360j-o-software',
    'fda-cds-guidance-2026',
    'fda-cds-town-hall-2026',
    'fda-cadt-classification-892-2080',
  ],
};
