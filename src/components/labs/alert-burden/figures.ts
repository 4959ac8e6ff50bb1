import { type AlertBurden, type Shift, scoreTimes } from '../../../domain/labs/alert-burden.ts';
import { type Binormal, ratesAt } from '../../../domain/labs/binormal.ts';
import { number, percent } from '../../../domain/worked/format.ts';
import { type Markup, markup } from '../../markup.ts';
import { axis, drawing, keys, scale } from '../draw.ts';

const steps = [30, 35, 40, 45, 50, 55, 60, 65, 70, 75];

/** Interruptions at ten thresholds, true ones below, with the present one marked. */
export function interruptionBars(
  interruptFrom: number,
  burdenAt: (threshold: number) => AlertBurden,
  model: Binormal,
): Markup {
  const burdens = steps.map(burdenAt);
  const most = Math.max(...burdens.map(({ interruptions }) => interruptions));
  const x = scale([27.5, 77.5], [92, 600]);
  const y = scale([0, most], [180, 28]);
  const bar = (at: number, from: number, to: number): string =>
    `M${x(at) - 18} ${y(from).toFixed(1)}V${y(to).toFixed(1)}h36V${y(from).toFixed(1)}Z`;
  const bars = (span: (burden: AlertBurden) => readonly [number, number]): string =>
    burdens.map((burden, index) => bar(steps[index] ?? 0, ...span(burden))).join('');
  return markup`<div class="wide">${drawing(
    600,
    252,
    `Interruptions in a shift by threshold, from ${number(most, 1)} at 30 to ${number(burdens.at(-1)?.interruptions ?? 0, 1)} at 75`,
    markup`<path class="fill-a soft" d="${bars(({ trueInterruptions, interruptions }) => [trueInterruptions, interruptions])}"/><path class="fill-b" d="${bars(({ trueInterruptions }) => [0, trueInterruptions])}"/>`,
    markup`<circle class="dot" cx="${x(interruptFrom)}" cy="191" r="7"/>`,
    markup`${burdens.map(({ interruptions }, index) => markup`<text x="${x(steps[index] ?? 0)}" y="${y(interruptions) - 6}" text-anchor="middle">${short(interruptions)}</text><text x="${x(steps[index] ?? 0)}" y="217" text-anchor="middle">${steps[index]}</text><text class="faint" x="${x(steps[index] ?? 0)}" y="244" text-anchor="middle">${percent(1 - ratesAt(steps[index] ?? 0, model).sensitivity, 0)}</text>`)}`,
    markup`<text x="0" y="217">score</text><text class="faint" x="0" y="244">silent</text>`,
  )}${keys(['fill-a soft', 'false'], ['fill-b', 'true'], ['dot', `interrupts from ${interruptFrom}`])}<p class="small">By the score from which it alerts. “Silent”: share of sick patients below it.</p></div>`;
}

/** The scores of one patient above the threshold through the shift. */
export function patientHours(shift: Pick<Shift, 'hours' | 'scores'>, mute: number): Markup {
  const times = scoreTimes(shift, mute);
  const x = scale([0, shift.hours], [12, 288]);
  const dots = (interrupts: boolean): Markup[] =>
    times
      .filter((time) => time.interrupts === interrupts)
      .map(({ hour }) =>
        interrupts
          ? markup`<path class="line-b" d="M${x(hour)} 8V42"/>`
          : markup`<path class="grid" d="M${x(hour)} 30V42"/>`,
      );
  const count = times.filter(({ interrupts }) => interrupts).length;
  const isEach = count === times.length;
  const label = isEach ? 'every score interrupts' : `${count} of ${times.length} scores interrupt`;
  return markup`<div>${drawing(
    300,
    84,
    label,
    markup`${dots(false)}${dots(true)}`,
    axis([0, 3, 6, 9, 12], { x, y: 42 }),
    markup`<text x="150" y="80" text-anchor="middle">hours of the shift</text>`,
  )}<p class="small">One patient above the threshold: ${label}${isEach ? '' : ' (tall), the others are muted (short)'}.</p><p class="small">The lab lets such a patient stay above it for the whole shift, and counts no time for reading a list.</p></div>`;
}

/** A count with one decimal if it is small. */
export function short(count: number): string {
  return number(count, count < 9.95 ? 1 : 0);
}
