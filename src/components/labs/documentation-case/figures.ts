import type { DocumentationCase } from '../../../domain/labs/documentation-case.ts';
import { type Markup, markup } from '../../markup.ts';
import { axis, drawing, linePath, scale } from '../draw.ts';

/** Money on an axis, such as −$1.2M. */
export function shortMoney(amount: number): string {
  const size = Math.abs(amount);
  const sign = amount < 0 ? '−' : '';
  if (size >= 1e9) return `${sign}$${short(size / 1e9)}B`;
  if (size >= 1e6) return `${sign}$${short(size / 1e6)}M`;
  return size >= 1000 ? `${sign}$${short(size / 1000)}k` : `${sign}$${Math.round(size)}`;
}

function short(value: number): string {
  return String(Number(value.toPrecision(3)));
}

const months = 24;

/** The money that is in or out after each month, in three cases. */
export function cashFigure(
  cases: readonly (readonly [name: string, result: DocumentationCase])[],
  oneOff: number,
): Markup {
  const at = (result: DocumentationCase, month: number): number =>
    (result.runningNet * month) / 12 - oneOff;
  const ends = cases.map(([, result]) => at(result, months));
  const [least, most] = [Math.min(0, -oneOff, ...ends), Math.max(1, ...ends)];
  const x = scale([0, months], [96, 500]);
  const y = scale([least, most], [210, 16]);
  const names = ['line-b', 'line-a', 'line-c'];
  const labels = apart(ends.map(y), 24);
  return markup`<div class="wide">${drawing(
    600,
    246,
    `Money in or out over two years: ${cases.map(([name], line) => `${name} ${shortMoney(ends[line] ?? 0)}`).join(', ')}`,
    markup`<path class="grid" d="M96 16V210"/><path class="mark" d="M96 ${y(0)}H500"/><text x="90" y="${y(0) + 6}" text-anchor="end">$0</text>`,
    least < 0
      ? markup`<text x="90" y="214" text-anchor="end">${y(0) < 185 ? shortMoney(least) : ''}</text>`
      : markup``,
    markup`${cases.map(
      ([name, result], line) =>
        markup`<path class="${names[line]}"${line === 1 ? undefined : markup` stroke-dasharray="${line === 0 ? '3 4' : '9 4'}"`} d="${linePath([0, months].map((month) => [x(month), y(at(result, month))] as const))}"/><text x="510" y="${(labels[line] ?? 0) + 6}">${name}</text>`,
    )}`,
    axis([6, 12, 18, 24], { x, y: 210 }),
  )}<p class="small">Money since the start, by month. Above the line at $0 the one-off cost is earned back.</p></div>`;
}

/** A row of the tornado chart. */
export interface TornadoRow {
  readonly label: string;
  readonly netFrom: number;
  readonly netTo: number;
}

/** How far each input moves the first year, widest on top. */
export function tornadoFigure(rows: readonly TornadoRow[], likely: number): Markup {
  const nets = rows.flatMap(({ netFrom, netTo }) => [netFrom, netTo]);
  const [least, most] = [Math.min(likely - 1, ...nets), Math.max(likely + 1, ...nets)];
  const x = scale([least, most], [40, 560]);
  const base = 30 + 48 * rows.length;
  return markup`<div class="wide">${drawing(
    600,
    base + 30,
    `First-year net from each input alone: ${rows.map(({ label, netFrom, netTo }) => `${label}: ${shortMoney(netFrom)} to ${shortMoney(netTo)}`).join('; ')}`,
    markup`${rows.map(({ label, netFrom, netTo }, at) => {
      const [left, right] = [x(Math.min(netFrom, netTo)), x(Math.max(netFrom, netTo))];
      return markup`<text x="10" y="${26 + 48 * at}">${label}</text><rect class="fill-a" x="${left}" y="${34 + 48 * at}" width="${Math.max(2, right - left)}" height="14"/><path class="mark" d="M${x(likely)} ${31 + 48 * at}v20"/>`;
    })}`,
    axis(
      [least, likely, most].filter(
        (value, at, all) => at === 1 || Math.abs(x(value) - x(all[1] ?? 0)) > 110,
      ),
      {
        x,
        y: base,
        write: shortMoney,
      },
    ),
  )}<p class="small">First-year net when one input moves alone: minutes over your range, departures from none to your share, license and one-off cost by a fifth down and up, the rest by half. Upright: the likely case.</p></div>`;
}

/** Places for labels, in their order, at least `gap` apart. */
function apart(places: readonly number[], gap: number): number[] {
  const order = places.map((place, index) => ({ place, index })).sort((a, b) => a.place - b.place);
  const moved = [...places];
  let last = Number.NEGATIVE_INFINITY;
  for (const { place, index } of order) {
    last = Math.max(place, last + gap);
    moved[index] = last;
  }
  // What was pushed out below goes up again, with all above it.
  const over = Math.max(0, last - 200);
  return moved.map((place) => place - over);
}
