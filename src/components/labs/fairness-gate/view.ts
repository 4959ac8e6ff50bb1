import { type GateResult, gateRates } from '../../../domain/labs/fairness-gate.ts';
import { type Markup, markup } from '../../markup.ts';
import { chart, series } from '../draw.ts';
import { type LabCode, numberOf, type Say, shareOf } from '../lab.ts';

export const view: LabCode['view'] = (values, { say }) => {
  const of = (name: string): number => numberOf(values, name);
  const share = (name: string): number => shareOf(values, name);
  const [rate, lack, needed] = [of('rate'), of('lack'), of('judged')];
  const gate = { floor: share('floor'), gapLimit: share('limit'), minCases: needed };
  const larger = { cases: of('larger'), sensitivity: share('rate') };
  const smaller = { cases: of('cases'), sensitivity: share('rate') };
  const lower = Math.max(0, share('rate') - share('lack'));
  // The probability of each result, from 0 to 1.
  const fair = gateRates(larger, smaller, gate);
  const unfair = gateRates(larger, { ...smaller, sensitivity: lower }, gate);
  const isTooSmall = Math.min(smaller.cases, larger.cases) < needed;
  const [stopped, passed] = [whole(fair.blocked), whole(unfair.passed)];
  const small = isTooSmall ? 'Small' : '';
  const parts = {
    ...{ rate, lack, needed, lower, smaller: smaller.cases, larger: larger.cases },
    ...{ fair: fair.blocked, fairOpen: fair['not enough data'], fairPassed: fair.passed },
    ...{ unfair: unfair.blocked, open: unfair['not enough data'], passed: unfair.passed },
  };
  return {
    value: `${stopped} of 100`,
    unit: say(`unit${small}`, { passed }),
    result: say(`result${small}`, parts),
    measures: { blocked: 100 * fair.blocked, caught: 100 * unfair.blocked },
    figure: chart(
      [600, 176],
      {
        label: say('picture', { fair: inWords(fair, say), unfair: inWords(unfair, say) }),
        keys: [
          ['fill-b', 'wrong'],
          isTooSmall && ['fill-c', 'not enough data'],
          ['fill-faint', 'right'],
        ],
      },
      releases(0, 'Fair model', stopped, whole(fair['not enough data'])),
      releases(310, 'Unfair model', passed, whole(unfair['not enough data'])),
    ),
    note: say('note'),
    parts,
  };
};

function inWords(rates: Readonly<Record<GateResult, number>>, say: Say): string {
  const { blocked, passed, 'not enough data': unjudged } = rates;
  return say('rates', {
    blocked: whole(blocked),
    passed: whole(passed),
    unjudged: whole(unjudged),
  });
}

const whole = (rate: number): number => Math.round(100 * rate);

/**
 * Draws a hundred squares: wrong results first, then releases without a result, and then the rest.
 */
function releases(x: number, name: string, wrong: number, unjudged: number): Markup {
  const path = (from: number, to: number): string =>
    series(to - from, (index) => {
      const at = from + index;
      return `M${x + 14.5 * (at % 20)} ${34 + 28 * Math.floor(at / 20)}h11v22h-11z`;
    }).join('');
  const decided = Math.min(100, wrong + unjudged);
  return markup`<text x="${x}" y="20">${name}</text><path class="fill-b" d="${path(0, wrong)}"/>
    <path class="fill-c" d="${path(wrong, decided)}"/><path class="fill-faint" d="${path(decided, 100)}"/>`;
}
