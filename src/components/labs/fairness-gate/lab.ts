import {
  folded,
  initialValues,
  isUnchanged,
  slider,
  type Values,
} from '../../../domain/labs/control.ts';
import { type GateResult, gateRates } from '../../../domain/labs/fairness-gate.ts';
import { number, percent } from '../../../domain/worked/format.ts';
import { type Markup, markup } from '../../markup.ts';
import { drawing, keys, series } from '../draw.ts';
import { type Lab, type LabView, numberOf, outOf } from '../lab.ts';

const controls = [
  slider('cases', 'Cases in the smaller group', [10, 400, 5], 50, '', { isLog: true }),
  slider('floor', 'Floor for each group’s interval', [0, 100, 1], 65, '%'),
  slider('limit', 'Gap between groups allowed beyond chance', [0, 30, 1], 5, 'points'),
  ...folded(
    slider('larger', 'Cases in the larger group', [10, 400, 5], 195),
    slider('rate', 'True sensitivity of a fair model, in both groups', [50, 99, 1], 82, '%'),
    slider(
      'lack',
      'Drop in an unfair model’s sensitivity in the smaller group',
      [1, 50, 1],
      17,
      'points',
    ),
    slider('judged', 'Cases a group needs before it can pass', [0, 200, 10], 0, 'cases'),
  ),
];

/** How often the gate gives each result for a fair and for an unfair model, from 0 to 1. */
function ratesOf(values: Values) {
  const of = (name: string): number => numberOf(values, name);
  const share = (name: string): number => of(name) / 100;
  const gate = { floor: share('floor'), gapLimit: share('limit'), minCases: of('judged') };
  const sensitivity = share('rate');
  const larger = { cases: of('larger'), sensitivity };
  const smaller = { cases: of('cases'), sensitivity };
  const lower = Math.max(0, sensitivity - share('lack'));
  return {
    fair: gateRates(larger, smaller, gate),
    unfair: gateRates(larger, { ...smaller, sensitivity: lower }, gate),
  };
}

function view(values: Values): LabView {
  const { fair, unfair } = ratesOf(values);
  const [rate, lack] = [numberOf(values, 'rate'), numberOf(values, 'lack')];
  const judged = numberOf(values, 'judged');
  const lower = Math.max(0, rate - lack);
  const isTooSmall = Math.min(numberOf(values, 'cases'), numberOf(values, 'larger')) < judged;
  const [stopped, passed] = [whole(fair.blocked), whole(unfair.passed)];
  return {
    value: `${stopped} of 100`,
    unit: `fair releases blocked; ${passed} of 100 unfair ones pass${isTooSmall ? '; not enough data for the rest' : ''}`,
    result: isTooSmall
      ? `A model that finds ${rate}% of cases in both groups is blocked in ${percent(fair.blocked, 1)} of releases, and one with ${number(lack)} points less in the smaller group in ${percent(unfair.blocked, 1)}. All others end with “not enough data”: a group under ${number(judged)} cases can fail but not pass.`
      : `A model that finds ${rate}% of cases in both groups is blocked in ${percent(fair.blocked, 1)} of releases. A model whose sensitivity is ${number(lack)} points lower in the smaller group passes ${percent(unfair.passed, 1)} of the time.`,
    figure: markup`<div class="wide">${drawing(
      [600, 176],
      `Of 100 releases of a fair model, ${inWords(fair)}. Of 100 releases of an unfair model, ${inWords(unfair)}.`,
      releases(0, 'Fair model', stopped, whole(fair['not enough data'])),
      releases(310, 'Unfair model', passed, whole(unfair['not enough data'])),
    )}${keys(['fill-b', 'wrong'], ...(isTooSmall ? [['fill-a', 'not enough data'] as const] : []), ['fill-faint', 'right'])}<p class="fine-print">Wrong: a fair release is blocked, or an unfair one passes.</p></div>`,
    table: {
      caption: `Smaller group: ${number(numberOf(values, 'cases'))} cases; larger group: ${number(numberOf(values, 'larger'))}`,
      columns: [
        'Model',
        'Sensitivity, larger group',
        'Sensitivity, smaller group',
        'Blocked',
        'Not enough data',
        'Passed',
      ],
      rows: [
        ['Fair', `${rate}%`, `${rate}%`, ...shares(fair)],
        ['Unfair', `${rate}%`, `${lower}%`, ...shares(unfair)],
      ],
    },
  };
}

