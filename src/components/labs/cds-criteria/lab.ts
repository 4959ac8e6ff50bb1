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
import { type Lab, type LabView, textOf } from '../lab.ts';
import { type CdsCase, cases } from './cases.ts';

const answers = [
  { value: 'yes', label: 'Yes' },
  { value: 'no', label: 'No' },
  { value: 'argue', label: 'I would argue' },
];

/** The criteria in the order of the statute: name of the answer, what is asked, and the same in a word. */
const criteria = [
  ['image', 'Reads no image, signal, or pattern', 'No image'],
  ['information', 'Shows or analyzes medical information', 'Medical info'],
  ['recommendation', 'Gives a health professional recommendations', 'Options'],
  ['basis', 'Lets that professional review the basis', 'Basis'],
] as const;

const controls: readonly Control[] = [
  {
    kind: 'choice',
    name: 'case',
    label: 'Product',
    isMenu: true,
    options: Object.entries(cases).map(([value, { name }]) => ({ value, label: name })),
    initial: 'sepsis',
  },
  {
    kind: 'switch',
    name: 'only',
    label: 'Only one recommendation is clinically appropriate',
    help: 'Counts if criterion 3 fails for one specific output.',
    initial: false,
  },
  ...criteria.map(
    ([name, label], index): Control => ({
      kind: 'choice',
      name,
      isMore: true,
      isMenu: true,
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
  // Links of earlier versions showed the reading at once.
  { kind: 'hidden', name: 'shown', label: 'Reading shown', initial: 'yes', pattern: /^(yes|no)$/ },
];

const outcomes: Readonly<Record<CdsOutcome, readonly [short: string, meaning: string]>> = {
  excluded: ['Not a device', 'not a device under this exclusion'],
  discretion: ['Discretion', 'a device that FDA doesn’t intend to regulate'],
  open: ['Arguable', 'arguable, so ask'],
  'not-excluded': ['May be a device', 'not excluded, so it may be a device'],
};

/** A product, and what the reader says of it. */
function settingOf(values: Values) {
  const product = cases[textOf(values, 'case')];
  if (product === undefined) throw new RangeError('There is no such case.');
  const yours: CdsAnswers = {
    image: textOf(values, 'image') as CriterionAnswer,
    information: textOf(values, 'information') as CriterionAnswer,
    recommendation: textOf(values, 'recommendation') as RecommendationAnswer,
    basis: textOf(values, 'basis') as CriterionAnswer,
  };
  return { product, yours, outcome: cdsOutcome(yours, values['only'] === true) };
}

function view(values: Values): LabView {
  const { product, yours, outcome } = settingOf(values);
  const read = cdsOutcome(product.reading, product.isOnlyOne === true);
  const isShown = values['shown'] === 'yes';
  const agreed = agreedCriteria(yours, product.reading);
  return {
    value: outcomes[isShown ? read : outcome][0],
    unit: isShown ? `by ${product.by}` : 'with your answers so far',
    result: isShown
      ? `Your answers: ${outcomes[outcome][1]}. ${product.by}: ${outcomes[read][1]}. You agree on ${agreed} of 4 criteria.`
      : `${product.name}. Press a criterion that fails, then check your answers.`,
    figure: gates(yours, product, isShown),
    more: markup`<div class="wide lab-words">${isShown ? reasons(yours, product) : undefined}<p class="small">US law only: section 520(o)(1)(E) of the FD&amp;C Act as FDA reads it since its final guidance of January 2026 (reissued January 29), which isn’t binding and didn’t change the four criteria. As of November 24, 2026. If in doubt, ask FDA with a 513(g) request or a Q-Submission.</p></div>`,
    table: {
      caption: product.name,
      columns: isShown ? ['Criterion', 'You', product.by] : ['Criterion', 'You'],
      rows: [
        ...criteria.map(([name, label], index) => [
          `${index + 1}. ${label}`,
          words[yours[name]],
          ...(isShown ? [words[product.reading[name]]] : []),
        ]),
        ['Outcome', outcomes[outcome][1], ...(isShown ? [outcomes[read][1]] : [])],
      ],
    },
  };
}

/** Sign of an answer. */
const signs: Readonly<Record<CriterionAnswer | RecommendationAnswer, string>> = {
  yes: '✓',
  no: '✗',
  one: '✗',
  lay: '✗',
  argue: '?',
};

/** An answer in words. */
const words: Readonly<Record<CriterionAnswer | RecommendationAnswer, string>> = {
  yes: 'yes',
  no: 'no',
  one: 'no: one specific output',
  lay: 'no: not for a professional',
  argue: 'arguable',
};

/** What a press on a gate turns the answer into. */
const next: Readonly<Record<string, string>> = { yes: 'no', no: 'argue', argue: 'yes' };
const nextRecommendation: Readonly<Record<string, string>> = {
  yes: 'one',
  one: 'lay',
  lay: 'argue',
  argue: 'yes',
};

/** The four criteria as gates: a column for each, a row for each reader. */
function gates(yours: CdsAnswers, product: CdsCase, isShown: boolean): Markup {
  const who = product.by === 'Our reading' ? 'We' : 'FDA';
  return markup`<table class="cds-gates lab-press"><caption class="sr-only">Four criteria</caption><thead><tr><td></td>${criteria.map(
    ([, , short], at) => markup`<th scope="col">${at + 1}. ${short}</th>`,
  )}</tr></thead><tbody><tr><th scope="row">You</th>${criteria.map(([name, label]) => {
    const answer = yours[name];
    const after = (name === 'recommendation' ? nextRecommendation : next)[answer];
    return markup`<td><button type="button" class="lab-word" data-set="${name}=${after}" data-key="${name}" data-mark="${signs[answer]}" aria-label="${label}: ${words[answer]}">${signs[answer]}</button></td>`;
  })}</tr>${
    !isShown
      ? undefined
      : markup`<tr><th scope="row">${who}</th>${criteria.map(
          ([name]) =>
            markup`<td><span data-mark="${signs[product.reading[name]]}"><span class="sr-only">${words[product.reading[name]]}</span><span aria-hidden="true">${signs[product.reading[name]]}</span></span></td>`,
        )}</tr>`
  }</tbody></table><p class="cds-check"><button type="button" data-set="shown=${isShown ? 'no' : 'yes'}" data-key="check">${isShown ? 'Hide' : 'Check against'} ${who === 'We' ? 'our reading' : 'FDA’s reading'}</button></p>`;
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
  theme: 'rules',
  guess: {
    kind: 'choice',
    question:
      'Your software watches hourly vital signs and sounds a sepsis alarm. A nurse decides what to do. Is it a medical device under US law?',
    options: [
      { value: 'human', label: 'No: a human decides' },
      { value: 'data', label: 'No: it only shows data' },
      { value: 'may', label: 'It may well be' },
    ],
    truth: 'may',
    because:
      'software has to meet all four criteria to stay out, FDA’s examples fail all four, and a nurse in the loop doesn’t change that.',
  },
  controls,
  view,
  follow: (now, before) =>
    now['case'] === before['case']
      ? now
      : {
          ...now,
          ...Object.fromEntries(criteria.map(([name]) => [name, 'yes'])),
          only: false,
          shown: 'no',
        },
  challenges: [
    {
      task: 'Choose the long-term heart risk score, and find the answers that give “Discretion.”',
      isMet: (values) => values['case'] === 'score' && settingOf(values).outcome === 'discretion',
      solution: { case: 'score', recommendation: 'one', only: true },
    },
    {
      task: 'Choose the software that tells patients what symptoms may mean, and agree with FDA on all four criteria.',
      isMet: (values) => {
        const { yours, product } = settingOf(values);
        return values['case'] === 'symptoms' && agreedCriteria(yours, product.reading) === 4;
      },
      solution: { case: 'symptoms', recommendation: 'lay', basis: 'no' },
    },
  ],
  misconception: 'A human stays in the loop, so it’s not a device.',
  say: 'It has to meet all four criteria, so I start with what the software reads. Anything for patients fails the third, even with a clinician in the loop.',
  questions: ['p94', '7jn', 'g63'],
  sources: [
    'usc-21-360j-o-software',
    'fda-cds-guidance-2026',
    'fda-cds-town-hall-2026',
    'fda-cadt-classification-892-2080',
  ],
};
