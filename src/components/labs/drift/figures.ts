import type { Comparison } from '../../../domain/labs/drift-sample.ts';
import type { LargestGap } from '../../../domain/labs/kolmogorov-smirnov.ts';
import { type Markup, markup } from '../../markup.ts';
import { axis, drawing, keys, linePath, scale } from '../draw.ts';

/** Right end of the scale of the index. */
const most = 0.5;

/** What chance alone makes of the index, its limits, and where this draw lies. */
export function chanceFigure(
  chance: readonly number[],
  index: number,
  before: readonly number[],
  { little, large }: { readonly little: number; readonly large: number },
): Markup {
  const x = scale([0, most], [14, 576]);
  const cells = 50;
  const heights = Array<number>(cells).fill(0);
  for (const value of chance) {
    const cell = Math.min(cells - 1, Math.floor((value / most) * cells));
    heights[cell] = (heights[cell] ?? 0) + 1;
  }
  const y = scale([0, Math.max(...heights)], [160, 34]);
  const zone = (from: number, to: number, name: string): Markup =>
    markup`<text x="${(x(from) + x(to)) / 2}" y="18" text-anchor="middle">${name}</text>`;
  const at = (value: number): number => x(Math.min(value, most));
  return markup`<div class="wide">${drawing(
    600,
    230,
    `PSI of 200 draws without drift, and of this draw: ${index.toFixed(3)}`,
    markup`${heights.map((height, cell) =>
      height === 0
        ? undefined
        : markup`<rect class="fill-a soft" x="${x((cell / cells) * most)}" y="${y(height)}" width="10.3" height="${160 - y(height)}"/>`,
    )}`,
    zone(0, little, 'little'),
    zone(little, large, 'moderate'),
    zone(large, most, 'large'),
    markup`<path class="grid" stroke-dasharray="4 4" d="M${x(little)} 26V198M${x(large)} 26V198"/><path class="grid" d="M14 160H576"/>`,
    markup`<g class="drift-draws">${before.map((value) => markup`<circle class="fill-b soft" cx="${at(value)}" cy="180" r="7"/>`)}</g><circle class="fill-b" cx="${at(index)}" cy="180" r="8"/>`,
    axis([0, 0.1, 0.2, 0.3, 0.4, 0.5], { x, y: 200 }),
  )}${keys(['fill-a soft', '200 draws without drift'], ['fill-b', index > most ? 'your draw, off the scale' : 'your draw, with earlier ones'])}</div>`;
}

/** Shares of both samples by bin. */
export function sharesFigure(
  [reference, recent]: readonly [readonly number[], readonly number[]],
  size: Comparison,
): Markup {
  const shares = reference.map(
    (count, bin) => [count / size.reference, (recent[bin] ?? 0) / size.recent] as const,
  );
  const top = Math.max(...shares.flat(), 0.01);
  const y = scale([0, top], [150, 14]);
  const width = 250 / size.bins;
  const bar = (at: number, share: number, name: string): Markup =>
    markup`<rect class="${name}" x="${at}" y="${y(share)}" width="${0.42 * width}" height="${150 - y(share)}"/>`;
  return markup`<div>${drawing(
    300,
    180,
    'Share of cases by score bin, reference next to recent',
    markup`${shares.map(([before, after], bin) => {
      const at = 42 + bin * width;
      return [bar(at, before, 'fill-a'), bar(at + 0.44 * width, after, 'fill-b')];
    })}`,
    markup`<path class="grid" d="M40 14V150H292"/><text x="34" y="22" text-anchor="end">${Math.round(100 * top)}%</text><text x="42" y="168">low scores</text><text x="292" y="168" text-anchor="end">high scores</text>`,
  )}${keys(['fill-a', 'reference'], ['fill-b', 'recent: share by bin'])}</div>`;
}

/** Cumulative shares of both samples, with the largest gap. */
export function cumulativeFigure(
  reference: readonly number[],
  recent: readonly number[],
  gap: LargestGap,
): Markup {
  const x = scale([-4, 4], [40, 292]);
  const y = scale([0, 1], [150, 14]);
  const upTo = (sample: readonly number[], at: number): number =>
    sample.filter((value) => value <= at).length / sample.length;
  const line = (sample: readonly number[]): string =>
    linePath(
      Array.from({ length: 65 }, (_, step) => {
        const at = -4 + step / 8;
        return [x(at), y(upTo(sample, at))] as const;
      }),
    );
  const at = x(Math.max(-4, Math.min(4, gap.at)));
  return markup`<div>${drawing(
    300,
    180,
    `Cumulative shares; the largest gap is ${gap.distance.toFixed(3)}`,
    markup`<path class="grid" d="M40 14V150H292"/><path class="line-a" d="${line(reference)}"/><path class="line-b" stroke-dasharray="5 3" d="${line(recent)}"/><path class="mark" d="M${at} ${y(upTo(reference, gap.at))}V${y(upTo(recent, gap.at))}"/><text x="34" y="22" text-anchor="end">100%</text>`,
    axis([-2, 0, 2], { x, y: 150 }),
  )}${keys(['line-a', 'reference'], ['line-b dashed', 'recent'], ['mark', 'KS gap'])}<p class="small">Cumulative share by score, in SD.</p></div>`;
}
