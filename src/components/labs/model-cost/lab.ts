import { field, folded, isUnchanged, slider, type Values } from '../../../domain/labs/control.ts';
import {
  apiCost,
  breakEvenNotes,
  serverCost,
  serversFor,
  tokenCostOfNote,
} from '../../../domain/labs/model-cost.ts';
import { dollars, number } from '../../../domain/worked/format.ts';
import { type Markup, markup } from '../../markup.ts';
import { drawing, keys, linePath, type Pair, scale, series } from '../draw.ts';
import { between, type Lab, type LabView, numberOf } from '../lab.ts';

/** All amounts are illustrations; readers enter those of their quotes. */
const controls = [
  slider('notes', 'Notes per day', [20, 60_000, 20], 660, '', { isLog: true }),
  slider(
    'capacity',
    'Notes per day that one server can generate',
    [100, 200_000, 100],
    30_000,
    '',
    {
      isLog: true,
      help: 'Allow for your busiest hour. At night the server is idle, and you still pay.',
    },
  ),
  slider('retired', 'Versions that the vendor retires in three years', [0, 12, 1], 2, '', {
    help: 'Each one means another validation. In October 2026, OpenAI gave three months’ notice before retiring its GPT-4o and GPT-4.1 snapshots.',
  }),
  ...folded(
    field('sent', 'Input tokens per note', [0, 200_000, 100], 4000, 'tokens'),
    field('written', 'Output tokens per note', [0, 20_000, 50], 800, 'tokens'),
    field('pricein', 'API price per million input tokens', [0, 100, 0.05], 2.5, 'dollars', {
      help: 'An example, like every amount here. Enter the amounts from your quotes.',
    }),
    field('priceout', 'API price per million output tokens', [0, 200, 0.05], 12.5, 'dollars'),
    field('validation', 'Validating one version of the API model', [0, 1e6, 5000], 3e4, 'dollars'),
    field('server', 'Your own GPU server', [0, 200_000, 500], 9000, 'dollars per month'),
    slider('staff', 'Engineer time for the server', [0, 300, 5], 25, '% of one engineer', {
      help: 'On call, patches, security.',
    }),
    field('post', 'Cost of one full-time engineer', [0, 60_000, 500], 18_000, 'dollars per month'),
    field('owncheck', 'One-time validation of your model', [0, 1e6, 5000], 30_000, 'dollars'),
  ),
];

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

function view(values: Values): LabView {
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
  return {
    ...verdict(breakEven, notes),
    result: `At ${number(notes)} notes a day, three years cost ${dollars(byApi)} with the API and ${dollars(byServer)} on your own servers. ${threshold(breakEven, notes)}${breakEven !== undefined && breakEven < notes && byServer > byApi ? ' But at today’s volume, you need more servers, so the API is cheaper.' : ''}`,
    figure: costFigure(plans, notes, breakEven),
    table: {
      caption: `Cost over three years. Per note at today’s volume: API, ${cents(tokenCostOfNote(api))} for tokens, ${cents(byApi / (notes * daysCounted))} with validation; your own servers, ${cents(byServer / (notes * daysCounted))}.`,
      columns: ['Volume', 'API', 'Your own servers', 'Servers', 'Cheaper'],
      rows: [
        row(notes, `Today: ${number(notes)} notes a day`),
        ...[100, 1000, 10_000, 100_000].map((volume) =>
          row(volume, `${number(volume)} notes a day`),
        ),
        ...(breakEven ? [row(breakEven, `Break-even: ${atLeast(breakEven)} notes a day`)] : []),
      ],
    },
  };
}

function verdict(breakEven: number | undefined, notes: number): Pick<LabView, 'value' | 'unit'> {
  if (breakEven === undefined) return { value: 'Never', unit: 'cheaper on your own server' };
  if (breakEven === 0) return { value: 'Always', unit: 'cheaper on your own server' };
  return {
    value: atLeast(breakEven),
    unit: `notes a day to break even; you have ${number(notes)}`,
  };
}

const atLeast = (notes: number): string => number(Math.ceil(notes));

function threshold(breakEven: number | undefined, notes: number): string {
  if (breakEven === undefined) {
    return 'There’s no break-even: a server at full capacity costs more than its notes would with the API.';
  }
  if (breakEven === 0) return 'Your own servers are cheaper from the first note.';
  const times = breakEven / notes;
  const compared =
    times >= 1
      ? `${times.toFixed(1)} times today’s volume`
      : `${(100 * times).toFixed(0)}% of today’s volume`;
  return `Break-even is at ${atLeast(breakEven)} notes a day, ${compared}.`;
}

const cents = (amount: number): string => `$${number(amount, amount < 1 ? 3 : 2)}`;

