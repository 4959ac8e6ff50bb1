import { type Markup, markup } from '../markup.ts';

export type Pair = readonly [number, number];

/** Returns a function that maps a range of numbers to a range of pixels. */
export function scale([from, to]: Pair, [start, end]: Pair): (value: number) => number {
  return (value) => start + ((value - from) / (to - from)) * (end - start);
}

export function series<T>(length: number, item: (at: number) => T): T[] {
  return Array.from({ length }, (_, at) => item(at));
}

export function linePath(points: readonly Pair[]): string {
  return `M${points.map(([x, y]) => `${round(x)} ${round(y)}`).join(' ')}`;
}

/** Returns the `d` of an area between the points and `base`. */
export function areaPath(points: readonly Pair[], base: number): string {
  const [first] = points[0] ?? [0];
  const [last] = points.at(-1) ?? [0];
  return `${linePath(points)} ${round(last)} ${round(base)} ${round(first)} ${round(base)}Z`;
}

function round(value: number): number {
  return Number(value.toFixed(1));
}

/**
 * Returns a drawing that scales with its container. `label` describes it for readers who can't see
 * it.
 */
export function drawing([width, height]: Pair, label: string, ...content: Markup[]): Markup {
  return markup`<svg viewBox="0 0 ${width} ${height}" role="img" aria-label="${label}">${content}</svg>`;
}

/** Draws the labels of a horizontal axis at `y`. */
export function axis(
  ticks: readonly number[],
  x: (value: number) => number,
  y: number,
  write: (tick: number) => string = String,
): Markup {
  return markup`<g class="axis">${ticks.map(
    (tick) =>
      markup`<path d="M${x(tick)} ${y}v5"/><text x="${x(tick)}" y="${y + 22}" text-anchor="middle">${write(tick)}</text>`,
  )}</g>`;
}

/** Returns a legend to put above or below a chart. Labels in the chart would overlap its lines. */
export function keys(...all: readonly (readonly [look: string, name: string])[]): Markup {
  return markup`<p class="fine-print lab-keys">${all.map(
    ([look, name]) =>
      markup`<span class="lab-key"><svg viewBox="0 0 22 16" aria-hidden="true">${sample(look)}</svg> ${name}</span> `,
  )}</p>`;
}

function sample(look: string): Markup {
  if (look === 'mark') return markup`<path class="mark" d="M11 1v14"/>`;
  if (look === 'dot') return markup`<circle class="dot" cx="11" cy="8" r="5"/>`;
  if (!look.startsWith('line')) return markup`<path class="${look}" d="M2 2h18v12H2z"/>`;
  const dashes = look.endsWith('dashed') && markup` stroke-dasharray="6 4"`;
  return markup`<path class="${look.replace(' dashed', '')}" d="M0 8h22"${dashes}/>`;
}
