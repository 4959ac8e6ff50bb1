import {
  type Agreement,
  cohensAgreement,
  kappaOf,
  specificAgreement,
} from '../../../domain/labs/agreement.ts';
import { number, percent } from '../../../domain/worked/format.ts';
import { type Markup, markup } from '../../markup.ts';
import { chart, scale } from '../draw.ts';
import { type LabCode, type LabWords, numberOf, type Say } from '../lab.ts';

type Words = LabWords<'agreement'>;
type Counts = readonly [bothYes: number, onlyA: number, onlyB: number, bothNo: number];

export const view: LabCode<'agreement'>['view'] = (values, words) => {
  const { say } = words;
  const of = (name: string): number => numberOf(values, name);
  const counts: Counts = [of('bothyes'), of('onlya'), of('onlyb'), of('bothno')];
  const [bothYes, onlyA, onlyB, bothNo] = counts;
  const table = asTable(counts);
  const agreement = cohensAgreement(table);
  const { observed, expected, kappa } = partsOf(agreement);
  const cases = bothYes + onlyA + onlyB + bothNo;
  const parts = {
    ...{ bothYes, onlyA, onlyB, bothNo, cases, observed, expected, kappa },
    yes: specificAgreement(table, 0),
    no: specificAgreement(table, 1),
  };
  const none = agreement === undefined ? 'empty' : 'noKappa';
  return {
    value: kappa === undefined ? 'No' : number(kappa, 2).replace('-', '−'),
    unit: say('unit', parts),
    result: say(kappa === undefined ? none : 'result', parts),
    // Everything is in percent except kappa and the number of cases.
    measures: {
      observed: 100 * (observed ?? Number.NaN),
      chance: 100 * (expected ?? Number.NaN),
      ...{ kappa: kappa ?? Number.NaN, cases },
    },
    figure: markup`${agreement && agreementBar(agreement, say)}`,
    note: agreement && explained(agreement, say),
    more: published(counts, words),
    parts,
  };
};

function partsOf(agreement: Agreement | undefined) {
  const { observed, expected } = agreement ?? {};
  return { observed, expected, kappa: agreement && kappaOf(agreement) };
}

function asTable(counts: Counts): number[][] {
  return [counts.slice(0, 2), counts.slice(2)];
}

/** Lists published tables, each with a button that loads it. */
function published(now: Counts, { say, facts }: Words): Markup {
  return markup`<div class="wide lab-words"><p>${say('load')}</p><ul>${facts.published.map(
    ({ name, counts }) => {
      const [bothYes, onlyA, onlyB, bothNo] = counts;
      const set = `bothyes=${bothYes}&onlya=${onlyA}&onlyb=${onlyB}&bothno=${bothNo}`;
      const isNow = counts.join() === now.join();
      const result = say('bar', partsOf(cohensAgreement(asTable(counts))));
      return markup`<li><button type="button" data-set="${set}" data-key="${counts.join('-')}"
        aria-pressed="${String(isNow)}">${name}</button> ${counts.join(', ')}: ${result}</li>`;
    },
  )}</ul></div>`;
}

/**
 * Draws all cases as a bar: chance agreement, agreement beyond chance, and disagreement. Kappa is
 * the middle segment as a share of everything beyond chance. If the raters agree less often than by
 * chance, the middle segment shows how much less.
 */
function agreementBar(agreement: Agreement, say: Say): Markup {
  const { observed, expected } = agreement;
  const x = scale([0, 1], [2, 598]);
  const part = (from: number, to: number, look: string): Markup =>
    markup`<path class="${look}" d="M${x(from)} 32H${x(to)}V88H${x(from)}Z"/>`;
  const label = (share: number, y: number, name: string): Markup => {
    const anchor = share > 0.65 ? 'end' : share < 0.35 ? 'start' : 'middle';
    return markup`<text x="${x(share)}" y="${y}" text-anchor="${anchor}">${name}: ${percent(share)}</text>`;
  };
  return chart(
    [600, 124],
    { label: say('bar', partsOf(agreement)) },
    part(0, Math.min(observed, expected), 'fill-faint'),
    part(expected, observed, observed < expected ? 'fill-b soft' : 'fill-a'),
    part(0, 1, 'grid'),
    markup`<path class="mark" d="M${x(observed)} 26V92"/>${label(observed, 20, 'they agree')}`,
    markup`<path class="mark" stroke-dasharray="3 3" d="M${x(expected)} 28V96"/>${label(expected, 116, 'by chance')}`,
  );
}

function explained(agreement: Agreement, say: Say): string {
  const { observed, expected } = agreement;
  const kappa = kappaOf(agreement);
  if (kappa === undefined) return say('explainedAll');
  const more = 100 * (observed - expected);
  const name = more < 0 ? 'explainedLess' : 'explained';
  return say(name, { more, points: -more, rest: 100 * (1 - expected), kappa });
}