type Rates = Readonly<Record<GateResult, number>>;

function inWords({ blocked, passed, 'not enough data': unjudged }: Rates): string {
  return `${whole(blocked)} are blocked, ${whole(passed)} pass, and ${whole(unjudged)} end with “not enough data”`;
}

function shares({ blocked, passed, 'not enough data': unjudged }: Rates): string[] {
  return [blocked, unjudged, passed].map((share) => percent(share));
}

const whole = (rate: number): number => Math.round(100 * rate);

/** A hundred squares: wrong results first, then releases without a result. */
function releases(left: number, name: string, wrong: number, unjudged: number): Markup {
  const path = (from: number, to: number): string =>
    series(to - from, (index) => {
      const at = from + index;
      return `M${left + 14.5 * (at % 20)} ${34 + 28 * Math.floor(at / 20)}h11v22h-11z`;
    }).join('');
  const decided = Math.min(100, wrong + unjudged);
  return markup`<text x="${left}" y="20">${name}</text><path class="fill-b" d="${path(0, wrong)}"/><path class="fill-a" d="${path(wrong, decided)}"/><path class="fill-faint" d="${path(decided, 100)}"/>`;
}

const squares = series(
  20,
  (index) =>
    `<rect class="${index < 5 ? 'on' : 'off'}" x="${20 + 28 * (index % 10)}" y="${78 + 34 * Math.floor(index / 10)}" width="22" height="26" rx="3"/>`,
).join('');

export const lab: Lab = {
  id: 'fairness-gate',
  title: 'Set a fairness gate',
  aliases: ['fairness check', 'bias', 'subgroup gap'],
  theme: 'use',
  still: {
    value: '50 cases',
    unit: 'in one group',
    question: 'How often does the gate block a fair model?',
    drawing: squares,
  },
  guess: {
    ...outOf(100),
    question:
      'Your model is fair: it finds 82% of injuries on lighter and on darker skin. The smaller group has 50 cases. Your gate blocks a release if a group’s 95% interval extends below 65%. How many of 100 releases does it block?',
    label: 'Fair releases blocked',
    truth: whole(ratesOf(initialValues(controls)).fair.blocked),
    near: 6,
    because: 'with 50 cases the interval is more than 20 points wide, and often reaches the floor.',
  },
  controls,
  view,
  challenges: [
    {
      task: 'Leave the gate alone, and find how many cases it takes to block fewer than 5 of 100 fair releases.',
      isMet: (values) =>
        isUnchanged(controls, values, 'cases', 'larger') && ratesOf(values).fair.blocked < 0.05,
      solution: { cases: 100 },
    },
    {
      task: 'Under “More inputs,” make the drop in the smaller group only 10 points. Then catch it in at least half of the releases, with fewer than 5 of 100 fair ones blocked.',
      isMet: (values) => {
        const { fair, unfair } = ratesOf(values);
        return (
          isUnchanged(controls, values, 'cases', 'larger', 'floor', 'limit', 'lack') &&
          values['lack'] === 10 &&
          fair.blocked < 0.05 &&
          unfair.blocked >= 0.5
        );
      },
      solution: { cases: 300, floor: 70, lack: 10 },
    },
  ],
  misconception: 'The model passed the fairness test, so it’s fair.',
  say: 'A small group can fail my gate, but it can’t pass: “not enough data” stops the release, too. I state both error rates before we set its limits.',
  questions: ['ss2', '8d8'],
  sources: ['hardt-equality-opportunity-2016', 'scipy-proportion-ci', 'fairlearn-metricframe'],
};
