import { type Markup, markup } from '../markup.ts';

/** Maps a range of numbers to a range of pixels. */
export function scale(
  [from, to]: readonly [number, number],
  [start, end]: readonly [number, number],
): (value: number) => number {
  return (value) => start + ((value - from) / (to - from)) * (end - start);
}

type Point = readonly [x: number, y: number];

/** Points as the `d` of a line. */
export function linePath(points: readonly Point[]): string {
  return `M${points.map(([x, y]) => `${round(x)} ${round(y)}`).join(' ')}`;
}

/** Points as the `d` of an area down to `base`. */
export function areaPath(points: readonly Point[], base: number): string {
  const [first] = points;
  const last = points.at(-1);
  if (first === undefined || last === undefined) return '';
  return `${linePath(points)} ${round(last[0])} ${round(base)} ${round(first[0])} ${round(base)}Z`;
}

/** A drawing that scales with its container; `label` describes it for readers who can't see it. */
export function drawing(
  [width, height]: readonly [number, number],
  label: string,
  ...content: Markup[]
): Markup {
  return markup`<svg viewBox="0 0 ${width} ${height}" role="img" aria-label="${label}">${content}</svg>`;
}

/** Labels below a horizontal axis. */
export function axis(
  ticks: readonly number[],
  {
    x,
    y,
    write = String,
  }: { x: (value: number) => number; y: number; write?: (tick: number) => string },
): Markup {
  return markup`<g class="axis">${ticks.map(
    (tick) =>
      markup`<path d="M${x(tick)} ${y}v5"/><text x="${x(tick)}" y="${y + 22}" text-anchor="middle">${write(tick)}</text>`,
  )}</g>`;
}

function round(value: number): number {
  return Number(value.toFixed(1));
}

/** A legend below or above a chart, because a label on the chart would overlap lines. */
export function key(look: string, name: string): Markup {
  const sample = look.startsWith('line')
    ? markup`<path class="${look.replace(' dashed', '')}" d="M0 8h22"${look.endsWith('dashed') ? markup` stroke-dasharray="6 4"` : undefined}/>`
    : look === 'mark'
      ? markup`<path class="mark" d="M11 1v14"/>`
      : look === 'dot'
        ? markup`<circle class="dot" cx="11" cy="8" r="5"/>`
        : markup`<path class="${look}" d="M2 2h18v12H2z"/>`;
  return markup`<span class="lab-key"><svg viewBox="0 0 22 16" aria-hidden="true">${sample}</svg> ${name}</span> `;
}

export function keys(...all: readonly (readonly [look: string, name: string])[]): Markup {
  return markup`<p class="small lab-keys">${all.map(([look, name]) => key(look, name))}</p>`;
}
