import {
  type AlertBurden,
  alertBurden,
  type Shift,
  scoreTimes,
} from '../../../domain/labs/alert-burden.ts';
import { areaUnderCurve, ratesAt } from '../../../domain/labs/binormal.ts';
import {
  folded,
  initialValues,
  isUnchanged,
  slider,
  toggle,
  type Values,
} from '../../../domain/labs/control.ts';
import { number, percent } from '../../../domain/worked/format.ts';
import { counted } from '../../../lib/text.ts';
import { type Markup, markup } from '../../markup.ts';
import { axis, drawing, keys, scale, series } from '../draw.ts';
import { between, type Lab, type LabView, numberOf } from '../lab.ts';

const model = { well: 35, ill: 55, deviation: 12 };

const controls = [
  slider('cutoff', 'Alert at or above a score of', [30, 75, 1], 45),
  slider('mute', 'Don’t repeat an alert for the same patient for', [0, 12, 1], 0, 'hours'),
  toggle('tiers', 'Two tiers: interrupt for the top scores, list the rest'),
  ...folded(
    slider('upper', 'With two tiers, interrupt at or above', [30, 75, 1], 60),
    slider('prevalence', 'Patients with the condition', [0.5, 20, 0.5], 3, '%'),
    slider('patients', 'Patients per nurse', [1, 30, 1], 5),
    slider('scores', 'Scores per patient in 12 hours', [1, 48, 1], 12),
    slider('minutes', 'Time per alert', [0.5, 15, 0.5], 4, 'minutes'),
  ),
];

function settingOf(values: Values) {
  const of = (name: string): number => numberOf(values, name);
  const [cutoff, mute] = [of('cutoff'), of('mute')];
  const hasTiers = values['tiers'] === true;
  const interruptFrom = hasTiers ? Math.max(cutoff, of('upper')) : cutoff;
  const prevalence = of('prevalence') / 100;
  const shift = { hours: 12, scores: of('scores'), patients: of('patients'), prevalence };
  const burdenAt = (from: number): AlertBurden =>
    alertBurden(shift, {
      interrupt: ratesAt(from, model),
      list: ratesAt(hasTiers ? Math.min(cutoff, from) : from, model),
      muteHours: mute,
      minutesPerAlert: of('minutes'),
    });
  return { mute, shift, hasTiers, interruptFrom, burdenAt, burden: burdenAt(interruptFrom) };
}

function view(values: Values): LabView {
  const setting = settingOf(values);
  const { mute, shift, hasTiers, interruptFrom, burden } = setting;
  return {
    value: number(burden.interruptions, 1),
    unit: 'interruptions for one nurse in 12 hours',
    result: inWords(burden, hasTiers),
    figure: interruptionBars(setting),
    more: patientHours(shift, mute),
    table: {
      caption: `One nurse, one 12-hour shift; interruptions at scores of ${interruptFrom} or higher`,
      columns: ['Measure', 'Value'],
      rows: [
        ['Interruptions', number(burden.interruptions, 2)],
        ['True interruptions', number(burden.trueInterruptions, 2)],
        ['PPV of an interruption', percent(burden.trueInterruptions / burden.interruptions)],
        ['Patients who trigger interruptions', number(burden.patients, 2)],
        ['Minutes of interruption', number(burden.minutes)],
        ['Patients on the list only', number(burden.listed, 2)],
        ['Listed patients with the condition', number(burden.listedCases, 3)],
        ['Missed patients with the condition', number(burden.missedCases, 3)],
        ['AUROC of the model', number(areaUnderCurve(model), 2)],
      ],
    },
  };
}

function inWords(burden: AlertBurden, hasTiers: boolean): string {
  const missed = `${often(burden.missedCases)} is missed`;
  const listed = hasTiers
    ? `The list has ${number(burden.listed, 1)} more patients, and ${often(burden.listedCases)} appears only there; ${missed}.`
    : `${missed[0]?.toUpperCase()}${missed.slice(1)}.`;
  return `${number(burden.interruptions, 1)} interruptions for one nurse in a 12-hour shift, ${number(burden.trueInterruptions, 1)} of them true. They take ${short(burden.minutes)} minutes in all. ${listed}`;
}

function often(times: number): string {
  if (times < 0.001) return 'less than one case in 1,000 shifts';
  return `one case in ${short(1 / times)} shifts`;
}

const burdenOf = (values: Values): AlertBurden => settingOf(values).burden;
const missedAtFirst = burdenOf(initialValues(controls)).missedCases;

