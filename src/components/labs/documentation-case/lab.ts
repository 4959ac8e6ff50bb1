import { field, folded, isUnchanged, slider, type Values } from '../../../domain/labs/control.ts';
import { breakEvenPerUser } from '../../../domain/labs/costs.ts';
import {
  type DocumentationCase,
  type DocumentationPlan,
  documentationCase,
  type Swing,
  swingsOf,
} from '../../../domain/labs/documentation-case.ts';
import { dollars } from '../../../domain/worked/format.ts';
import { type Markup, markup } from '../../markup.ts';
import { axis, drawing, keys, scale } from '../draw.ts';
import { between, type Lab, type LabTable, type LabView, numberOf } from '../lab.ts';

/** Amounts are illustrations or come from the sources that their help names. */
const controls = [
  ...folded(
    field('seats', 'Clinicians with a seat', [10, 2000, 10], 100, 'clinicians'),
    field('price', 'License', [0, 1000, 10], 300, 'dollars per seat per month', {
      help: 'An example. Get your own quote.',
    }),
    field('once', 'Integration and training, paid once', [0, 2_000_000, 5000], 60_000, 'dollars', {
      help: 'An example.',
    }),
    field('low', 'Minutes saved per day: low', [0, 120, 1], 0, 'min', {
      help: '0: no significant difference in EHR time between 112 users and 103 controls (2024).',
    }),
    field('likely', 'Minutes saved per day: likely', [0, 120, 1], 16, 'min', {
      help: '16 per 8 scheduled hours: a cohort of 1,809 clinicians with access and 6,772 without (2026).',
    }),
    field('high', 'Minutes saved per day: high', [0, 120, 1], 30, 'min', {
      help: '2.5 fewer hours of off-hours work a week, spread over five days: a small randomized study of clinicians with a high documentation burden (2025).',
    }),
    field('hour', 'Value of an hour saved', [0, 600, 10], 150, 'dollars', {
      help: 'An example. Use your own collections per hour.',
    }),
  ),
  slider('converted', 'Share of saved time that turns into money', [0, 100, 1], 23, '%', {
    help: 'Saved time turns into money only if it leads to more visits or less overtime. Any other time counts as well-being. At 23% and $150 an hour, 16 minutes a day is worth $169 a month for each user, close to the $167 in gross monthly billing that the cohort study found for each clinician with access.',
  }),
  ...folded(
    field('replace', 'Cost to replace a clinician who leaves', [0, 1.5e6, 5e4], 5e5, 'dollars', {
      help: '$500,000 to over $1 million for a physician, according to a 2017 estimate.',
    }),
  ),
  slider('active', 'Clinicians who use the scribe regularly', [5, 100, 5], 70, '%', {
    help: 'In a cohort from five health systems, 32% used it in at least half of their visits. The 16 minutes are an average over everyone with access; to match that, choose 100%.',
  }),
  field(
    'ended',
    'Scribe and transcription contracts that end',
    [0, 5e6, 1e4],
    0,
    'dollars per year',
    { help: 'From your own invoices. Count only contracts that will actually end.' },
  ),
  ...folded(
    slider(
      'stay',
      'Clinicians who stay because of the scribe, high case only',
      [0, 5, 0.1],
      1,
      '% per year',
      { help: 'An example. We don’t know of a scribe trial that measured turnover.' },
    ),
  ),
];

/** The low, likely, and high case, even if the three minutes are out of order. */
function plansOf(values: Values): [DocumentationPlan, DocumentationPlan, DocumentationPlan] {
  const of = (name: string): number => numberOf(values, name);
  const [low = 0, likely = 0, high = 0] = ['low', 'likely', 'high'].map(of).sort((a, b) => a - b);
  const plan = {
    clinicians: of('seats'),
    activeShare: of('active') / 100,
    convertedShare: of('converted') / 100,
    hourValue: of('hour'),
    seatPrice: of('price'),
    oneOff: of('once'),
    endedContracts: of('ended'),
    replacementCost: of('replace'),
    stayShare: 0,
  };
  return [
    { ...plan, minutesPerDay: low },
    { ...plan, minutesPerDay: likely },
    { ...plan, minutesPerDay: high, stayShare: of('stay') / 100 },
  ];
}

function view(values: Values): LabView {
  const plans = plansOf(values);
  const cases = plans.map(documentationCase);
  const [low = '', likely = '', high = ''] = cases.map((one) => thousands(one.firstYearNet));
  const swings = swingsOfCases(plans);
  return {
    value: likely,
    unit: 'in the first year, likely case',
    result: `First year, including the one-time cost: from ${low} to ${high}, likely ${likely}. ${widestInWords(swings)}`,
    figure: cashFigure(cases, plans[1].oneOff),
    more: tornadoFigure(swings, cases[1]?.firstYearNet ?? 0),
    table: numbers(plans, cases),
  };
}

