import type { Values } from '../../../domain/labs/control.ts';
import { breakEvenPerUser } from '../../../domain/labs/costs.ts';
import {
  type DocumentationCase,
  type DocumentationPlan,
  documentationCase,
  type Swing,
  swingsOf,
} from '../../../domain/labs/documentation-case.ts';
import { signedDollars } from '../../../domain/labs/lab-text.ts';
import { dollars } from '../../../domain/worked/format.ts';
import { type Markup, markup } from '../../markup.ts';
import { axis, drawing, keys, scale } from '../draw.ts';
import { type LabCode, type LabTable, type LabWords, numberOf, type Say } from '../lab.ts';

type Words = LabWords<'documentation-case'>;

/** Returns the low, likely, and high case, even if their three durations are out of order. */
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

export const view: LabCode<'documentation-case'>['view'] = (values, words) => {
  const { say } = words;
  const plans = plansOf(values);
  const cases = plans.map(documentationCase);
  const nets = cases.map(({ firstYearNet }) => firstYearNet);
  const [low = 0, likely = 0, high = 0] = nets;
  const swings = swingsOfCases(plans);
  return {
    value: signedDollars(likely),
    unit: say('unit'),
    result: say('result', {
      low: signedDollars(low),
      likely: signedDollars(likely),
      high: signedDollars(high),
      widest: widestInWords(swings, words),
    }),
    measures: { low, likely, high },
    figure: cashFigure(cases, plans[1].oneOff, say),
    more: tornadoFigure(swings, likely, words),
    table: numbers(plans, cases, say),
  };
};

function numbers(
  plans: ReturnType<typeof plansOf>,
  cases: readonly DocumentationCase[],
  say: Say,
): LabTable {
  const line = (name: string, cell: (one: DocumentationCase) => number): string[] => [
    name,
    ...cases.map((one) => dollars(cell(one))),
  ];
  const { clinicians, activeShare, seatPrice, oneOff, endedContracts } = plans[1];
  const activeUsers = Math.max(1, clinicians * activeShare);
  const plan = { seats: clinicians, seatPrice, oneOff, activeUsers, months: 6 };
  return {
    caption: say('caption', {
      seats: clinicians,
      users: Math.round(clinicians * activeShare),
      perUser: dollars(breakEvenPerUser(plan)),
    }),
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

/** Formats an amount for an axis, such as −$1.2M. */
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

function cashFigure(cases: readonly DocumentationCase[], oneOff: number, say: Say): Markup {
  const ends = cases.map(({ runningNet }) => (runningNet * months) / 12 - oneOff);
  const [least, most] = [Math.min(0, -oneOff, ...ends), Math.max(1, ...ends)];
  const x = scale([0, months], [96, 584]);
  const y = scale([least, most], [196, 16]);
  return markup`<div class="wide">${drawing(
    [600, 234],
    say('picture', {
      ends: looks.map(([name], at) => `${name} ${shortMoney(ends[at] ?? 0)}`).join(', '),
    }),
    markup`<path class="grid" d="M96 16V196"/><path class="mark" d="M96 ${y(0)}H584"/>
      <text x="90" y="${y(0) + 6}" text-anchor="end">$0</text>`,
    markup`${least < 0 && markup`<text x="90" y="202" text-anchor="end">${y(0) < 172 ? shortMoney(least) : ''}</text>`}`,
    ...looks.map(
      ([, look, dashes], at) =>
        markup`<path class="${look}"${dashes && markup` stroke-dasharray="${dashes}"`} d="M${x(0)} ${y(-oneOff)} ${x(months)} ${y(ends[at] ?? 0)}"/>`,
    ),
    axis([6, 12, 18, 24], x, 196),
  )}${keys(['line-c dashed', 'high'], ['line-a', 'likely'], ['line-b dashed', 'low'])}<p class="fine-print">${say('note')}</p></div>`;
}

function tornadoFigure(swings: readonly Swing[], likely: number, { say, facts }: Words): Markup {
  const rows = swings.map(({ input, from, to, ...nets }) => {
    const { label = input } = facts.inputs[input] ?? {};
    const write = input.endsWith('Share')
      ? percent
      : input === 'minutesPerDay'
        ? String
        : shortMoney;
    return { label: `${label}: ${write(from)} to ${write(to)}`, ...nets };
  });
  const nets = rows.flatMap(({ netFrom, netTo }) => [netFrom, netTo]);
  const [least, most] = [Math.min(likely - 1, ...nets), Math.max(likely + 1, ...nets)];
  const x = scale([least, most], [40, 560]);
  const base = 30 + 48 * rows.length;
  return markup`<div class="wide">${drawing(
    [600, base + 30],
    say('tornado', {
      rows: rows
        .map(
          ({ label, netFrom, netTo }) => `${label}: ${shortMoney(netFrom)} to ${shortMoney(netTo)}`,
        )
        .join('; '),
    }),
    ...rows.map(({ label, netFrom, netTo }, at) => {
      const [left, right] = [x(Math.min(netFrom, netTo)), x(Math.max(netFrom, netTo))];
      return markup`<text x="10" y="${26 + 48 * at}">${label}</text>
        <rect class="fill-a" x="${left}" y="${34 + 48 * at}" width="${Math.max(2, right - left)}" height="14"/>
        <path class="mark" d="M${x(likely)} ${31 + 48 * at}v20"/>`;
    }),
    axis(
      [least, likely, most].filter((tick, at) => at === 1 || Math.abs(x(tick) - x(likely)) > 110),
      x,
      base,
      shortMoney,
    ),
  )}<p class="fine-print">${say('tornadoNote')}</p></div>`;
}

const percent = (share: number): string => `${Number((100 * share).toFixed(1))}%`;

/**
 * Returns how far the likely result moves when one input changes: estimates by 50%, contracts by
 * 20%. The largest come first, and inputs that change nothing are left out.
 */
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

function widestInWords([widest]: readonly Swing[], { say, facts }: Words): string {
  if (widest === undefined) return say('noSwing');
  return say('widest', { words: facts.inputs[widest.input]?.words ?? widest.input });
}
