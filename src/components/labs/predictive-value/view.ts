import {
  type ConfusionCounts,
  evenPrevalence,
  expectedCounts,
  negativePredictiveValue,
  positivePredictiveValue,
} from '../../../domain/labs/classification.ts';
import { writeNumber } from '../../../domain/labs/lab-text.ts';
import { type Markup, markup } from '../../markup.ts';
import { drawing } from '../draw.ts';
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
  const even = evenPrevalence(test.sensitivity, test.specificity);
  const whole = inWholePatients(counts, facts.patients);
  const alerts = whole.true + whole.false;
  const parts = {
    ...{
      ...facts,
      ...test,
      alerts,
      ppv,
      even: 100 * (even ?? 0),
      npv: negativePredictiveValue(counts),
    },
    ...whole,
  };
  const groups = looks.map((look) => [say(look), parts[look], look] as const);
  const reason =
    ppv === undefined || even === undefined ? 'None' : counts.falsePositives === 0 ? 'All' : '';
  return {
    ...verdict(ppv, words),
    result: `${say('counts', parts)} ${say(`result${reason}`, parts)}`,
    measures: { ppv: 100 * (ppv ?? 0) },
    figure: markup`${dots(
      groups,
      guessed === undefined ? 0 : Math.round((alerts * Number(guessed)) / 100),
    )}<p class="fine-print lab-keys">${groups.map(
      ([name, count, look]) =>
        markup`<span class="lab-key">${sample(look)} ${name} <b>${writeNumber(count)}</b></span> `,
    )}</p>`,
    parts,
  };
};

/** Rounds the averages, so that each mark is one patient. */
function inWholePatients(counts: ConfusionCounts, patients: number): Record<Look, number> {
  const { truePositives, falsePositives, falseNegatives } = counts;
  const alerts = Math.round(truePositives + falsePositives);
  const flagged = Math.round(truePositives);
  const missed = Math.round(truePositives + falseNegatives) - flagged;
  return { true: flagged, false: alerts - flagged, missed, rest: patients - alerts - missed };
}

function verdict(ppv: number | undefined, { say }: Words) {
  if (ppv === undefined) return { value: 'No one', unit: say('noOne') };
  const value = String(Math.round(100 * ppv));
  const about = ppv > 0 && ppv < 0.4 ? say('about', { n: Math.round(1 / ppv) }) : '';
  return { value, unit: `${say(value === '1' ? 'unitOne' : 'unit')}${about}` };
}

/**
 * Groups of patients. The names are also used for text in the record and at the end of class names.
 */
const looks = ['true', 'false', 'missed', 'rest'] as const;
type Look = (typeof looks)[number];
type Group = readonly [name: string, count: number, look: Look];

const columns = 50;
/**
 * `cell` is the distance from one patient to the next, in units of the drawing. `side` is the side
 * length of an alert's square.
 */
const cell = 12;
const side = 8;

/**
 * Draws one thousand patients in rows of fifty, group by group.
 * @param guessed how many alerts the reader guessed to be true; they get an outline
 */
function dots(groups: readonly Group[], guessed: number): Markup {
  let first = 0;
  const content = groups.map(([, count, look]) => {
    first += count;
    return marks(look, first - count, first);
  });
  const size = [columns * cell, Math.ceil(first / columns) * cell] as const;
  const label = groups.map(([name, count]) => `${name}: ${writeNumber(count)}`).join('; ');
  return drawing(size, label, ...content, outline(guessed));
}

function outline(count: number): Markup {
  const [rows, rest] = [Math.floor(count / columns), count % columns];
  const [right, bottom] = [columns * cell, rows * cell];
  const full = rows > 0 ? `M0 0H${right}V${bottom}` : `M0 0H${rest * cell}V${cell}`;
  const last = rows > 0 && rest > 0 ? `H${rest * cell}V${bottom + cell}` : '';
  return markup`${count > 0 && markup`<path class="guess-mark" d="${full}${last}H0Z"/>`}`;
}

function sample(look: Look): Markup {
  return markup`<svg viewBox="0 0 ${cell} ${cell}" aria-hidden="true">${marks(look, 0, 1)}</svg>`;
}

/**
 * Draws each row of patients as a dashed line, one dash per patient, so that a thousand patients
 * take few bytes.
 */
function marks(look: Look, start: number, end: number): Markup {
  // A dash that is as long as the line is thick is a square. With round ends, a dash of length zero
  // is a dot.
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
  // A smaller square in the page's color turns a filled square into an open one.
  const classes = look === 'false' ? [look, 'hole'] : [look];
  return markup`${
    path && classes.map((name) => markup`<path class="predictive-value-${name}" d="${path}"/>`)
  }`;
}
