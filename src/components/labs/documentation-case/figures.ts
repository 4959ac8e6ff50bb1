import type { DocumentationCase } from '../../../domain/labs/documentation-case.ts';
import { type Markup, markup } from '../../markup.ts';
import { axis, drawing, keys, linePath, scale } from '../draw.ts';

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
  const x = scale([0, months], [96, 584]);
  const y = scale([least, most], [196, 16]);
  const names = ['line-b', 'line-a', 'line-c'];
  return markup`<div class="wide">${drawing(
    600,
    234,
    `Money in or out over two years: ${cases.map(([name], line) => `${name} ${shortMoney(ends[line] ?? 0)}`).join(', ')}`,
    markup`<path class="grid" d="M96 16V196"/><path class="mark" d="M96 ${y(0)}H584"/><text x="90" y="${y(0) + 6}" text-anchor="end">$0</text>`,
    least < 0
      ? markup`<text x="90" y="202" text-anchor="end">${y(0) < 172 ? shortMoney(least) : ''}</text>`
      : markup``,
    markup`${cases.map(
      ([, result], line) =>
        markup`<path class="${names[line]}"${line === 1 ? undefined : markup` stroke-dasharray="${line === 0 ? '3 4' : '9 4'}"`} d="${linePath([0, months].map((month) => [x(month), y(at(result, month))] as const))}"/>`,
    )}`,
    axis([6, 12, 18, 24], { x, y: 196 }),
  )}${keys(['line-c dashed', 'high'], ['line-a', 'likely'], ['line-b dashed', 'low'])}<p class="small">Money since the start, by month. Above $0, the one-time cost is earned back.</p></div>`;
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
  )}<p class="small">First-year net when only one input changes: minutes over your range, departures from none to your share, license and one-time cost by a fifth down and up, the rest by half. Vertical line: the likely case.</p></div>`;
}
