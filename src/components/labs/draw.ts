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

/** Returns the `d` attribute of the area between the points and `base`. */
export function areaPath(points: readonly Pair[], base: number): string {
  const [first] = points[0] ?? [0];
  const [last] = points.at(-1) ?? [0];
  return `${linePath(points)} ${round(last)} ${round(base)} ${round(first)} ${round(base)}Z`;
}

function round(value: number): number {
  return Number(value.toFixed(1));
}

/**
 * Returns a drawing that scales with its container. `label` describes it to readers who can't see
 * it.
 */
export function drawing([width, height]: Pair, label: string, ...content: Markup[]): Markup {
  return markup`<svg viewBox="0 0 ${width} ${height}" role="img" aria-label="${label}">${content}</svg>`;
}

/**
 * A legend's entries: the CSS class of each mark, and its label. Labels inside the chart would
 * overlap its lines.
 */
type Keys = readonly (readonly [look: string, name: string] | false)[];

/** Drawings that are 600 or more units wide fill the stage. */
export function chart(
  size: Pair,
  { label, keys, note }: { label: string; keys?: Keys; note?: string | undefined },
  ...content: Markup[]
): Markup {
  return markup`<div class="${size[0] < 600 ? '' : 'wide'}">${drawing(size, label, ...content)}${
    keys && legend(keys)
  }${note && markup`<p class="fine-print">${note}</p>`}</div>`;
}

/** Draws the ticks and labels of a horizontal axis at `y`. */
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

/** Draws a dashed line at each tick of a vertical axis, with its label to the left. */
export function levels(
  ticks: readonly number[],
  y: (value: number) => number,
  [left, right]: Pair,
  write: (tick: number) => string = String,
): Markup {
  return markup`<g class="axis">${ticks.map(
    (tick) => markup`<path d="M${left} ${y(tick)}H${right}" stroke-dasharray="2 4"/>
      <text x="${left - 6}" y="${y(tick) + 5}" text-anchor="end">${write(tick)}</text>`,
  )}</g>`;
}

function legend(keys: Keys): Markup {
  return markup`<p class="fine-print lab-keys">${keys.map(
    (key) =>
      key &&
      markup`<span class="lab-key"><svg viewBox="0 0 22 16" aria-hidden="true">${sample(key[0])}</svg> ${key[1]}</span> `,
  )}</p>`;
}

function sample(look: string): Markup {
  if (look === 'mark') return markup`<path class="mark" d="M11 1v14"/>`;
  if (look === 'dot') return markup`<circle class="dot" cx="11" cy="8" r="5"/>`;
  if (!look.startsWith('line')) return markup`<path class="${look}" d="M2 2h18v12H2z"/>`;
  const dashes = look.endsWith('dashed') && markup` stroke-dasharray="6 4"`;
  return markup`<path class="${look.replace(' dashed', '')}" d="M0 8h22"${dashes}/>`;
}
