import { bestOrder, discountedGain, type GainForm, ndcg } from '../../../domain/labs/ranking.ts';
import { type Markup, markup } from '../../markup.ts';
import { drawing, scale } from '../draw.ts';

/** What each rank adds to the DCG, beside what it would add in the best order. */
export function gainsFigure(list: readonly number[], k: number, gain: GainForm): Markup {
  const ideal = bestOrder(list);
  const added = (grades: readonly number[], index: number): number =>
    discountedGain(grades[index] ?? 0, index + 1, gain);
  const y = scale([0, Math.max(added(ideal, 0), 1)], [150, 16]);
  const x = scale([0, list.length], [10, 292]);
  return markup`<div>${drawing(
    300,
    176,
    `What each rank adds with ${gain} gain; NDCG@${k} is ${ndcg(list, gain, k).toFixed(3)}`,
    markup`${list.map((_, index) => {
      const isCounted = index < k;
      const [now, best] = [y(added(list, index)), y(added(ideal, index))];
      const at = x(index) + 6;
      return markup`<rect class="${isCounted ? 'fill-a' : 'fill-faint'}" x="${at}" y="${now}" width="34" height="${150 - now}"/><path class="${isCounted ? 'line-b' : 'grid'}" d="M${at - 3} ${best}h40"/><text x="${at + 17}" y="168" text-anchor="middle">${index + 1}</text>`;
    })}`,
    markup`<path class="grid" d="M10 150H292"/>`,
  )}<p class="small">${gain === 'linear' ? 'Linear gain: the grade' : 'Exponential gain: 2^grade − 1'}, divided by log2(rank + 1). Bars: this order. Lines: the best order. Gray: beyond k.</p></div>`;
}
