import { type Markup, markup } from '../markup.ts';

/** Maps a range of numbers to a range of pixels. */
export function scale(
  [from, to]: readonly [number, number],
  [start, end]: readonly [number, number],
): (value: number) => number {
  return (value) => start + ((value - from) / (to - from)) * (end - start);
}

/** Points as the `d` of a line. */
export function linePath(points: readonly (readonly [x: number, y: number])[]): string {
  return points
    .map(([x, y], index) => `${index === 0 ? 'M' : 'L'}${round(x)} ${round(y)}`)
    .join('');
}

/** Points as the `d` of an area down to `base`. */
export function areaPath(
  points: readonly (readonly [x: number, y: number])[],
  base: number,
): string {
  const [first] = points;
  const last = points.at(-1);
  if (first === undefined || last === undefined) return '';
  return `${linePath(points)}L${round(last[0])} ${round(base)}L${round(first[0])} ${round(base)}Z`;
}

/** A drawing that scales with its place; `label` is what it shows, for those who can't see it. */
export function drawing(
  width: number,
  height: number,
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
      markup`<path d="M${x(tick)} ${y}v5"/><text x="${x(tick)}" y="${y + 18}" text-anchor="middle">${write(tick)}</text>`,
  )}</g>`;
}

function round(value: number): number {
  return Number(value.toFixed(1));
}
