import {
  agreedCriteria,
  type CdsAnswers,
  type CdsOutcome,
  cdsOutcome,
} from '../../../domain/labs/cds-criteria.ts';
import {
  choice,
  folded,
  hidden,
  initialValues,
  optionsOf,
  toggle,
  type Values,
} from '../../../domain/labs/control.ts';
import { type Markup, markup } from '../../markup.ts';
import { type Lab, type LabView, namesOf, recordOf, textOf } from '../lab.ts';

interface CdsCase {
  readonly name: string;
  readonly by: 'FDA’s examples' | 'Our reading';
  readonly reading: CdsAnswers;
  /** Whether only one recommendation is clinically appropriate. */
  readonly isOnlyOne?: boolean;
  readonly why: readonly [string, string, string, string];
}

/** Products by their index in links; FDA's from its town hall of March 11, 2026. */
export const cases: Readonly<Record<string, CdsCase>> = {
  sepsis: {
    name: 'Watches hourly vital signs and sounds a sepsis alarm for the nurse',
    by: 'FDA’s examples',
    reading: { image: 'no', information: 'no', recommendation: 'one', basis: 'no' },
    why: [
      'Hourly measurements are a pattern. Single vital signs at a visit generally are not.',
      'FDA says that alerts based on hourly SpO2 and heart rate fail this criterion. A sepsis alarm based on charted findings fails only criteria 3 and 4.',
      'An alarm is one specific output, not a list of options.',
      'The decision is urgent, with no time to consider the basis. Having a nurse read the alarm doesn’t change that.',
    ],
  },
  interactions: {
    name: 'Checks drug interactions, lists options, and shows its sources',
    by: 'Our reading',
    reading: { image: 'yes', information: 'yes', recommendation: 'yes', basis: 'yes' },
    why: [
      'It reads a list of medications.',
      'Medications and drug labeling are medical information.',
      'The prescriber gets options.',
      'The source is shown, and there’s time before signing. Without that time, it would fail.',
    ],
  },
  headct: {
    name: 'Triages head CTs for suspected bleeding',
    by: 'FDA’s examples',
    reading: { image: 'no', information: 'argue', recommendation: 'one', basis: 'no' },
    why: [
      'It analyzes a medical image. That alone decides it. Triage of this kind is class II (21 CFR 892.2080).',
      'FDA’s examples with images or signals often fail here too, but criterion 1 has already decided it.',
      'We would say that a flag is one specific output.',
      'It’s urgent, with no time to review the basis.',
    ],
  },
  guidelines: {
    name: 'Finds guideline passages for a clinician’s question, cited and dated',
    by: 'Our reading',
    reading: { image: 'yes', information: 'yes', recommendation: 'yes', basis: 'yes' },
    why: [
      'It reads text.',
      'Clinical practice guidelines are medical information.',
      'It offers what guidelines say, for a professional to weigh.',
      'The passages are there to read. According to FDA, a language model may meet this criterion if the basis can be reviewed.',
    ],
  },
  symptoms: {
    name: 'Tells patients what their symptoms may mean',
    by: 'FDA’s examples',
    reading: { image: 'yes', information: 'yes', recommendation: 'lay', basis: 'no' },
    why: [
      'It reads the patient’s answers.',
      'Symptoms are medical information.',
      'Its user is a patient. According to FDA staff, decision support for patients fails here.',
      'We’d say no: the statute calls for a health professional to review the basis, and none is involved.',
    ],
  },
  score: {
    name: 'Shows clinicians a patient’s long-term heart risk: one number, with inputs and sources',
    by: 'FDA’s examples',
    reading: { image: 'yes', information: 'yes', recommendation: 'one', basis: 'yes' },
    isOnlyOne: true,
    why: [
      'Single values, such as a blood pressure, aren’t a pattern.',
      'Findings and test results are medical information.',
      'One number is one specific output. Since January 2026, FDA doesn’t enforce this if only one recommendation is clinically appropriate.',
      'The basis is shown, and there are years to review it.',
    ],
  },
  day: {
    name: 'Predicts heart events in the next 24 hours: one number, with no basis shown',
    by: 'FDA’s examples',
    reading: { image: 'yes', information: 'yes', recommendation: 'one', basis: 'no' },
    isOnlyOne: true,
    why: [
      'Single values aren’t a pattern.',
      'Findings and test results are medical information.',
      'One number is one specific output.',
      'FDA’s example, a 24-hour score, fails here for lack of time; without a basis to review, any score would fail. So FDA’s discretion doesn’t apply.',
    ],
  },
  summary: {
    name: 'Summarizes a patient’s notes for the clinician, each line linked to its note',
    by: 'Our reading',
    reading: { image: 'yes', information: 'yes', recommendation: 'argue', basis: 'yes' },
    why: [
      'It reads text.',
      'Notes are medical information.',
      'It doesn’t recommend anything, but what it leaves out steers the reader. If it adds a diagnosis, as in FDA’s example of a drafted radiology impression, it gives one specific output.',
      'Every line links to its note.',
    ],
  },
};

