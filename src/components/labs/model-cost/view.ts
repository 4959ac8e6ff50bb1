import type { Values } from '../../../domain/labs/control.ts';
import { shortDollars, shortNumber } from '../../../domain/labs/lab-text.ts';
import {
  apiCost,
  breakEvenNotes,
  serverCost,
  serversFor,
  tokenCostOfNote,
} from '../../../domain/labs/model-cost.ts';
import { dollars, number } from '../../../domain/worked/format.ts';
import { type Markup, markup } from '../../markup.ts';
import { axis, chart, levels, linePath, type Pair, scale, series } from '../draw.ts';
import { type LabCode, numberOf, type Say } from '../lab.ts';

function plansOf(values: Values) {
  const of = (name: string): number => numberOf(values, name);
  return {
    api: {
      tokensIn: of('sent'),
      tokensOut: of('written'),
      priceIn: of('pricein'),
      priceOut: of('priceout'),
      validation: of('validation'),
      forcedChanges: of('retired'),
    },
    own: {
      serverCost: of('server'),
      notesPerServer: of('capacity'),
      staffCost: (of('staff') / 100) * of('post'),
      validation: of('owncheck'),
    },
  };
}

const daysCounted = 3 * 365;

export const view: LabCode['view'] = (values, { say }) => {
  const plans = plansOf(values);
  const { api, own } = plans;
  const notes = numberOf(values, 'notes');
  const [byApi, byServer] = [apiCost(api, notes), serverCost(own, notes)];
  const breakEven = breakEvenNotes(api, own);
  const row = (volume: number, name: string): string[] => {
    const [rented, owned] = [apiCost(api, volume), serverCost(own, volume)];
    return [
      name,
      dollars(rented),
      dollars(owned),
      number(serversFor(own, volume)),
      Math.abs(rented - owned) < 0.5 ? 'equal' : rented < owned ? 'API' : 'your own',
    ];
  };
  const needsMore = breakEven !== undefined && breakEven < notes && byServer > byApi;
  return {
    ...verdict(breakEven, notes, say),
    result: say('result', {
      ...{ notes, api: byApi, own: byServer, more: needsMore ? say('moreServers') : '' },
      threshold: threshold(breakEven, notes, say),
    }),
    measures: {
      saved: byApi - byServer,
      breakEven: breakEven ?? Number.POSITIVE_INFINITY,
      never: breakEven === undefined,
      /**
       * The cost of a server for each note if it handles as many as it can, in cents. Excludes the
       * engineer's time and the validation, because they don't grow with the number of notes.
       */
      perNote: (100 * own.serverCost) / ((own.notesPerServer * 365) / 12),
    },
    figure: costFigure(plans, notes, breakEven, say),
    note: say('note'),
    table: {
      caption: say('caption', {
        tokens: cents(tokenCostOfNote(api)),
        api: cents(byApi / (notes * daysCounted)),
        own: cents(byServer / (notes * daysCounted)),
      }),
      columns: ['Volume', 'API', 'Your own servers', 'Servers', 'Cheaper'],
      rows: [
        row(notes, `Today: ${number(notes)} notes a day`),
        ...ticks.slice(1).map((volume) => row(volume, `${number(volume)} notes a day`)),
        ...(breakEven ? [row(breakEven, `Break-even: ${atLeast(breakEven)} notes a day`)] : []),
      ],
    },
  };
};

function verdict(breakEven: number | undefined, notes: number, say: Say) {
  if (breakEven === undefined) return { value: 'Never', unit: say('never') };
  if (breakEven === 0) return { value: 'Always', unit: say('always') };
  return { value: atLeast(breakEven), unit: say('unit', { notes }) };
}

const atLeast = (notes: number): string => number(Math.ceil(notes));

function threshold(breakEven: number | undefined, notes: number, say: Say): string {
  if (breakEven === undefined) return say('resultNever');
  if (breakEven === 0) return say('resultAlways');
  const times = breakEven / notes;
  const compared =
    times >= 1
      ? say('times', { n: times.toFixed(1) })
      : say('percent', { n: (100 * times).toFixed(0) });
  return say('resultEven', { n: atLeast(breakEven), compared });
}

const cents = (amount: number): string => `$${number(amount, amount < 1 ? 3 : 2)}`;

function costFigure(
  { api, own }: ReturnType<typeof plansOf>,
  notes: number,
  breakEven: number | undefined,
  say: Say,
): Markup {
  const x = (volume: number): number => logScale(volume, [1, 5], [76, 570]);
  const y = (cost: number): number => logScale(cost, [4, 8], [236, 26]);
  const volumes = series(161, (step) => 10 ** (1 + step / 40));
  const line = (cost: (volume: number) => number): string =>
    linePath(volumes.map((volume) => [x(volume), y(cost(volume))] as const));
  const byApi = (volume: number): number => apiCost(api, volume);
  const byServer = (volume: number): number => serverCost(own, volume);
  const isShown = breakEven !== undefined && breakEven >= 10 && breakEven <= 1e5;
  return chart(
    [600, 264],
    {
      label: say('picture'),
      keys: [
        ['line-a', 'API'],
        ['line-b dashed', 'your own servers'],
        ['dot', 'today'],
      ],
    },
    levels([1e4, 1e5, 1e6, 1e7, 1e8], y, [76, 570], shortDollars),
    axis(ticks, x, 236, shortNumber),
    markup`<path class="line-a" d="${line(byApi)}"/><path class="line-b" stroke-dasharray="7 4" d="${line(byServer)}"/>`,
    markup`${
      isShown &&
      markup`<path class="mark" stroke-dasharray="2 4" d="M${x(breakEven)} 24V236"/>
      <text x="${Math.min(540, Math.max(120, x(breakEven)))}" y="16" text-anchor="middle">break-even</text>`
    }`,
    ...[byApi, byServer].map(
      (cost) => markup`<circle class="dot" cx="${x(notes)}" cy="${y(cost(notes))}" r="6"/>`,
    ),
  );
}

/** Axis labels, in notes a day. */
const ticks = [10, 100, 1000, 10_000, 100_000];

/**
 * Returns a value's position on a logarithmic axis between two powers of ten. Values outside this
 * range are clamped.
 */
function logScale(value: number, powers: Pair, ends: Pair): number {
  const power = Math.log10(Math.max(1, value));
  return scale(powers, ends)(Math.min(powers[1], Math.max(powers[0], power)));
}
