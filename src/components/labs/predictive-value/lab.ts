import {
  type ConfusionCounts,
  evenPrevalence,
  expectedCounts,
  negativePredictiveValue,
  positivePredictiveValue,
  type TestPerformance,
} from '../../../domain/labs/classification.ts';
import { type Control, isUnchanged, type Values } from '../../../domain/labs/control.ts';
import { percent } from '../../../domain/worked/format.ts';
import { type Markup, markup } from '../../markup.ts';
import { axis, drawing, linePath, scale } from '../draw.ts';
import { type Lab, type LabView, numberOf } from '../lab.ts';
import { dots, type Group, sample } from './dots.ts';

const patients = 1000;

const share = { kind: 'number', min: 50, max: 100, step: 0.5, initial: 90, unit: '%' } as const;
const controls: readonly Control[] = [
  {
    ...share,
    name: 'prevalence',
    label: 'Prevalence',
    min: 0.5,
    max: 50,
    step: 0.1,
    initial: 1,
    isLog: true,
  },
  { ...share, name: 'sensitivity', label: 'Sensitivity' },
  { ...share, name: 'specificity', label: 'Specificity' },
];

function testOf(values: Values): TestPerformance {
  return {
    sensitivity: numberOf(values, 'sensitivity') / 100,
    specificity: numberOf(values, 'specificity') / 100,
    prevalence: numberOf(values, 'prevalence') / 100,
  };
}

function ppvOf(values: Values): number {
  return positivePredictiveValue(expectedCounts(testOf(values), patients)) ?? 0;
}

function view(values: Values): LabView {
  const test = testOf(values);
  const counts = expectedCounts(test, patients);
  const ppv = positivePredictiveValue(counts);
  const groups = groupsOf(counts);
  return {
    ...verdict(ppv),
    result: `${countsInWords(counts)} ${ppvInWords(ppv, evenPrevalence(test.sensitivity, test.specificity))}`,
    figure: markup`${dots(groups, groups.map(({ name, count }) => `${name}: ${amount(count)}`).join('; '))}${legend(groups)}`,
    more: curve(test, ppv),
    table: {
      caption: `Of ${amount(patients)} patients: prevalence ${percent(test.prevalence)}, sensitivity ${percent(test.sensitivity)}, specificity ${percent(test.specificity)}`,
      columns: ['Measure', 'Value'],
      rows: [
        ...groups.map(({ name, count }) => [name, amount(count)]),
        ['PPV: alerts that are true', percent(ppv)],
        ['NPV: silences that are right', percent(negativePredictiveValue(counts), 2)],
      ],
    },
  };
}

function groupsOf(counts: ConfusionCounts): Group[] {
  return [
    { name: 'True alert', count: counts.truePositives, look: 'true' },
    { name: 'Sick, missed', count: counts.falseNegatives, look: 'missed' },
    { name: 'False alert', count: counts.falsePositives, look: 'false' },
    { name: 'Healthy, no alert', count: counts.trueNegatives, look: 'rest' },
  ];
}

function legend(groups: readonly Group[]): Markup {
  return markup`<p class="small lab-keys">${groups.map(
    ({ name, count, look }) =>
      markup`<span class="lab-key">${sample(look)} ${name}: ${amount(count)}</span> `,
  )}</p>`;
}