/** The criteria in the order of the statute: key, question, and the question in one word. */
const criteria = [
  ['image', 'Reads no image, signal, or pattern', 'No image'],
  ['information', 'Shows or analyzes medical information', 'Medical info'],
  ['recommendation', 'Gives recommendations to a health professional', 'Options'],
  ['basis', 'Lets the professional review the basis', 'Basis'],
] as const;

const answers = { yes: 'Yes', no: 'No', argue: 'Arguable' };
const recommended = {
  yes: 'Yes, options',
  one: 'No, one specific output',
  lay: 'No, not for a professional',
  argue: 'Arguable',
};

const controls = [
  choice('case', 'Product', 'sepsis', namesOf(cases), { isMenu: true }),
  toggle(
    'only',
    'Only one recommendation is clinically appropriate',
    'Matters only if criterion 3 fails because of one specific output.',
  ),
  ...folded(
    ...criteria.map(([name, label], at) => {
      const options = name === 'recommendation' ? recommended : answers;
      return choice(name, `${at + 1}. ${label}`, 'yes', options, { isMenu: true });
    }),
  ),
  // Links from earlier versions showed the reading right away.
  hidden('shown', 'yes', /^(yes|no)$/),
];

const outcomes: Readonly<Record<CdsOutcome, readonly [short: string, meaning: string]>> = {
  excluded: ['Not a device', 'not a device under this exclusion'],
  discretion: ['Discretion', 'a device that FDA doesn’t intend to regulate'],
  open: ['Arguable', 'arguable, so ask FDA'],
  'not-excluded': ['May be a device', 'not excluded, so it may be a device'],
};

function settingOf(values: Values) {
  const product = recordOf(cases, values, 'case');
  const given = criteria.map(([name]) => [name, textOf(values, name)]);
  const yours: CdsAnswers = Object.fromEntries(given);
  return { product, yours, outcome: cdsOutcome(yours, values['only'] === true) };
}

function view(values: Values): LabView {
  const { product, yours, outcome } = settingOf(values);
  const read = cdsOutcome(product.reading, product.isOnlyOne === true);
  const isShown = values['shown'] === 'yes';
  const agreed = agreedCriteria(yours, product.reading);
  return {
    value: outcomes[isShown ? read : outcome][0],
    unit: isShown ? `according to ${product.by.replace('Our', 'our')}` : 'with your answers so far',
    result: isShown
      ? `Your answers: ${outcomes[outcome][1]}. ${product.by}: ${outcomes[read][1]}. You agree on ${agreed} of 4 criteria.`
      : `${product.name}. Select each criterion that fails, then check your answers.`,
    figure: gates(yours, product, isShown),
    more: markup`<div class="wide lab-words">${isShown && reasons(yours, product)}<p class="fine-print">US law only: section 520(o)(1)(E) of the FD&amp;C Act, as FDA has read it since its final guidance of January 2026 (reissued January 29). That guidance isn’t binding and didn’t change the four criteria. As of November 24, 2026. If in doubt, ask FDA with a 513(g) request or a Q-Submission.</p></div>`,
    table: {
      caption: product.name,
      columns: isShown ? ['Criterion', 'You', product.by] : ['Criterion', 'You'],
      rows: [
        ...criteria.map(([name, label], index) => [
          `${index + 1}. ${label}`,
          readings[yours[name]][1],
          ...(isShown ? [readings[product.reading[name]][1]] : []),
        ]),
        ['Outcome', outcomes[outcome][1], ...(isShown ? [outcomes[read][1]] : [])],
      ],
    },
  };
}

