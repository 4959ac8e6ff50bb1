import {
  type DocumentationPlan,
  type Swing,
  swingsOf,
} from '../../../domain/labs/documentation-case.ts';
import { shortMoney, type TornadoRow } from './figures.ts';

interface Input {
  /** On the tornado chart. */
  readonly label: string;
  /** Completes "The result depends most on". */
  readonly words: string;
  readonly write: (value: number) => string;
}

const percent = (share: number): string => `${Number((100 * share).toFixed(1))}%`;

/** The inputs that are uncertain. */
const inputs: Partial<Record<keyof DocumentationPlan, Input>> = {
  minutesPerDay: {
    label: 'Minutes saved a day',
    words: 'the minutes saved',
    write: (minutes) => String(minutes),
  },
  activeShare: {
    label: 'Regular users',
    words: 'the share of regular users',
    write: percent,
  },
  convertedShare: {
    label: 'Time that becomes money',
    words: 'how much of the time becomes money',
    write: percent,
  },
  hourValue: { label: 'Value of an hour', words: 'the value of an hour', write: shortMoney },
  seatPrice: { label: 'License', words: 'the license price', write: shortMoney },
  oneOff: { label: 'One-off cost', words: 'the one-off cost', write: shortMoney },
  endedContracts: {
    label: 'Contracts that end',
    words: 'the contracts that really end',
    write: shortMoney,
  },
  stayShare: {
    label: 'Clinicians who stay',
    words: 'the departures avoided, which no scribe trial we know of has measured',
    write: percent,
  },
};

/**
 * Swings of the likely case that move anything, widest first: estimates by half down and half up,
 * what a contract fixes by a fifth.
 */
export function swingsOfCases(
  low: DocumentationPlan,
  likely: DocumentationPlan,
  high: DocumentationPlan,
): Swing[] {
  const around = (input: keyof DocumentationPlan, by: number, most = Number.POSITIVE_INFINITY) =>
    [input, (1 - by) * likely[input], Math.min(most, (1 + by) * likely[input])] as const;
  return swingsOf(likely, [
    ['minutesPerDay', low.minutesPerDay, high.minutesPerDay],
    ['stayShare', 0, high.stayShare],
    around('activeShare', 0.5, 1),
    around('convertedShare', 0.5, 1),
    around('hourValue', 0.5),
    around('endedContracts', 0.5),
    around('seatPrice', 0.2),
    around('oneOff', 0.2),
  ]).filter(({ netFrom, netTo }) => netFrom !== netTo);
}

/** A swing as a row of the tornado chart. */
export function tornadoRow({ input, from, to, netFrom, netTo }: Swing): TornadoRow {
  const { label = input, write = String } = inputs[input] ?? {};
  return { label: `${label}: ${write(from)} to ${write(to)}`, netFrom, netTo };
}

/** Which input moves the first year most. */
export function widestInWords([widest]: readonly Swing[]): string {
  return widest === undefined
    ? 'No input moves it.'
    : `Most depends on ${inputs[widest.input]?.words ?? widest.input}.`;
}