function interruptionBars({ interruptFrom, burdenAt }: ReturnType<typeof settingOf>): Markup {
  const steps = series(10, (at) => ({ from: 30 + 5 * at, ...burdenAt(30 + 5 * at) }));
  const most = Math.max(...steps.map(({ interruptions }) => interruptions));
  const x = scale([27.5, 77.5], [92, 600]);
  const y = scale([0, most], [180, 28]);
  const bar = (from: number, low: number, high: number): string =>
    `M${x(from) - 18} ${y(low).toFixed(1)}V${y(high).toFixed(1)}h36V${y(low).toFixed(1)}Z`;
  const bars = steps.map((one) => bar(one.from, one.trueInterruptions, one.interruptions));
  const trueBars = steps.map((one) => bar(one.from, 0, one.trueInterruptions));
  const silent = (from: number): string => percent(1 - ratesAt(from, model).sensitivity, 0);
  return markup`<div class="wide">${drawing(
    [600, 252],
    `Interruptions per shift by threshold, from ${number(most, 1)} at 30 to ${number(steps.at(-1)?.interruptions ?? 0, 1)} at 75`,
    markup`<path class="fill-a soft" d="${bars.join('')}"/><path class="fill-b" d="${trueBars.join('')}"/>`,
    markup`<circle class="dot" cx="${x(interruptFrom)}" cy="191" r="7"/>`,
    ...steps.map(
      ({ from, interruptions }) =>
        markup`<text x="${x(from)}" y="${y(interruptions) - 6}" text-anchor="middle">${short(interruptions)}</text><text x="${x(from)}" y="217" text-anchor="middle">${from}</text><text class="faint" x="${x(from)}" y="244" text-anchor="middle">${silent(from)}</text>`,
    ),
    markup`<text x="0" y="217">score</text><text class="faint" x="0" y="244">silent</text>`,
  )}${keys(['fill-a soft', 'false'], ['fill-b', 'true'], ['dot', `interrupts at ${interruptFrom} or higher`])}<p class="fine-print">By alert threshold. “Silent”: share of sick patients who score below it.</p></div>`;
}

function patientHours(shift: Pick<Shift, 'hours' | 'scores'>, mute: number): Markup {
  const times = scoreTimes(shift, mute);
  const x = scale([0, shift.hours], [12, 288]);
  const loud = times.filter(({ interrupts }) => interrupts);
  const muted = times.filter(({ interrupts }) => !interrupts);
  const count = loud.length;
  const isEach = count === times.length;
  const label = isEach ? 'every score interrupts' : `${count} of ${times.length} scores interrupt`;
  return markup`<div>${drawing(
    [300, 84],
    label,
    ...muted.map(({ hour }) => markup`<path class="grid" d="M${x(hour)} 30V42"/>`),
    ...loud.map(({ hour }) => markup`<path class="line-b" d="M${x(hour)} 8V42"/>`),
    axis([0, 3, 6, 9, 12], x, 42),
    markup`<text x="150" y="80" text-anchor="middle">hours into the shift</text>`,
  )}<p class="fine-print">One patient above the threshold: ${label}${isEach ? '' : ' (tall); the others are muted (short)'}.</p><p class="fine-print">The lab assumes that this patient stays above the threshold for the whole shift. It doesn’t count the time spent reading the list.</p></div>`;
}

const short = (count: number): string => number(count, count < 9.95 ? 1 : 0);

const scored = [34, 52, 79, 96, 118, 151, 176, 203, 219, 244, 262, 287]
  .map((x) => `<path class="dim" d="M${x} 124v-26"/>`)
  .join('');

export const lab: Lab = {
  id: 'alert-burden',
  title: 'Count the interruptions in a shift',
  aliases: ['alert burden', 'alert fatigue', 'false alarms'],
  theme: 'use',
  still: {
    value: '12 hours',
    unit: 'on the floor',
    question: 'How often does the model interrupt one nurse?',
    drawing: `<path class="dim" d="M20 124H300"/>${scored}<path class="line" d="M139 124V74"/>`,
  },
  guess: {
    ...between([0, 60, 1], (count) => counted(count, 'interruption')),
    question:
      'A nurse has 5 patients, and your model scores each of them every hour. It flags 80 of 100 sick patients and 20 of 100 others; 3 in 100 are sick. How many alerts interrupt the nurse in a 12-hour shift?',
    label: 'Interruptions',
    truth: 13,
    near: 3,
    because:
      'about one of the five is above the threshold, and each hourly score repeats the alert.',
  },
  controls,
  view,
  challenges: [
    {
      task: 'Without a second tier, get below 2 interruptions per shift and miss no more cases than now.',
      isMet: (values) =>
        isUnchanged(controls, values, 'cutoff', 'mute') &&
        burdenOf(values).interruptions < 2 &&
        burdenOf(values).missedCases <= missedAtFirst,
      solution: { mute: 12 },
    },
    {
      task: 'Bring the PPV of an interruption to at least one in three, and miss no more cases than now.',
      isMet: (values) =>
        isUnchanged(controls, values, 'cutoff', 'mute', 'tiers', 'upper') &&
        burdenOf(values).trueInterruptions >= burdenOf(values).interruptions / 3 &&
        burdenOf(values).missedCases <= missedAtFirst,
      solution: { tiers: true },
    },
  ],
  misconception: 'The AUROC is high, so nurses will trust the alerts.',
  say: 'Before I look at the AUROC, I ask how many times a shift the alert interrupts one nurse. Then I mute repeats and show mid-range scores only on a list.',
  questions: ['fk7', 'p94', '83j'],
  sources: ['ancker-alert-fatigue-2017', 'paterno-alert-tiering-2009', 'altman-bland-roc-1994'],
};
