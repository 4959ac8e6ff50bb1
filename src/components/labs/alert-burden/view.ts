import { type AlertBurden, alertBurden } from '../../../domain/labs/alert-burden.ts';
import { areaUnderCurve, ratesAt } from '../../../domain/labs/binormal.ts';
import type { Values } from '../../../domain/labs/control.ts';
import { number, percent } from '../../../domain/worked/format.ts';
import { type Markup, markup } from '../../markup.ts';
import { chart, scale, series } from '../draw.ts';
import { type LabCode, type LabWords, numberOf } from '../lab.ts';

type Words = LabWords<'alert-burden'>;

function settingOf(values: Values, model: Words['facts']) {
  const of = (name: string): number => numberOf(values, name);
  const cutoff = of('cutoff');
  const hasTiers = values['tiers'] === true;
  const interruptFrom = hasTiers ? Math.max(cutoff, of('upper')) : cutoff;
  const prevalence = of('prevalence') / 100;
  const shift = { hours: 12, scores: of('scores'), patients: of('patients'), prevalence };
  const burdenAt = (from: number): AlertBurden =>
    alertBurden(shift, {
      interrupt: ratesAt(from, model),
      list: ratesAt(hasTiers ? Math.min(cutoff, from) : from, model),
      muteHours: of('mute'),
      minutesPerAlert: of('minutes'),
    });
  return { hasTiers, interruptFrom, burdenAt, burden: burdenAt(interruptFrom) };
}

export const view: LabCode<'alert-burden'>['view'] = (values, words) => {
  const { say, facts: model } = words;
  const setting = settingOf(values, model);
  const { hasTiers, interruptFrom, burden } = setting;
  const { interruptions, trueInterruptions, missedCases, listedCases, minutes } = burden;
  const parts = { ...burden, true: trueInterruptions, inMinutes: short(minutes) };
  const missed = missedCases < 0.001 ? 'missedRarely' : 'missed';
  const texts = [
    hasTiers && say('listed', { ...parts, shifts: short(1 / listedCases) }),
    say(missed, { shifts: short(1 / missedCases) }),
  ];
  return {
    value: number(interruptions, 1),
    unit: say('unit'),
    result: say('result', { ...parts, missed: texts.filter(Boolean).join(' ') }),
    measures: {
      interruptions,
      perTrue: interruptions / trueInterruptions,
      /** The number of missed cases in 100 shifts. */
      missed: 100 * missedCases,
    },
    figure: interruptionBars(setting, words),
    note: say('note'),
    parts: {
      ...{ ...parts, from: interruptFrom, auroc: areaUnderCurve(model) },
      ppv: trueInterruptions / interruptions,
    },
  };
};

function interruptionBars(
  { interruptFrom, burdenAt }: ReturnType<typeof settingOf>,
  { say, facts: model }: Words,
): Markup {
  const steps = series(10, (at) => ({ from: 30 + 5 * at, ...burdenAt(30 + 5 * at) }));
  const most = Math.max(...steps.map(({ interruptions }) => interruptions));
  const x = scale([27.5, 77.5], [92, 600]);
  const y = scale([0, most], [180, 28]);
  const bar = (from: number, low: number, high: number): string =>
    `M${x(from) - 18} ${y(low).toFixed(1)}V${y(high).toFixed(1)}h36V${y(low).toFixed(1)}Z`;
  const bars = steps.map((one) => bar(one.from, one.trueInterruptions, one.interruptions));
  const trueBars = steps.map((one) => bar(one.from, 0, one.trueInterruptions));
  const silent = (from: number): string => percent(1 - ratesAt(from, model).sensitivity, 0);
  const least = number(steps.at(-1)?.interruptions ?? 0, 1);
  return chart(
    [600, 252],
    {
      label: say('picture', { most: number(most, 1), least }),
      keys: [
        ['fill-b soft', 'false'],
        ['fill-a', 'true'],
        ['dot', `interrupts at ${interruptFrom} or higher`],
      ],
    },
    markup`<path class="fill-b soft" d="${bars.join('')}"/><path class="fill-a" d="${trueBars.join('')}"/>`,
    markup`<circle class="dot" cx="${x(interruptFrom)}" cy="191" r="7"/>`,
    ...steps.map(
      ({ from, interruptions }) =>
        markup`<text x="${x(from)}" y="${y(interruptions) - 6}" text-anchor="middle">${short(interruptions)}</text>
          <text x="${x(from)}" y="217" text-anchor="middle">${from}</text>
          <text class="faint" x="${x(from)}" y="244" text-anchor="middle">${silent(from)}</text>`,
    ),
    markup`<text x="0" y="217">score</text><text class="faint" x="0" y="244">silent</text>`,
  );
}

const short = (count: number): string => number(count, count < 9.95 ? 1 : 0);
