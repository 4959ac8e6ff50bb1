import {
  type ApiPlan,
  apiCost,
  type ServerPlan,
  serverCost,
} from '../../../domain/labs/model-cost.ts';
import { type Markup, markup } from '../../markup.ts';
import { drawing, keys, linePath, scale } from '../draw.ts';

/** Powers of ten on both axes. */
const volumes = [1, 5] as const;
const costs = [4, 8] as const;
const costNames = ['$10k', '$100k', '$1M', '$10M', '$100M'];

/** Both costs by volume on logarithmic scales, today's volume as points, break-even as a line. */
export function costFigure(
  { api, own }: { readonly api: ApiPlan; readonly own: ServerPlan },
  notes: number,
  breakEven: number | undefined,
): Markup {
  const toX = scale(volumes, [76, 588]);
  const toY = scale(costs, [236, 26]);
  const x = (volume: number): number => toX(within(Math.log10(Math.max(1, volume)), volumes));
  const y = (cost: number): number => toY(within(Math.log10(Math.max(1, cost)), costs));
  const line = (cost: (volume: number) => number): string =>
    linePath(
      Array.from({ length: 161 }, (_, step) => {
        const volume = 10 ** (volumes[0] + step / 40);
        return [x(volume), y(cost(volume))] as const;
      }),
    );
  const [byApi, byServer] = [
    (volume: number) => apiCost(api, volume),
    (volume: number) => serverCost(own, volume),
  ];
  const isShown = breakEven !== undefined && breakEven >= 10 && breakEven <= 1e5;
  return markup`<div class="wide">${drawing(
    600,
    264,
    'Cost over three years by notes per day, for the API and for your own servers, both on logarithmic scales',
    markup`${costNames.map((name, at) => markup`<path class="grid" stroke-opacity="0.4" d="M76 ${toY(4 + at)}H588"/><text x="70" y="${toY(4 + at) + 6}" text-anchor="end">${name}</text>`)}`,
    markup`${['10', '100', '1,000', '10,000', '100,000'].map((name, at) => markup`<path class="grid" d="M${toX(1 + at)} 236v5"/><text x="${at === 4 ? 600 : toX(1 + at)}" y="260" text-anchor="${at === 4 ? 'end' : 'middle'}">${name}</text>`)}`,
    markup`<path class="line-a" d="${line(byApi)}"/><path class="line-b" stroke-dasharray="7 4" d="${line(byServer)}"/>`,
    isShown
      ? markup`<path class="mark" stroke-dasharray="2 4" d="M${x(breakEven)} 24V236"/><text x="${Math.min(540, Math.max(120, x(breakEven)))}" y="16" text-anchor="middle">break-even</text>`
      : markup``,
    markup`<circle class="dot" cx="${x(notes)}" cy="${y(byApi(notes))}" r="6"/><circle class="dot" cx="${x(notes)}" cy="${y(byServer(notes))}" r="6"/>`,
  )}${keys(['line-a', 'API'], ['line-b dashed', 'your own servers'], ['dot', 'today'])}<p class="small">Cost over three years by notes per day. Each grid line is ten times the last.</p></div>`;
}

function within(value: number, [low, high]: readonly [number, number]): number {
  return Math.min(high, Math.max(low, value));
}
