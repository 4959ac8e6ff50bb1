import { isUnchanged, type Values } from '../../../domain/labs/control.ts';
import { breakEvenPerUser } from '../../../domain/labs/costs.ts';
import {
  type DocumentationCase,
  type DocumentationPlan,
  documentationCase,
} from '../../../domain/labs/documentation-case.ts';
import { dollars } from '../../../domain/worked/format.ts';
import { type Lab, type LabTable, type LabView, numberOf } from '../lab.ts';
import { casesOf, controls } from './controls.ts';
import { cashFigure, tornadoFigure } from './figures.ts';
import { swingsOfCases, tornadoRow, widestInWords } from './inputs.ts';

function view(values: Values): LabView {
  const { low, likely, high } = casesOf(values);
  const [atLow, atLikely, atHigh] = [
    documentationCase(low),
    documentationCase(likely),
    documentationCase(high),
  ];
  const swings = swingsOfCases(low, likely, high);
  return {
    value: thousands(atLikely.firstYearNet),
    unit: 'in the first year, likely case',
    result: `First year, including one-time cost: from ${thousands(atLow.firstYearNet)} to ${thousands(atHigh.firstYearNet)}, likely ${thousands(atLikely.firstYearNet)}. ${widestInWords(swings)}`,
    figure: cashFigure(
      [
        ['low', atLow],
        ['likely', atLikely],
        ['high', atHigh],
      ],
      likely.oneOff,
    ),
    more: tornadoFigure(swings.map(tornadoRow), atLikely.firstYearNet),
    table: numbers(
      [
        [low, atLow],
        [likely, atLikely],
        [high, atHigh],
      ],
      likely,
    ),
  };
}

function numbers(
  cases: readonly (readonly [DocumentationPlan, DocumentationCase])[],
  { clinicians, activeShare, seatPrice, oneOff, endedContracts }: DocumentationPlan,
): LabTable {
  const line = (name: string, cell: (result: DocumentationCase) => string): string[] => [
    name,
    ...cases.map(([, result]) => cell(result)),
  ];
  const needed = breakEvenPerUser({
    seats: clinicians,
    seatPrice,
    oneOff,
    activeUsers: Math.max(1, clinicians * activeShare),
    months: 6,
  });
  return {
    caption: `${clinicians} seats, ${Math.round(clinicians * activeShare)} regular users, 220 working days. To break even after six months, each regular user must bring in ${dollars(needed)} a month.`,
    columns: ['In a year', 'Low', 'Likely', 'High'],
    rows: [
      ['Minutes saved per day', ...cases.map(([plan]) => String(plan.minutesPerDay))],
      line('From time that becomes money', ({ fromTime }) => dollars(fromTime)),
      line('From contracts that end', () => dollars(endedContracts)),
      line('From departures avoided', ({ fromRetention }) => dollars(fromRetention)),
      line('Licenses', ({ license }) => dollars(-license)),
      line('Net per year, ongoing', ({ runningNet }) => dollars(runningNet)),
      line('Net, first year', ({ firstYearNet }) => dollars(firstYearNet)),
      line('The same, without avoided departures', ({ firstYearNet, fromRetention }) =>
        dollars(firstYearNet - fromRetention),
      ),
      line('Payback in month', ({ paybackMonth }) => String(paybackMonth ?? 'never')),
    ],
  };
}

/** An amount to the next thousand, with its sign. */
function thousands(amount: number): string {
  const rounded = 1000 * Math.round(amount / 1000);
  return `${rounded > 0 ? '+' : ''}${dollars(rounded)}`;
}

/** Lab: what a documentation assistant earns, as a range. */
export const lab: Lab = {
  id: 'documentation-case',
  title: 'Make the case to the CFO',
  theme: 'money',
  guess: {
    kind: 'slider',
    question:
      'You license an AI scribe for 100 clinicians: $300 a month each, and $60,000 once. It saves the 70 who use it 16 minutes a day. 23% of that time becomes money, at $150 an hour. What does the first year bring?',
    label: 'First-year net',
    min: -500_000,
    max: 500_000,
    step: 10_000,
    // The sign stays with its amount at the end of a line.
    write: (amount) => thousands(amount).replace('−', '−\u2060'),
    truth: -278_320,
    near: 60_000,
    because: 'the licenses cost $360,000 on all seats, and the minutes bring in $142,000.',
  },
  controls,
  view,
  challenges: [
    {
      task: 'Make the likely case break even in the first year by ending contracts alone.',
      isMet: (values) =>
        isUnchanged(controls, values, 'ended') &&
        documentationCase(casesOf(values).likely).firstYearNet >= 0,
      solution: { ended: 280_000 },
    },
    {
      task: 'Under “More inputs,” assume that nobody stays because of it. How much of the time must become money for the high case to break even in the first year?',
      isMet: (values) =>
        isUnchanged(controls, values, 'stay', 'converted') &&
        numberOf(values, 'stay') === 0 &&
        documentationCase(casesOf(values).high).firstYearNet >= 0,
      solution: { stay: 0, converted: 37 },
    },
  ],
  misconception: 'Sixteen minutes a day for every clinician is money saved.',
  say: 'I show a range and the input that moves it most. Minutes are cash only when they become visits or less overtime.',
  questions: ['nm4', '8zk'],
  sources: [
    'rotenstein-scribe-cohort-2026',
    'liu-atrium-dax-2024',
    'providence-dax-stepped-wedge-2025',
    'shanafelt-business-case-2017',
  ],
};
