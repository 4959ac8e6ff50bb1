/**
 * The small drawings in section bands, each in a 320 × 96 box. They show data: finished parts are
 * bright, and parts that are still to come have the class `dim`.
 */
import { type Markup, markup } from '../markup.ts';
import { pulsePath } from './pulse.ts';

const width = 320;
const base = 80;

const px = (value: number): number => Math.round(value * 10) / 10;

function dimAndBright(dim: string, bright: string): Markup {
  return markup`${dim !== '' && markup`<path class="dim" d="${dim}"/>`}${bright !== '' && markup`<path d="${bright}"/>`}`;
}

/** The height of a tick for a finished question whose score doesn't matter. */
export const done = 52;

export function scoreHeight(mean: number): number {
  return 16 + 12 * mean;
}

/**
 * Draws a tick for each question, in groups. The values are heights. A tick without a value is dim.
 */
export function ticks(groups: readonly (readonly (number | undefined)[])[]): Markup {
  const count = groups.flat().length;
  const step = Math.min(5.4, 314 / Math.max(1, count + 1.5 * (groups.length - 1)));
  let x = width - 2 - step * (count - 1 + 1.5 * (groups.length - 1));
  const lines = { dim: '', bright: '' };
  for (const group of groups) {
    for (const height of group) {
      lines[height === undefined ? 'dim' : 'bright'] += `M${px(x)} ${base}v${px(-(height ?? 28))}`;
      x += step;
    }
    x += 1.5 * step;
  }
  return dimAndBright(lines.dim, lines.bright);
}

/** With more beats than this, the line would look like a fence. */
const maxBeats = 14;

/**
 * Draws a beat for each of today's questions, but at most `maxBeats`. The beats are bright up to
 * where the reader is.
 */
export function beats(total: number, finished: number): Markup {
  const scale = Math.max(1, total / maxBeats);
  const [count, bright] = [Math.round(total / scale), Math.round(finished / scale)];
  const step = width / Math.max(1, count);
  const line = (from: number, to: number): string =>
    from < to ? pulsePath(Array(to - from).fill(7), step, `${px(from * step)} 72`) : '';
  const dot = markup`<circle class="dot" cx="${px(bright * step)}" cy="72" r="4.5"/>`;
  return markup`${dimAndBright(line(bright, count), line(0, bright))}${bright > 0 && dot}`;
}

/** Draws a dial from 1 to 5. If there is a mean score, a hand points to it. */
export function dial(mean?: number): Markup {
  const at = (score: number, radius: number): string => {
    const angle = ((score - 1) / 4) * Math.PI;
    return `${px(242 - radius * Math.cos(angle))} ${px(86 - radius * Math.sin(angle))}`;
  };
  const hand =
    mean !== undefined &&
    markup`
    <path d="M178 86A64 64 0 0 1 ${at(mean, 64)}M242 86L${at(mean, 50)}"/>
    <circle class="dot" cx="242" cy="86" r="4.5"/>`;
  const numbers = [
    [169, 90],
    [189, 37],
    [242, 15],
    [295, 37],
    [315, 90],
  ].map(([x, y], index) => markup`<text x="${x}" y="${y}">${index + 1}</text>`);
  return markup`<path class="dim" d="M178 86a64 64 0 0 1 128 0"/>${hand}${numbers}`;
}

/**
 * Draws a row of dots for each candidate: first the scored questions, then the open ones. At most
 * four rows fit.
 */
export function candidateGrid(
  rows: readonly { readonly letter: string; readonly done: number; readonly total: number }[],
): Markup {
  const shown = rows.slice(0, 4).map(({ letter, done: finished, total }, row) => {
    const step = Math.min(32, 224 / Math.max(1, total));
    const y = 15 + 23 * row;
    const dots = (from: number, to: number): string =>
      Array.from({ length: to - from }, (_, index) => {
        const x = 306 - step * (total - 1 - from - index);
        return `M${px(x)} ${y}h.1`;
      }).join('');
    const size = Math.min(11, step * 0.6);
    return markup`<text x="70" y="${y + 4}">${letter}</text>
      <g stroke-width="${size}">${dimAndBright(dots(finished, total), dots(0, finished))}</g>`;
  });
  return markup`${shown}`;
}

/**
 * Draws a card for each question in a set. Cards for practiced questions are bright and, if there
 * is room, have a check mark.
 */
export function cards(total: number, finished: number): Markup {
  const gap = total > 4 ? 8 : 22;
  const size = Math.min(84, (width - 2 - gap * (total - 1)) / Math.max(1, total));
  const from = width - 1 - total * size - (total - 1) * gap;
  const all = Array.from({ length: total }, (_, index) => {
    const x = px(from + index * (size + gap));
    const isDone = index < finished;
    const look = isDone ? 'card' : 'card dim';
    const check = isDone && size > 40 && markup`<path d="m${x + 15} 40 6 6 11-12"/>`;
    const line = size > 60 && markup`<path class="dim" d="M${x + 14} 60h36"/>`;
    return markup`<rect class="${look}" x="${x}" y="20" width="${px(size)}" height="56" rx="${Math.min(8, size / 4)}"/>${check}${line}`;
  });
  return markup`${all}`;
}

/** Draws the score distributions of two populations. */
export function curves(): Markup {
  const hill = (center: number, height: number): string =>
    Array.from({ length: 41 }, (_, index) => {
      const y = 82 - height * Math.exp(-(((index * 8 - center) / 45) ** 2) / 2);
      return `${index === 0 ? 'M' : 'L'}${index * 8} ${px(y)}`;
    }).join('');
  return markup`<path class="dim" d="M0 82H320${hill(120, 66)}${hill(200, 56)}"/>`;
}

export function dots(total: number, known: number): Markup {
  const columns = 50;
  const step = width / columns;
  const top = Math.max(step / 2, (96 - Math.ceil(total / columns) * step) / 2);
  // With round line caps, a dash of length zero is a dot.
  const rows = (from: number, to: number): string => {
    let path = '';
    for (let row = Math.floor(from / columns); row * columns < to; row += 1) {
      const [first, last] = [Math.max(from, row * columns), Math.min(to, (row + 1) * columns)];
      const x = step * (first - row * columns + 0.5);
      if (last > first)
        path += `M${px(x)} ${px(top + row * step)}h${px((last - first) * step - 3)}`;
    }
    return path;
  };
  return markup`<g class="dots">${dimAndBright(rows(known, total), rows(0, known))}</g>`;
}

export function stops(looks: readonly ('dot' | 'ring' | 'hollow')[]): Markup {
  const { length } = looks;
  const radius = Math.min(7, 150 / Math.max(1, length));
  const step = length > 1 ? Math.min(50, 300 / (length - 1)) : 0;
  const from = 310 - step * (length - 1);
  const circles = looks.map(
    (look, index) =>
      markup`<circle class="${look}" cx="${px(from + index * step)}" cy="48" r="${radius}"/>`,
  );
  return markup`${dimAndBright(`M${px(from)} 48H310`, '')}${circles}`;
}
