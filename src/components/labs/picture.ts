import type { LabRecord } from '../../domain/guide/build-guide.ts';
import { type Markup, markup } from '../markup.ts';
import { series } from './draw.ts';

/** The classes are in `ui.css`. */
export function pictureMarkup({ picture }: Pick<LabRecord, 'picture'>): Markup {
  if (!('squares' in picture)) {
    return markup`${Object.entries(picture).map(([look, path]) => markup`<path class="${look}" d="${path}"/>`)}`;
  }
  const [columns, rows, filled] = picture.squares;
  const [width, height] = [280 / columns, 76 / rows];
  // The squares are dashes in a path. A hundred rectangles would add weight to every page that shows
  // the picture.
  const dashes = (look: string, row: number, from: number, to: number): Markup | false =>
    to > from &&
    markup`<path class="row-${look}" stroke-width="${0.72 * height}" pathLength="${to - from}"
      d="M${20 + from * width} ${70 + (row + 0.36) * height}h${(to - from) * width}"/>`;
  return markup`${series(rows, (row) => {
    const end = Math.min(columns, Math.max(0, filled - row * columns));
    return [dashes('on', row, 0, end), dashes('off', row, end, columns)];
  })}`;
}