function numbers(plans: ReturnType<typeof plansOf>, cases: readonly DocumentationCase[]): LabTable {
  const line = (name: string, cell: (one: DocumentationCase) => number): string[] => [
    name,
    ...cases.map((one) => dollars(cell(one))),
  ];
  const { clinicians, activeShare, seatPrice, oneOff, endedContracts } = plans[1];
  const activeUsers = Math.max(1, clinicians * activeShare);
  const plan = { seats: clinicians, seatPrice, oneOff, activeUsers, months: 6 };
  return {
    caption: `${clinicians} seats, ${Math.round(clinicians * activeShare)} regular users, 220 working days. To break even after six months, each regular user must bring in ${dollars(breakEvenPerUser(plan))} a month.`,
    columns: ['Measure', 'Low', 'Likely', 'High'],
    rows: [
      ['Minutes saved per day', ...plans.map(({ minutesPerDay }) => String(minutesPerDay))],
      line('From time that turns into money', ({ fromTime }) => fromTime),
      line('From contracts that end', () => endedContracts),
      line('From avoided departures', ({ fromRetention }) => fromRetention),
      line('Licenses', ({ license }) => -license),
      line('Net per year, ongoing', ({ runningNet }) => runningNet),
      line('Net, first year', ({ firstYearNet }) => firstYearNet),
      line(
        'Net, first year, excluding avoided departures',
        (one) => one.firstYearNet - one.fromRetention,
      ),
      ['Payback month', ...cases.map(({ paybackMonth }) => String(paybackMonth ?? 'never'))],
    ],
  };
}

function thousands(amount: number): string {
  const rounded = 1000 * Math.round(amount / 1000);
  return `${rounded > 0 ? '+' : ''}${dollars(rounded)}`;
}

/** A line break must not separate the sign from its amount. */
const inOneLine = (amount: number): string => thousands(amount).replace('−', '−\u2060');

/** Money on an axis, such as −$1.2M. */
function shortMoney(amount: number): string {
  const size = Math.abs(amount);
  const [unit, letter] =
    size >= 1e9 ? [1e9, 'B'] : size >= 1e6 ? [1e6, 'M'] : size >= 1000 ? [1000, 'k'] : [1, ''];
  const digits = unit === 1 ? Math.round(size) : Number((size / unit).toPrecision(3));
  return `${amount < 0 ? '−' : ''}$${digits}${letter}`;
}

const months = 24;
const looks = [
  ['low', 'line-b', '3 4'],
  ['likely', 'line-a', ''],
  ['high', 'line-c', '9 4'],
] as const;

function cashFigure(cases: readonly DocumentationCase[], oneOff: number): Markup {
  const ends = cases.map(({ runningNet }) => (runningNet * months) / 12 - oneOff);
  const [least, most] = [Math.min(0, -oneOff, ...ends), Math.max(1, ...ends)];
  const x = scale([0, months], [96, 584]);
  const y = scale([least, most], [196, 16]);
  return markup`<div class="wide">${drawing(
    [600, 234],
    `Money in or out over two years: ${looks.map(([name], at) => `${name} ${shortMoney(ends[at] ?? 0)}`).join(', ')}`,
    markup`<path class="grid" d="M96 16V196"/><path class="mark" d="M96 ${y(0)}H584"/><text x="90" y="${y(0) + 6}" text-anchor="end">$0</text>`,
    markup`${least < 0 && markup`<text x="90" y="202" text-anchor="end">${y(0) < 172 ? shortMoney(least) : ''}</text>`}`,
    ...looks.map(
      ([, look, dashes], at) =>
        markup`<path class="${look}"${dashes && markup` stroke-dasharray="${dashes}"`} d="M${x(0)} ${y(-oneOff)} ${x(months)} ${y(ends[at] ?? 0)}"/>`,
    ),
    axis([6, 12, 18, 24], x, 196),
  )}${keys(['line-c dashed', 'high'], ['line-a', 'likely'], ['line-b dashed', 'low'])}<p class="fine-print">Cumulative net, by month. Above $0, the one-time cost has been recovered.</p></div>`;
}

