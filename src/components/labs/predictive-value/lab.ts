import {
  type ConfusionCounts,
  evenPrevalence,
  expectedCounts,
  negativePredictiveValue,
  positivePredictiveValue,
  type TestPerformance,
} from '../../../domain/labs/classification.ts';
import { writeNumber } from '../../../domain/labs/lab-text.ts';
import { percent } from '../../../domain/worked/format.ts';
import { type Markup, markup } from '../../markup.ts';
import { axis, drawing, linePath, scale, series } from '../draw.ts';
import { type LabCode, type LabWords, shareOf } from '../lab.ts';

type Words = LabWords<'predictive-value'>;

export const view: LabCode<'predictive-value'>['view'] = (values, words, guessed) => {
  const { say, facts } = words;
  const test = {
    sensitivity: shareOf(values, 'sensitivity'),
    specificity: shareOf(values, 'specificity'),
    prevalence: shareOf(values, 'prevalence'),
  };
  const counts = expectedCounts(test, facts.patients);
  const ppv = positivePredictiveValue(counts);
  // Alerts come first, so they form one block.
  const groups: Group[] = [
    [say('true'), counts.truePositives, 'true'],
    [say('false'), counts.falsePositives, 'false'],
    [say('missed'), counts.falseNegatives, 'missed'],
    [say('rest'), counts.trueNegatives, 'rest'],
  ];
  const alerts = counts.truePositives + counts.falsePositives;
  const counted = groups.map(([name, count]) => `${name}: ${writeNumber(count)}`);
  return {
    ...verdict(ppv, words),
    result: inWords(test, counts, words),
    measures: { ppv: 100 * (ppv ?? 0) },
    figure: markup`${dots(
      groups,
      counted.join('; '),
      guessed === undefined ? 0 : Math.round((alerts * Number(guessed)) / 100),
    )}<p class="fine-print lab-keys">${groups.map(
      ([name, count, look]) =>
        markup`<span class="lab-key">${sample(look)} ${name} <b>${writeNumber(count)}</b></span> `,
    )}</p>`,
    more: curve(test, ppv, words),
    table: {
      caption: say('caption', {
        patients: facts.patients,
        prevalence: percent(test.prevalence),
        sensitivity: percent(test.sensitivity),
        specificity: percent(test.specificity),
      }),
      columns: ['Measure', 'Value'],
      rows: [
        ...groups.map(([name, count]) => [name, writeNumber(count)]),
        ['PPV: alerts that are true', percent(ppv)],
        [
          'NPV: patients without an alert who are healthy',
          percent(negativePredictiveValue(counts), 2),
        ],
      ],
    },
  };
};

function verdict(ppv: number | undefined, { say }: Words) {
  if (ppv === undefined) return { value: 'No one', unit: say('noOne') };
  const value = String(Math.round(100 * ppv));
  const about = ppv > 0 && ppv < 0.4 ? say('about', { n: Math.round(1 / ppv) }) : '';
  return { value, unit: `${say(value === '1' ? 'unitOne' : 'unit')}${about}` };
}

function inWords(test: TestPerformance, counts: ConfusionCounts, { say, facts }: Words): string {
  const { truePositives, falsePositives, falseNegatives } = counts;
  const ppv = positivePredictiveValue(counts);
  const even = evenPrevalence(test.sensitivity, test.specificity);
  const said = say('counts', {
    patients: facts.patients,
    alerts: truePositives + falsePositives,
    true: truePositives,
    false: falsePositives,
    missed: falseNegatives,
  });
  if (ppv === undefined || even === undefined) return `${said} ${say('resultNone')}`;
  const result = ppv === 1 ? 'resultAll' : 'result';
  return `${said} ${say(result, { ppv: percent(ppv), even: 100 * even })}`;
}