/** PPV over prevalence, on a logarithmic axis, with the present point. */
function curve(test: TestPerformance, ppv: number | undefined): Markup {
  const x = scale([Math.log10(0.005), Math.log10(0.5)], [34, 284]);
  const y = scale([0, 1], [180, 14]);
  const at = (prevalence: number): number => x(Math.log10(prevalence));
  const points = Array.from({ length: 41 }, (_, step) => {
    const prevalence = 0.005 * 100 ** (step / 40);
    const value = positivePredictiveValue(expectedCounts({ ...test, prevalence }, patients));
    return [at(prevalence), y(value ?? 0)] as const;
  });
  const here = [at(test.prevalence), y(ppv ?? 0)] as const;
  return markup`<div>${drawing(
    300,
    220,
    `PPV over prevalence: ${percent(ppv)} at ${percent(test.prevalence)}`,
    markup`<g class="axis">${[0, 0.5, 1].map((value) => markup`<path d="M34 ${y(value)}H284" stroke-dasharray="2 4"/><text x="30" y="${y(value) + 4}" text-anchor="end">${100 * value}</text>`)}</g>`,
    markup`<path class="line-a" d="${linePath(points)}"/><circle class="dot" cx="${here[0]}" cy="${here[1]}" r="5"/>`,
    axis([0.005, 0.01, 0.05, 0.1, 0.5], { x: at, y: 180, write: (tick) => `${100 * tick}%` }),
    markup`<text x="159" y="215" text-anchor="middle">prevalence</text>`,
  )}<p class="small">PPV in percent at other prevalences, with the same test. Dot: now, ${percent(ppv)}.</p></div>`;
}

function countsInWords({ truePositives, falsePositives, falseNegatives }: ConfusionCounts): string {
  const missed = falseNegatives === 1 ? '1 case is' : `${amount(falseNegatives)} cases are`;
  return `Of ${amount(patients)} patients, ${amount(truePositives + falsePositives)} alerts: ${amount(truePositives)} true and ${amount(falsePositives)} false; ${missed} missed.`;
}

/** How many alerts are true, as one would say it. */
function verdict(ppv: number | undefined): Pick<LabView, 'value' | 'unit'> {
  if (ppv === undefined) return { value: 'None', unit: 'is flagged' };
  if (ppv === 0) return { value: 'No', unit: 'alert is true' };
  if (ppv === 1) return { value: 'Every', unit: 'alert is true' };
  return ppv < 0.5
    ? { value: `1 in ${amount(Math.round(1 / ppv))}`, unit: 'alerts is true' }
    : { value: `${Math.round(100 * ppv)} in 100`, unit: 'alerts are true' };
}

function ppvInWords(ppv: number | undefined, even: number | undefined): string {
  if (ppv === undefined || even === undefined) return 'There is no alert.';
  if (ppv === 1) return 'PPV 100%: without false alerts, every alert is true at any prevalence.';
  return `PPV ${percent(ppv)}. Most alerts are true only above ${amount(100 * even)}% prevalence.`;
}

/** A count of patients that need not be whole. */
function amount(count: number): string {
  return Number(count.toFixed(1)).toLocaleString('en-US');
}

/** What one test is worth where the condition is rare. */
export const lab: Lab = {
  id: 'predictive-value',
  title: 'Keep the test, change the prevalence',
  theme: 'accuracy',
  guess: {
    kind: 'slider',
    question:
      'Your model catches 90 of 100 sick patients and clears 90 of 100 healthy ones. One patient in 100 is sick. Of 100 alerts, how many are true?',
    label: 'True alerts',
    min: 0,
    max: 100,
    step: 1,
    write: (count) => `${count} of 100`,
    truth: 8,
    near: 3,
    because:
      'among 1,000 patients, 990 healthy ones raise 99 false alerts, and 10 sick ones raise 9 true ones.',
  },
  controls,
  view,
  challenges: [
    {
      task: 'Leave the test alone. Find a prevalence at which at least half of the alerts are true.',
      isMet: (values) => isUnchanged(controls, values, 'prevalence') && ppvOf(values) >= 0.5,
      solution: { prevalence: 10 },
    },
    {
      task: 'Stay at 1% prevalence and 90% sensitivity. Find a specificity that makes most alerts true.',
      isMet: (values) => isUnchanged(controls, values, 'specificity') && ppvOf(values) > 0.5,
      solution: { specificity: 99.5 },
    },
  ],
  misconception: 'The test is 90% accurate, so 90% of its alerts are true.',
  say: 'Sensitivity and specificity describe the test, not the patients in front of it. I ask for the prevalence here before I quote a PPV.',
  questions: ['23s', 'p42', 'kg8'],
  sources: ['altman-bland-predictive-values-1994', 'altman-bland-sensitivity-1994'],
};