function tornadoFigure(swings: readonly Swing[], likely: number): Markup {
  const rows = swings.map(({ input, from, to, ...nets }) => {
    const [label = input, , write = String] = inputs[input] ?? [];
    return { label: `${label}: ${write(from)} to ${write(to)}`, ...nets };
  });
  const nets = rows.flatMap(({ netFrom, netTo }) => [netFrom, netTo]);
  const [least, most] = [Math.min(likely - 1, ...nets), Math.max(likely + 1, ...nets)];
  const x = scale([least, most], [40, 560]);
  const base = 30 + 48 * rows.length;
  return markup`<div class="wide">${drawing(
    [600, base + 30],
    `First-year net when only one input changes: ${rows.map(({ label, netFrom, netTo }) => `${label}: ${shortMoney(netFrom)} to ${shortMoney(netTo)}`).join('; ')}`,
    ...rows.map(({ label, netFrom, netTo }, at) => {
      const [left, right] = [x(Math.min(netFrom, netTo)), x(Math.max(netFrom, netTo))];
      return markup`<text x="10" y="${26 + 48 * at}">${label}</text><rect class="fill-a" x="${left}" y="${34 + 48 * at}" width="${Math.max(2, right - left)}" height="14"/><path class="mark" d="M${x(likely)} ${31 + 48 * at}v20"/>`;
    }),
    axis(
      [least, likely, most].filter((tick, at) => at === 1 || Math.abs(x(tick) - x(likely)) > 110),
      x,
      base,
      shortMoney,
    ),
  )}<p class="fine-print">First-year net when only one input changes: minutes across your range; clinicians who stay, from zero to the share you set; license and one-time cost, ±20%; everything else, ±50%. Vertical line: the likely case.</p></div>`;
}

const percent = (share: number): string => `${Number((100 * share).toFixed(1))}%`;

/** The inputs that are uncertain: on the tornado chart, and in the sentence that names the largest. */
const inputs: Partial<
  Record<keyof DocumentationPlan, [label: string, words: string, write: (value: number) => string]>
> = {
  minutesPerDay: ['Minutes saved per day', 'the minutes saved', String],
  activeShare: ['Regular users', 'the share of regular users', percent],
  convertedShare: ['Time that turns into money', 'how much saved time turns into money', percent],
  hourValue: ['Value of an hour', 'the value of an hour', shortMoney],
  seatPrice: ['License', 'the license price', shortMoney],
  oneOff: ['One-time cost', 'the one-time cost', shortMoney],
  endedContracts: ['Contracts that end', 'which contracts actually end', shortMoney],
  stayShare: [
    'Clinicians who stay',
    'the departures avoided, which no scribe trial we know of has measured',
    percent,
  ],
};

/** Nonzero swings of the likely case, largest first: estimates by half, contracts by a fifth. */
function swingsOfCases([low, likely, high]: ReturnType<typeof plansOf>): Swing[] {
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

function widestInWords([widest]: readonly Swing[]): string {
  if (widest === undefined) return 'No single input changes the result.';
  const [, words = widest.input] = inputs[widest.input] ?? [];
  return `The result depends most on ${words}.`;
}

export const lab: Lab = {
  id: 'documentation-case',
  title: 'Make the case to the CFO',
  aliases: ['business case', 'ROI', 'payback', 'AI scribe'],
  theme: 'money',
  still: {
    value: '16 minutes',
    unit: 'saved per day',
    question: 'How many of those minutes does the CFO count as cash?',
    drawing:
      '<path class="off" d="M20 130V70h56v60zM94 130V84h56v46z"/><path class="on" d="M168 130v-18h56v18z"/><path class="dim" d="M20 130H300"/>',
  },
  guess: {
    ...between([-500_000, 500_000, 10_000], inOneLine),
    question:
      'You license an AI scribe for 100 clinicians: $300 a month each, plus a one-time cost of $60,000. It saves the 70 who use it 16 minutes a day. 23% of that time turns into money, at $150 an hour. What is the net in the first year?',
    label: 'First-year net',
    truth: -278_320,
    near: 60_000,
    because: 'the licenses cost $360,000 for all seats, and the minutes bring in $142,000.',
  },
  controls,
  view,
  challenges: [
    {
      task: 'Make the likely case break even in the first year by ending contracts alone.',
      isMet: (values) =>
        isUnchanged(controls, values, 'ended') &&
        documentationCase(plansOf(values)[1]).firstYearNet >= 0,
      solution: { ended: 280_000 },
    },
    {
      task: 'Under “More inputs,” assume that nobody stays because of the scribe. What share of the time saved must turn into money for the high case to break even in the first year?',
      isMet: (values) =>
        isUnchanged(controls, values, 'stay', 'converted') &&
        numberOf(values, 'stay') === 0 &&
        documentationCase(plansOf(values)[2]).firstYearNet >= 0,
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