function costFigure(
  { api, own }: ReturnType<typeof plansOf>,
  notes: number,
  breakEven: number | undefined,
): Markup {
  const x = (volume: number): number => logScale(volume, [1, 5], [76, 588]);
  const y = (cost: number): number => logScale(cost, [4, 8], [236, 26]);
  const volumes = series(161, (step) => 10 ** (1 + step / 40));
  const line = (cost: (volume: number) => number): string =>
    linePath(volumes.map((volume) => [x(volume), y(cost(volume))] as const));
  const byApi = (volume: number): number => apiCost(api, volume);
  const byServer = (volume: number): number => serverCost(own, volume);
  const isShown = breakEven !== undefined && breakEven >= 10 && breakEven <= 1e5;
  return markup`<div class="wide">${drawing(
    [600, 264],
    'Cost over three years by notes per day, for the API and for your own servers, both on logarithmic scales',
    ...['$10k', '$100k', '$1M', '$10M', '$100M'].map(
      (name, at) =>
        markup`<path class="grid" stroke-opacity="0.4" d="M76 ${y(10 ** (4 + at))}H588"/><text x="70" y="${y(10 ** (4 + at)) + 6}" text-anchor="end">${name}</text>`,
    ),
    ...[10, 100, 1000, 10_000, 100_000].map(
      (tick) =>
        markup`<path class="grid" d="M${x(tick)} 236v5"/><text x="${tick === 1e5 ? 600 : x(tick)}" y="260" text-anchor="${tick === 1e5 ? 'end' : 'middle'}">${number(tick)}</text>`,
    ),
    markup`<path class="line-a" d="${line(byApi)}"/><path class="line-b" stroke-dasharray="7 4" d="${line(byServer)}"/>`,
    markup`${isShown && markup`<path class="mark" stroke-dasharray="2 4" d="M${x(breakEven)} 24V236"/><text x="${Math.min(540, Math.max(120, x(breakEven)))}" y="16" text-anchor="middle">break-even</text>`}`,
    ...[byApi, byServer].map(
      (cost) => markup`<circle class="dot" cx="${x(notes)}" cy="${y(cost(notes))}" r="6"/>`,
    ),
  )}${keys(['line-a', 'API'], ['line-b dashed', 'your own servers'], ['dot', 'today'])}<p class="fine-print">Cost over three years by notes per day. Each grid line is ten times the one before.</p></div>`;
}

/** A place on an axis between two powers of ten; values beyond are clamped to its ends. */
function logScale(value: number, powers: Pair, ends: Pair): number {
  const power = Math.log10(Math.max(1, value));
  return scale(powers, ends)(Math.min(powers[1], Math.max(powers[0], power)));
}

export const lab: Lab = {
  id: 'model-cost',
  title: 'Rent the model or run your own',
  aliases: ['model cost', 'API cost', 'tokens', 'self-hosting'],
  theme: 'money',
  still: {
    value: '660 notes',
    unit: 'per day',
    question: 'When does your own server become cheaper?',
    drawing:
      '<path class="dim" d="M20 78H300"/><path class="line" d="M20 134 300 58"/><circle class="on" cx="226" cy="78" r="6"/>',
  },
  guess: {
    ...between([100, 100_000, 10], (count) => `${number(count)} notes a day`, true),
    question:
      'You write 660 notes a day. With a rented model, a note costs 2 cents in tokens. Your own GPU server and a quarter of an engineer cost $13,500 a month. At how many notes a day does your own server become cheaper?',
    label: 'Break-even',
    truth: 19_453,
    near: 5000,
    because:
      'a month of your server costs as much as 675,000 notes from the rented model, and you write only 20,000.',
  },
  controls,
  view,
  challenges: [
    {
      task: 'Change only the volume until your own server is cheaper by at least $100,000 over three years.',
      isMet: (values) => {
        const { api, own } = plansOf(values);
        const notes = numberOf(values, 'notes');
        const saved = apiCost(api, notes) - serverCost(own, notes);
        return isUnchanged(controls, values, 'notes') && saved >= 100_000;
      },
      solution: { notes: 25_000 },
    },
    {
      task: 'Change only how many notes one server can generate, so that your own servers never pay off.',
      isMet: (values) => {
        const { api, own } = plansOf(values);
        return isUnchanged(controls, values, 'capacity') && breakEvenNotes(api, own) === undefined;
      },
      solution: { capacity: 10_000 },
    },
  ],
  misconception: 'Open models are free, so running our own is cheaper.',
  say: 'I compare the whole stack over three years and show today’s volume next to break-even. Far below it, the decision turns on privacy, change control, and vendor lock-in, not price.',
  questions: ['6rj'],
  sources: ['openai-deprecations'],
};
