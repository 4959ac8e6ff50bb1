import { bestOrder, discountedGain, type GainForm, ndcg } from '../../../domain/labs/ranking.ts';
import { type Markup, markup } from '../../markup.ts';
import { drawing, keys, scale } from '../draw.ts';

/** What each rank adds to the DCG, beside what it would add in the best order. */
export function gainsFigure(list: readonly number[], k: number, gain: GainForm): Markup {
  const ideal = bestOrder(list);
  const added = (grades: readonly number[], index: number): number =>
    discountedGain(grades[index] ?? 0, index + 1, gain);
  const top = Math.max(added(ideal, 0), 1);
  const y = scale([0, top], [150, 16]);
  const x = scale([0, list.length], [30, 292]);
  return markup`<div>${drawing(
    300,
    176,
    `What each rank adds with ${gain} gain; NDCG@${k} is ${ndcg(list, gain, k).toFixed(3)}`,
    markup`${list.map((_, index) => {
      const isCounted = index < k;
      const [now, best] = [y(added(list, index)), y(added(ideal, index))];
      const at = x(index) + 5;
      return markup`<rect class="${isCounted ? 'fill-a' : 'fill-faint'}" x="${at}" y="${now}" width="32" height="${150 - now}"/><path class="${isCounted ? 'line-b' : 'grid'}" d="M${at - 3} ${best}h38"/><text x="${at + 16}" y="168" text-anchor="middle">${index + 1}</text>`;
    })}`,
    markup`<path class="grid" d="M30 12V150H292"/><text x="24" y="21" text-anchor="end">${top}</text><text x="24" y="154" text-anchor="end">0</text>`,
  )}${keys(['fill-a', 'this order'], ['line-b', 'best order'], ['fill-faint', 'beyond k'])}<p class="small">What each rank adds to NDCG: the grade, divided by log2(rank + 1).</p></div>`;
}
