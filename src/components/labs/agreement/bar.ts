import { type Agreement, kappaOf } from '../../../domain/labs/agreement.ts';
import { number, percent } from '../../../domain/worked/format.ts';
import { type Markup, markup } from '../../markup.ts';
import { drawing, scale } from '../draw.ts';

/**
 * All cases as a bar: what chance would agree on, what is agreed beyond it, what is not agreed.
 * Kappa is the middle part as a share of all that is not chance.
 */
export function agreementBar(agreement: Agreement): Markup {
  const { observed, expected } = agreement;
  const x = scale([0, 1], [2, 598]);
  const anchor = (share: number): string =>
    share > 0.65 ? 'end' : share < 0.35 ? 'start' : 'middle';
  return markup`<div class="wide">${drawing(
    600,
    124,
    inWords(agreement),
    parts(agreement, x, [32, 88]),
    markup`<path class="mark" d="M${x(observed)} 26V92"/><text x="${x(observed)}" y="20" text-anchor="${anchor(observed)}">they agree: ${percent(observed)}</text>`,
    markup`<path class="mark" stroke-dasharray="3 3" d="M${x(expected)} 28V96"/><text x="${x(expected)}" y="116" text-anchor="${anchor(expected)}">by chance: ${percent(expected)}</text>`,
  )}<p class="small">${explained(agreement)}</p></div>`;
}

/** The same in small, with its values below. */
export function smallAgreementBar(agreement: Agreement): Markup {
  return drawing(
    300,
    46,
    inWords(agreement),
    parts(agreement, scale([0, 1], [2, 298]), [6, 26]),
    markup`<text x="2" y="42">${inWords(agreement)}</text>`,
  );
}

function parts(
  { observed, expected }: Agreement,
  x: (share: number) => number,
  [top, bottom]: readonly [number, number],
): Markup {
  const part = (from: number, to: number, look: string): Markup =>
    markup`<path class="${look}" d="M${x(from)} ${top}H${x(to)}V${bottom}H${x(from)}Z"/>`;
  const beyond = observed < expected ? 'fill-b soft' : 'fill-a';
  return markup`${part(0, Math.min(observed, expected), 'fill-faint')}${part(expected, observed, beyond)}${part(0, 1, 'grid')}`;
}

function inWords(agreement: Agreement): string {
  const kappa = kappaOf(agreement);
  return `agree ${percent(agreement.observed, 0)}, chance ${percent(agreement.expected, 0)}, kappa ${kappa === undefined ? 'none' : kappaText(kappa)}`;
}

function explained(agreement: Agreement): string {
  const { observed, expected } = agreement;
  const kappa = kappaOf(agreement);
  const points = (share: number): string => number(100 * share, 1);
  if (kappa === undefined) return 'Chance leaves nothing open, so kappa has no value.';
  return observed < expected
    ? `${points(expected - observed)} points short of chance: kappa is negative.`
    : `Strong part: ${points(observed - expected)} of the ${points(1 - expected)} points that chance leaves open, kappa ${kappaText(kappa)}.`;
}

/** Kappa with a real minus. */
export function kappaText(kappa: number, decimals = 2): string {
  return number(kappa, decimals).replace('-', '−');
}
