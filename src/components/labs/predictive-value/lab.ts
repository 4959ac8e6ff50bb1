import {
  type ConfusionCounts,
  evenPrevalence,
  expectedCounts,
  negativePredictiveValue,
  positivePredictiveValue,
  type TestPerformance,
} from '../../../domain/labs/classification.ts';
import { isUnchanged, slider, type Values } from '../../../domain/labs/control.ts';
import { percent } from '../../../domain/worked/format.ts';
import { type Markup, markup } from '../../markup.ts';
import { axis, drawing, linePath, scale, series } from '../draw.ts';
import { type Lab, type LabView, outOf, shareOf } from '../lab.ts';

const patients = 1000;

const controls = [
  slider('prevalence', 'Prevalence', [0.5, 50, 0.1], 1, '%', { isLog: true }),
  slider('sensitivity', 'Sensitivity', [50, 100, 0.5], 90, '%'),
  slider('specificity', 'Specificity', [50, 100, 0.5], 90, '%'),
];

function testOf(values: Values): TestPerformance {
  return {
    sensitivity: shareOf(values, 'sensitivity'),
    specificity: shareOf(values, 'specificity'),
    prevalence: shareOf(values, 'prevalence'),
  };
}

function ppvOf(values: Values): number {
  return positivePredictiveValue(expectedCounts(testOf(values), patients)) ?? 0;
}

function view(values: Values): LabView {
  const test = testOf(values);
  const counts = expectedCounts(test, patients);
  const ppv = positivePredictiveValue(counts);
  const groups: Group[] = [
    ['True alert', counts.truePositives, 'true'],
    ['Sick, missed', counts.falseNegatives, 'missed'],
    ['False alert', counts.falsePositives, 'false'],
    ['Healthy, no alert', counts.trueNegatives, 'rest'],
  ];
  const counted = groups.map(([name, count]) => `${name}: ${amount(count)}`);
  return {
    ...verdict(ppv),
    result: `${countsInWords(counts)} ${ppvInWords(ppv, evenPrevalence(test.sensitivity, test.specificity))}`,
    figure: markup`${dots(groups, counted.join('; '))}<p class="fine-print lab-keys">${groups.map(([, , look], at) => markup`<span class="lab-key">${sample(look)} ${counted[at]}</span> `)}</p>`,
    more: curve(test, ppv),
    table: {
      caption: `${amount(patients)} patients: prevalence ${percent(test.prevalence)}, sensitivity ${percent(test.sensitivity)}, specificity ${percent(test.specificity)}`,
      columns: ['Measure', 'Value'],
      rows: [
        ...groups.map(([name, count]) => [name, amount(count)]),
        ['PPV: alerts that are true', percent(ppv)],
        [
          'NPV: patients without an alert who are healthy',
          percent(negativePredictiveValue(counts), 2),
        ],
      ],
    },
  };
}

function curve(test: TestPerformance, ppv: number | undefined): Markup {
  const x = scale([Math.log10(0.005), Math.log10(0.5)], [34, 284]);
  const y = scale([0, 1], [180, 14]);
  const at = (prevalence: number): number => x(Math.log10(prevalence));
  const points = series(31, (step) => {
    const prevalence = 0.005 * 100 ** (step / 30);
    const value = positivePredictiveValue(expectedCounts({ ...test, prevalence }, patients));
    return [at(prevalence), y(value ?? 0)] as const;
  });
  return markup`<div>${drawing(
    [300, 220],
    `PPV by prevalence: ${percent(ppv)} at ${percent(test.prevalence)}`,
    markup`<g class="axis">${[0, 0.5, 1].map((value) => markup`<path d="M34 ${y(value)}H284" stroke-dasharray="2 4"/><text x="30" y="${y(value) + 4}" text-anchor="end">${100 * value}</text>`)}</g>`,
    markup`<path class="line-a" d="${linePath(points)}"/><circle class="dot" cx="${at(test.prevalence)}" cy="${y(ppv ?? 0)}" r="5"/>`,
    axis([0.005, 0.01, 0.05, 0.1, 0.5], at, 180, (tick) => `${100 * tick}%`),
    markup`<text x="159" y="215" text-anchor="middle">prevalence</text>`,
  )}<p class="fine-print">PPV in percent at other prevalences, with the same test. Dot: your settings, ${percent(ppv)}.</p></div>`;
}

