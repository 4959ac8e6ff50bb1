import type { Values } from '../../../domain/labs/control.ts';
import { breakEvenPerUser } from '../../../domain/labs/costs.ts';
import {
  type DocumentationCase,
  type DocumentationPlan,
  documentationCase,
} from '../../../domain/labs/documentation-case.ts';
import { dollars } from '../../../domain/worked/format.ts';
import { markup } from '../../markup.ts';
import type { Lab, LabTable, LabView } from '../lab.ts';
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
    result: `First year, one-off cost included: likely ${thousands(atLikely.firstYearNet)}, from ${thousands(atLow.firstYearNet)} to ${thousands(atHigh.firstYearNet)}. ${payback(atLikely, atHigh)} ${widestInWords(swings)}`,
    figure: markup`${cashFigure(
      [
        ['low', atLow],
        ['likely', atLikely],
        ['high', atHigh],
      ],
      likely.oneOff,
    )}${tornadoFigure(swings.map(tornadoRow), atLikely.firstYearNet)}`,
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

function payback(likely: DocumentationCase, high: DocumentationCase): string {
  const month = ({ paybackMonth }: DocumentationCase): string =>
    paybackMonth === undefined ? 'never' : `in month ${paybackMonth}`;
  return `Payback: ${month(likely)} in the likely case, ${month(high)} in the high one.`;
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
    caption: `${clinicians} seats, ${Math.round(clinicians * activeShare)} regular users, 220 working days. To be even after six months each regular user must bring in ${dollars(needed)} a month.`,
    columns: ['In a year', 'Low', 'Likely', 'High'],
    rows: [
      ['Minutes saved a day', ...cases.map(([plan]) => String(plan.minutesPerDay))],
      line('From time that becomes money', ({ fromTime }) => dollars(fromTime)),
      line('From contracts that end', () => dollars(endedContracts)),
      line('From departures avoided', ({ fromRetention }) => dollars(fromRetention)),
      line('Licenses', ({ license }) => dollars(-license)),
      line('Net of a running year', ({ runningNet }) => dollars(runningNet)),
      line('Net of the first year', ({ firstYearNet }) => dollars(firstYearNet)),
      line('The same without departures avoided', ({ firstYearNet, fromRetention }) =>
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
  task: 'Set the clinicians who stay to zero and see what is left of the high case. Then look for the line that turns the likely case: end a contract, or use the seats you pay for.',
  controls,
  view,
  say: 'I show a range and the input that moves it most; minutes are cash only when they become visits or less overtime, licenses count on every seat, and a departure avoided is a scenario, never the base case.',
  questions: ['nm4', '8zk'],
  sources: [
    'rotenstein-scribe-cohort-2026',
    'liu-atrium-dax-2024',
    'providence-dax-stepped-wedge-2025',
    'shanafelt-business-case-2017',
  ],
};
