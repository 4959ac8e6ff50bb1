import type { Values } from '../../../domain/labs/control.ts';
import { breakEvenPerUser } from '../../../domain/labs/costs.ts';
import {
  type DocumentationCase,
  type DocumentationPlan,
  documentationCase,
  type Swing,
  swingsOf,
} from '../../../domain/labs/documentation-case.ts';
import { shortDollars, signedDollars } from '../../../domain/labs/lab-text.ts';
import { type Markup, markup } from '../../markup.ts';
import { axis, chart, levels, linePath, scale } from '../draw.ts';
import { type LabCode, type LabWords, numberOf, type Say } from '../lab.ts';

type Words = LabWords<'documentation-case'>;

/** Returns the low, likely, and high cases, even if the three durations are out of order. */
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
  const [low = 0, likely = 0, high = 0] = cases.map(({ firstYearNet }) => firstYearNet);
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
    note: say('note'),
    more: tornadoFigure(swings, likely, words),
    parts: partsOf(plans, cases),
  };
};

/**
 * Returns the values for the table. The names of those that belong to one case end in `1`, `2`, or
 * `3`.
 */
function partsOf(plans: ReturnType<typeof plansOf>, cases: readonly DocumentationCase[]) {
  const { clinicians: seats, activeShare, seatPrice, oneOff, endedContracts } = plans[1];
  const activeUsers = Math.max(1, seats * activeShare);
  const perUser = breakEvenPerUser({ seats, seatPrice, oneOff, activeUsers, months: 6 });
  const numbered = cases.map((one, at) => ({
    ...one,
    minutes: plans[at]?.minutesPerDay,
    cost: -one.license,
    measured: one.firstYearNet - one.fromRetention,
    payback: one.paybackMonth ?? 'never',
  }));
  const parts = numbered.flatMap((one, at) =>
    Object.entries(one).map(([name, part]) => [`${name}${at + 1}`, part] as const),
  );
  const shared = { seats, perUser, endedContracts, users: Math.round(seats * activeShare) };
  return { ...shared, ...Object.fromEntries(parts) };
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
  return chart(
    [600, 234],
    {
      label: say('picture', {
        ends: looks.map(([name], at) => `${name} ${shortDollars(ends[at] ?? 0)}`).join(', '),
      }),
      keys: [
        ['line-c dashed', 'high'],
        ['line-a', 'likely'],
        ['line-b dashed', 'low'],
      ],
    },
    markup`<path class="grid" d="M96 16V196"/><path class="mark" d="M96 ${y(0)}H584"/>`,
    levels(least < 0 && y(0) < 172 ? [0, least] : [0], y, [96, 96], shortDollars),
    ...looks.map(([, look, dashes], at) => {
      const line = linePath([
        [x(0), y(-oneOff)],
        [x(months), y(ends[at] ?? 0)],
      ]);
      return markup`<path class="${look}"${dashes && markup` stroke-dasharray="${dashes}"`} d="${line}"/>`;
    }),
    axis([6, 12, 18, 24], x, 196),
  );
}

function tornadoFigure(swings: readonly Swing[], likely: number, { say, facts }: Words): Markup {
  const rows = swings.map(({ input, from, to, ...nets }) => {
    const { label = input } = facts.inputs[input] ?? {};
    const write = input.endsWith('Share')
      ? percent
      : input === 'minutesPerDay'
        ? String
        : shortDollars;
    return { label: `${label}: ${write(from)} to ${write(to)}`, ...nets };
  });
  const nets = rows.flatMap(({ netFrom, netTo }) => [netFrom, netTo]);
  const [least, most] = [Math.min(likely - 1, ...nets), Math.max(likely + 1, ...nets)];
  const x = scale([least, most], [40, 560]);
  const base = 30 + 48 * rows.length;
  const inWords = rows.map(
    ({ label, netFrom, netTo }) => `${label}: ${shortDollars(netFrom)} to ${shortDollars(netTo)}`,
  );
  return chart(
    [600, base + 30],
    { label: say('tornado', { rows: inWords.join('; ') }), note: say('tornadoNote') },
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
      shortDollars,
    ),
  );
}

const percent = (share: number): string => `${Number((100 * share).toFixed(1))}%`;

/**
 * Returns how far the likely result moves if one input changes: the minutes and the departures over
 * their ranges, the prices by 20%, and the others by 50%, except that no share exceeds 100%. The
 * largest swings come first, and inputs that change nothing are left out.
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
