import { type Binormal, type Rates, ratesAt } from '../../domain/labs/binormal.ts';
import { percent } from '../../domain/worked/format.ts';
import { type Markup, markup } from '../markup.ts';
import { axis, drawing, linePath, scale } from './draw.ts';

/** A point of the square, x and y from 0 to 1, with its label. */
export interface UnitPoint {
  readonly at: readonly [number, number];
  readonly name?: string;
}

/** Maps shares to the pixels of a unit square of 300 × 280. */
export const unit = { x: scale([0, 1], [40, 280]), y: scale([0, 1], [250, 10]) };

/** A curve in a unit square with points on it; `guide` is drawn below the curve. */
export function unitSquare(
  label: string,
  curve: readonly (readonly [number, number])[],
  points: readonly UnitPoint[],
  guide: Markup,
): Markup {
  const { x, y } = unit;
  const named = points.map(
    ({ at: [across, up], name }) => `${name ?? 'now'} at ${percent(across)} and ${percent(up)}`,
  );
  return markup`<div>${drawing(
    [300, 280],
    `${label} ${named.join('; ')}`,
    markup`<path class="grid" d="M40 10V250H280"/>${guide}<path class="line-a" d="${linePath(curve.map(([across, up]) => [x(across), y(up)] as const))}"/>`,
    markup`${points.map(({ at: [across, up], name }) => markup`<circle class="dot" cx="${x(across)}" cy="${y(up)}" r="5"/>${name && markup`<text class="halo" x="${x(across) + 10}" y="${y(up) + 12}">${name}</text>`}`)}`,
    markup`<g class="axis"><text x="34" y="${y(0.5) + 4}" text-anchor="end">0.5</text><text x="34" y="${y(1) + 8}" text-anchor="end">1</text></g>`,
    axis([0, 0.5, 1], { x, y: 250 }),
  )}<p class="small">${label}</p></div>`;
}

/** The ROC curve of a model with the thresholds in use. */
export function rocCurve(
  model: Binormal,
  cuts: readonly { readonly rates: Rates; readonly name?: string }[],
): Markup {
  const point = ({ sensitivity, specificity }: Rates) => [1 - specificity, sensitivity] as const;
  return unitSquare(
    'ROC: sensitivity against false-positive rate. Dashes: chance.',
    Array.from({ length: 81 }, (_, at) => point(ratesAt(1.25 * at, model))),
    cuts.map(({ rates, ...cut }) => ({ at: point(rates), ...cut })),
    markup`<path class="grid" d="M40 250L280 10" stroke-dasharray="4 4"/>`,
  );
}
