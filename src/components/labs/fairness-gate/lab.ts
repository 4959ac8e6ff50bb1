import type { Values } from '../../../domain/labs/control.ts';
import { type GateResult, gateRates } from '../../../domain/labs/fairness-gate.ts';
import { percent } from '../../../domain/worked/format.ts';
import { type Markup, markup } from '../../markup.ts';
import { drawing, keys, series } from '../draw.ts';
import { type LabCode, numberOf, type Say } from '../lab.ts';

/** Returns how often the gate gives each result for a fair and for an unfair model, from 0 to 1. */
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

export const view: LabCode['view'] = (values, { say }) => {
  const { fair, unfair } = ratesOf(values);
  const of = (name: string): number => numberOf(values, name);
  const [rate, lack, needed] = [of('rate'), of('lack'), of('judged')];
  const isTooSmall = Math.min(of('cases'), of('larger')) < needed;
  const [stopped, passed] = [whole(fair.blocked), whole(unfair.passed)];
  const small = isTooSmall ? 'Small' : '';
  return {
    value: `${stopped} of 100`,
    unit: say(`unit${small}`, { passed }),
    result: say(`result${small}`, {
      ...{ rate, lack, needed },
      fair: percent(fair.blocked, 1),
      unfair: percent(unfair.blocked, 1),
      passed: percent(unfair.passed, 1),
    }),
    measures: { blocked: 100 * fair.blocked, caught: 100 * unfair.blocked },
    figure: markup`<div class="wide">${drawing(
      [600, 176],
      say('picture', { fair: inWords(fair, say), unfair: inWords(unfair, say) }),
      releases(0, 'Fair model', stopped, whole(fair['not enough data'])),
      releases(310, 'Unfair model', passed, whole(unfair['not enough data'])),
    )}${keys(['fill-b', 'wrong'], ...(isTooSmall ? [['fill-a', 'not enough data'] as const] : []), [
      'fill-faint',
      'right',
    ])}<p class="fine-print">${say('note')}</p></div>`,
    table: {
      caption: say('caption', { smaller: of('cases'), larger: of('larger') }),
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
        ['Unfair', `${rate}%`, `${Math.max(0, rate - lack)}%`, ...shares(unfair)],
      ],
    },
  };
};

type Rates = Readonly<Record<GateResult, number>>;

function inWords(rates: Rates, say: Say): string {
  const { blocked, passed, 'not enough data': unjudged } = rates;
  return say('rates', {
    blocked: whole(blocked),
    passed: whole(passed),
    unjudged: whole(unjudged),
  });
}

function shares({ blocked, passed, 'not enough data': unjudged }: Rates): string[] {
  return [blocked, unjudged, passed].map((share) => percent(share));
}

const whole = (rate: number): number => Math.round(100 * rate);

/** Draws a hundred squares: wrong results first, then releases without a result. */
function releases(left: number, name: string, wrong: number, unjudged: number): Markup {
  const path = (from: number, to: number): string =>
    series(to - from, (index) => {
      const at = from + index;
      return `M${left + 14.5 * (at % 20)} ${34 + 28 * Math.floor(at / 20)}h11v22h-11z`;
    }).join('');
  const decided = Math.min(100, wrong + unjudged);
  return markup`<text x="${left}" y="20">${name}</text><path class="fill-b" d="${path(0, wrong)}"/>
    <path class="fill-a" d="${path(wrong, decided)}"/><path class="fill-faint" d="${path(decided, 100)}"/>`;
}
