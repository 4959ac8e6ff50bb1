import { type Markup, markup } from '../../markup.ts';
import { drawing } from '../draw.ts';

/** A group of patients in the picture. */
export interface Group {
  readonly name: string;
  /** How many there are on average. */
  readonly count: number;
  /** What it looks like: the end of a class in labs.css. */
  readonly look: 'true' | 'false' | 'missed' | 'rest';
}

const columns = 40;
/** Pixels from one patient to the next, and the side of the square of an alert. */
const cell = 15;
const side = 9;

/** One thousand patients, a row of forty after the other, group by group, as whole patients. */
export function dots(groups: readonly Group[], label: string): Markup {
  let first = 0;
  let exact = 0;
  const content = groups.map(({ count, look }) => {
    exact += count;
    const end = Math.round(exact);
    const drawn = marks(look, runs(first, end, look));
    first = end;
    return drawn;
  });
  return drawing(columns * cell, Math.ceil(first / columns) * cell, label, ...content);
}

/** The same mark for the legend. */
export function sample(look: Group['look']): Markup {
  return markup`<svg class="predictive-value-key" viewBox="0 0 ${cell} ${cell}" aria-hidden="true">${marks(look, runs(0, 1, look))}</svg>`;
}

/** A dashed line for each row: its dashes are the patients, so a thousand take little space. */
function runs(start: number, end: number, look: Group['look']): string {
  // A square is a dash as long as it is thick; a dot is a dash of no length with round ends.
  const isSquare = look === 'true' || look === 'false';
  const edge = isSquare ? (cell - side) / 2 : cell / 2;
  let path = '';
  for (let at = start; at < end; ) {
    const rowEnd = Math.min(end, (Math.floor(at / columns) + 1) * columns);
    const x = (at % columns) * cell + edge;
    const y = Math.floor(at / columns) * cell + cell / 2;
    path += `M${x} ${y}h${(rowEnd - at - 1) * cell + (isSquare ? side : 1)}`;
    at = rowEnd;
  }
  return path;
}

function marks(look: Group['look'], path: string): Markup {
  if (path === '') return markup``;
  // A smaller square of the page's color makes a filled square an open one.
  return markup`<path class="predictive-value-${look}" d="${path}"/>${
    look === 'false' ? markup`<path class="predictive-value-hole" d="${path}"/>` : undefined
  }`;
}
