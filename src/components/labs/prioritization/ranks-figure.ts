import { type Markup, markup } from '../../markup.ts';
import { drawing, linePath, scale } from '../draw.ts';
import type { Feature } from './features.ts';
import { methods, type RankedFeature } from './rank-features.ts';

/** Ranks from left to right, a line for each feature; gated ones are at the top. */
export function ranksFigure(
  ranked: readonly RankedFeature[],
  gated: readonly Feature[],
  chosen: Feature,
): Markup {
  const x = scale([0, 2], [236, 546]);
  const top = 62 + 40 * gated.length;
  const y = scale([1, 2], [top, top + 42]);
  // The chosen one is drawn last, over the others.
  const inOrder = [...ranked].sort((a, b) => Number(isChosen(a)) - Number(isChosen(b)));
  return markup`<div class="wide">${drawing(
    600,
    y(Math.max(1, ranked.length)) + 26,
    `Ranks by ${methods.join(', ')}: ${ranked.map(({ feature, ranks }) => `${feature.short} ${ranks.join(', ')}`).join('; ')}`,
    markup`${gated.map(
      ({ letter, short }, at) =>
        markup`<rect class="fill-b soft" x="8" y="${6 + 40 * at}" width="584" height="32" rx="6"/><text x="20" y="${29 + 40 * at}">${letter} ${short}: first, no score</text>`,
    )}`,
    markup`${methods.map((name, at) => markup`<text x="${x(at)}" y="${top - 34}" text-anchor="middle">${name}</text>`)}`,
    markup`${inOrder.map((entry) => line(entry))}`,
  )}<p class="small">First at the top. Dashes: the feature you chose.</p></div>`;

  function isChosen({ feature }: RankedFeature): boolean {
    return feature === chosen;
  }

  function line(entry: RankedFeature): Markup {
    const { feature, ranks } = entry;
    const bold = isChosen(entry) ? markup` font-weight="700"` : undefined;
    const points = ranks.map((rank, at) => [x(at), y(rank)] as const);
    return markup`<path class="${bold ? 'line-b' : 'line-a'}"${bold ? markup` stroke-dasharray="7 4"` : undefined} d="${linePath(points)}"/><text x="206" y="${y(ranks[0] ?? 1) + 6}" text-anchor="end"${bold}>${feature.short}</text>${points.map(
      ([cx, cy]) =>
        markup`<circle class="fill-faint" cx="${cx}" cy="${cy}" r="16"/><text x="${cx}" y="${cy + 6}" text-anchor="middle"${bold}>${feature.letter}</text>`,
    )}`;
  }
}
