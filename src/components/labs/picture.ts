import type { LabRecord } from '../../domain/guide/build-guide.ts';
import { type Markup, markup } from '../markup.ts';
import { series } from './draw.ts';

/** The still picture of a lab; classes as in `lab-cards.css`. */
export function pictureMarkup({ picture }: Pick<LabRecord, 'picture'>): Markup {
  if (!('squares' in picture)) {
    return markup`${Object.entries(picture).map(([look, path]) => markup`<path class="${look}" d="${path}"/>`)}`;
  }
  const [columns, rows, filled] = picture.squares;
  const [width, height] = [280 / columns, 76 / rows];
  return markup`${series(columns * rows, (at) => {
    const [x, y] = [20 + (at % columns) * width, 66 + Math.floor(at / columns) * height];
    return markup`<rect class="${at < filled ? 'on' : 'off'}" x="${x}" y="${y}" width="${0.72 * width}" height="${0.72 * height}"/>`;
  })}`;
}