function countsInWords({ truePositives, falsePositives, falseNegatives }: ConfusionCounts): string {
  const missed = falseNegatives === 1 ? '1 case is' : `${amount(falseNegatives)} cases are`;
  return `Among ${amount(patients)} patients, there are ${amount(truePositives + falsePositives)} alerts: ${amount(truePositives)} true and ${amount(falsePositives)} false; ${missed} missed.`;
}

function verdict(ppv: number | undefined): Pick<LabView, 'value' | 'unit'> {
  if (ppv === undefined) return { value: 'No one', unit: 'is flagged' };
  if (ppv === 0) return { value: 'No', unit: 'alert is true' };
  if (ppv === 1) return { value: 'Every', unit: 'alert is true' };
  return ppv < 0.5
    ? { value: `1 in ${amount(Math.round(1 / ppv))}`, unit: 'alerts is true' }
    : { value: `${Math.round(100 * ppv)} in 100`, unit: 'alerts are true' };
}

function ppvInWords(ppv: number | undefined, even: number | undefined): string {
  if (ppv === undefined || even === undefined) return 'There are no alerts.';
  if (ppv === 1) return 'PPV 100%: without false alerts, every alert is true at any prevalence.';
  return `PPV ${percent(ppv)}. Most alerts are true only above ${amount(100 * even)}% prevalence.`;
}

function amount(count: number): string {
  return Number(count.toFixed(1)).toLocaleString('en-US');
}

/** The end of a class in lab.css. */
type Look = 'true' | 'false' | 'missed' | 'rest';
/** A group of patients in the picture, with how many there are on average. */
type Group = readonly [name: string, count: number, look: Look];

const columns = 40;
/** Pixels from one patient to the next, and the side of the square of an alert. */
const cell = 15;
const side = 9;

/** One thousand whole patients in rows of forty, group by group. */
function dots(groups: readonly Group[], label: string): Markup {
  let first = 0;
  let exact = 0;
  const content = groups.map(([, count, look]) => {
    const start = first;
    exact += count;
    first = Math.round(exact);
    return marks(look, runs(start, first, look));
  });
  return drawing([columns * cell, Math.ceil(first / columns) * cell], label, ...content);
}

function sample(look: Look): Markup {
  return markup`<svg viewBox="0 0 ${cell} ${cell}" aria-hidden="true">${marks(look, runs(0, 1, look))}</svg>`;
}

/** A dashed line for each row: its dashes are the patients, so a thousand take little space. */
function runs(start: number, end: number, look: Look): string {
  // A square is a dash as long as it is thick; a dot is a dash of zero length with round ends.
  const isSquare = look === 'true' || look === 'false';
  const edge = isSquare ? (cell - side) / 2 : cell / 2;
  let path = '';
  for (let at = start; at < end; ) {
    const row = Math.floor(at / columns);
    const rowEnd = Math.min(end, (row + 1) * columns);
    const x = (at % columns) * cell + edge;
    path += `M${x} ${(row + 0.5) * cell}h${(rowEnd - at - 1) * cell + (isSquare ? side : 1)}`;
    at = rowEnd;
  }
  return path;
}

function marks(look: Look, path: string): Markup {
  // A smaller square of the page's color makes a filled square an open one.
  return markup`${path && markup`<path class="predictive-value-${look}" d="${path}"/>`}${path && look === 'false' && markup`<path class="predictive-value-hole" d="${path}"/>`}`;
}

const squares = series(
  12,
  (at) =>
    `<rect class="${at === 7 ? 'on' : 'off'}" x="${20 + at * 23.6}" y="96" width="18" height="18" rx="3"/>`,
).join('');

export const lab: Lab = {
  id: 'predictive-value',
  title: 'Keep the test, change the prevalence',
  aliases: ['predictive value', 'PPV', 'base rate', 'false positives'],
  theme: 'accuracy',
  still: {
    value: '1%',
    unit: 'prevalence',
    question: 'The test is good. Of ten alerts, how many are true?',
    drawing: squares,
  },
  guess: {
    ...outOf(100),
    question:
      'Your model catches 90 of 100 sick patients and clears 90 of 100 healthy ones. One patient in 100 is sick. Of 100 alerts, how many are true?',
    label: 'True alerts',
    truth: 8,
    near: 3,
    because:
      'among 1,000 patients, 990 healthy ones raise 99 false alerts, and 10 sick ones raise 9 true alerts.',
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