const readings: Readonly<
  Record<CdsAnswers[keyof CdsAnswers], readonly [sign: string, words: string, next: string]>
> = {
  yes: ['✓', 'yes', 'no'],
  no: ['✗', 'no', 'argue'],
  one: ['✗', 'no: one specific output', 'lay'],
  lay: ['✗', 'no: not for a professional', 'argue'],
  argue: ['?', 'arguable', 'yes'],
};

function gates(yours: CdsAnswers, product: CdsCase, isShown: boolean): Markup {
  const who = product.by === 'Our reading' ? 'We' : 'FDA';
  return markup`<table class="cds-gates lab-grid lab-press"><caption class="sr-only">Four criteria</caption><thead><tr><td></td>${criteria.map(
    ([, , short], at) => markup`<th scope="col">${at + 1}. ${short}</th>`,
  )}</tr></thead><tbody><tr><th scope="row">You</th>${criteria.map(([name, label]) => {
    const [sign, words, next] = readings[yours[name]];
    const after = name === 'recommendation' && next === 'no' ? 'one' : next;
    return markup`<td><button type="button" class="lab-word" data-set="${name}=${after}" data-key="${name}" data-mark="${sign}" aria-label="${label}: ${words}">${sign}</button></td>`;
  })}</tr>${
    isShown &&
    markup`<tr><th scope="row">${who}</th>${criteria.map(([name]) => {
      const [sign, words] = readings[product.reading[name]];
      return markup`<td><span data-mark="${sign}"><span class="sr-only">${words}</span><span aria-hidden="true">${sign}</span></span></td>`;
    })}</tr>`
  }</tbody></table><p class="cds-check"><button type="button" data-set="shown=${isShown ? 'no' : 'yes'}" data-key="check">${isShown ? 'Hide' : 'Check against'} ${who === 'We' ? 'our reading' : 'FDA’s reading'}</button></p>`;
}

function reasons(yours: CdsAnswers, { by, reading, why }: CdsCase): Markup {
  return markup`<ol class="cds-reasons">${criteria.map(
    ([name, label], at) =>
      markup`<li><strong>${label}.</strong> You: ${readings[yours[name]][1]}. ${by}: ${readings[reading[name]][1]}. ${why[at]}</li>`,
  )}</ol>`;
}

export const lab: Lab = {
  id: 'cds-criteria',
  title: 'Is this decision support a device?',
  aliases: ['CDS criteria', 'non-device CDS', 'is it a device'],
  theme: 'rules',
  still: {
    value: '4 criteria',
    unit: 'all must be met',
    question: 'Which of the four criteria does a product meet?',
    drawing:
      '<path class="line" d="m24 98 10 10 18-22M100 98l10 10 18-22M176 98l10 10 18-22"/><path class="mark" d="m254 84 24 24m0-24-24 24"/>',
  },
  guess: {
    kind: 'choice',
    question:
      'Your software watches hourly vital signs and sounds a sepsis alarm. A nurse decides what to do. Is it a medical device under US law?',
    options: optionsOf({
      human: 'No: a human decides',
      data: 'No: it only shows data',
      may: 'It may well be',
    }),
    truth: 'may',
    because:
      'software is excluded only if it meets all four criteria; FDA’s examples of such alarms fail all four, and a nurse in the loop doesn’t change that.',
  },
  controls,
  view,
  follow: (now, before) =>
    now['case'] === before['case']
      ? now
      : { ...initialValues(controls), case: now['case'] ?? '', shown: 'no' },
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
  say: 'Software has to meet all four criteria, so I start with what it reads. Decision support for patients fails the third, according to FDA staff, even with a clinician in the loop.',
  questions: ['p94', '7jn', 'g63'],
  sources: [
    'usc-21-360j-o-software',
    'fda-cds-guidance-2026',
    'fda-cds-town-hall-2026',
    'fda-cadt-classification-892-2080',
  ],
};