function curve(test: TestPerformance, ppv: number | undefined, { say, facts }: Words): Markup {
  const x = scale([Math.log10(0.005), Math.log10(0.5)], [34, 284]);
  const y = scale([0, 1], [180, 14]);
  const at = (prevalence: number): number => x(Math.log10(prevalence));
  const points = series(31, (step) => {
    const prevalence = 0.005 * 100 ** (step / 30);
    const counts = expectedCounts({ ...test, prevalence }, facts.patients);
    return [at(prevalence), y(positivePredictiveValue(counts) ?? 0)] as const;
  });
  return markup`<div>${drawing(
    [300, 220],
    say('curve', { ppv: percent(ppv), prevalence: percent(test.prevalence) }),
    markup`<g class="axis">${[0, 0.5, 1].map((value) => markup`<path d="M34 ${y(value)}H284" stroke-dasharray="2 4"/><text x="30" y="${y(value) + 4}" text-anchor="end">${100 * value}</text>`)}</g>`,
    markup`<path class="line-a" d="${linePath(points)}"/><circle class="dot" cx="${at(test.prevalence)}" cy="${y(ppv ?? 0)}" r="5"/>`,
    axis([0.005, 0.01, 0.05, 0.1, 0.5], at, 180, (tick) => `${100 * tick}%`),
    markup`<text x="159" y="215" text-anchor="middle">prevalence</text>`,
  )}<p class="fine-print">${say('curveNote', { ppv: percent(ppv) })}</p></div>`;
}

/** The last part of a class name in lab.css. */
type Look = 'true' | 'false' | 'missed' | 'rest';
/** A group of patients in the picture, and their average number. */
type Group = readonly [name: string, count: number, look: Look];

const columns = 50;
/** Pixels from one patient to the next. `side` is that of an alert's square. */
const cell = 12;
const side = 8;

/**
 * Draws one thousand whole patients in rows of fifty, group by group.
 * @param guessed how many alerts the reader believed to be true; they get an outline
 */
function dots(groups: readonly Group[], label: string, guessed: number): Markup {
  let first = 0;
  let exact = 0;
  const content = groups.map(([, count, look]) => {
    const start = first;
    exact += count;
    first = Math.round(exact);
    return marks(look, runs(start, first, look));
  });
  const size = [columns * cell, Math.ceil(first / columns) * cell] as const;
  return drawing(size, label, ...content, outline(guessed));
}

/** Outlines the first dots. */
function outline(count: number): Markup {
  const [rows, rest] = [Math.floor(count / columns), count % columns];
  const [right, bottom] = [columns * cell - 1, rows * cell];
  const full = rows > 0 ? `M1 1H${right}V${bottom}` : `M1 1H${rest * cell}V${cell}`;
  const last = rows > 0 && rest > 0 ? `H${rest * cell}V${bottom + cell}` : '';
  return markup`${count > 0 && markup`<path class="guess-mark" d="${full}${last}H1Z"/>`}`;
}

function sample(look: Look): Markup {
  return markup`<svg viewBox="0 0 ${cell} ${cell}" aria-hidden="true">${marks(look, runs(0, 1, look))}</svg>`;
}

/**
 * Returns a dashed line for each row. The dashes are the patients, so a thousand take little space.
 */
function runs(start: number, end: number, look: Look): string {
  // A dash as long as the line is thick is a square. A dash of zero length with round ends is a
  // dot.
  const isSquare = look === 'true' || look === 'false';
  const edge = isSquare ? (cell - side) / 2 : cell / 2;
  let path = '';
  for (let at = start; at < end; ) {
    const row = Math.floor(at / columns);
    const rowEnd = Math.min(end, (row + 1) * columns);
    const x = (at % columns) * cell + edge;
    path += `M${x} ${(row + 0.5) * cell}h${(rowEnd - at - 1) * cell + (isSquare ? side : 1)}`;
    at = rowEnd;
  }
  return path;
}

function marks(look: Look, path: string): Markup {
  // A smaller square in the page's color turns a filled square into an open one.
  return markup`${path && markup`<path class="predictive-value-${look}" d="${path}"/>`}${path && look === 'false' && markup`<path class="predictive-value-hole" d="${path}"/>`}`;
}
