import { type AlertBurden, alertBurden } from '../../../domain/labs/alert-burden.ts';
import { areaUnderCurve, ratesAt } from '../../../domain/labs/binormal.ts';
import {
  type Control,
  initialValues,
  isUnchanged,
  type Values,
} from '../../../domain/labs/control.ts';
import { number, percent } from '../../../domain/worked/format.ts';
import { type Lab, type LabView, numberOf } from '../lab.ts';
import { interruptionBars, patientHours, short } from './figures.ts';

const model = { well: 35, ill: 55, deviation: 12 };
const hours = 12;

/** A threshold, as far as the bars go. */
const score = { kind: 'number', min: 30, max: 75, step: 1 } as const;
const controls: readonly Control[] = [
  { ...score, name: 'cutoff', label: 'Alert from a score of', initial: 45 },
  {
    kind: 'number',
    name: 'mute',
    label: 'No repeat for the same patient within',
    min: 0,
    max: 12,
    step: 1,
    initial: 0,
    unit: 'hours',
  },
  {
    kind: 'switch',
    name: 'tiers',
    label: 'Two tiers: interrupt only at the top, list the rest',
    initial: false,
  },
  { ...score, name: 'upper', label: 'With two tiers, interrupt from', initial: 60, isMore: true },
  {
    kind: 'number',
    name: 'prevalence',
    label: 'Patients with the condition',
    min: 0.5,
    max: 20,
    step: 0.5,
    initial: 3,
    unit: '%',
    isMore: true,
  },
  {
    kind: 'number',
    name: 'patients',
    label: 'Patients of one nurse',
    min: 1,
    max: 30,
    step: 1,
    initial: 5,
    isMore: true,
  },
  {
    kind: 'number',
    name: 'scores',
    label: 'Scores of each patient in 12 hours',
    min: 1,
    max: 48,
    step: 1,
    initial: 12,
    isMore: true,
  },
  {
    kind: 'number',
    name: 'minutes',
    label: 'Time for one alert',
    min: 0.5,
    max: 15,
    step: 0.5,
    initial: 4,
    unit: 'minutes',
    isMore: true,
  },
];

/** Everything that follows from the values. */
function settingOf(values: Values) {
  const [cutoff, mute, scores] = ['cutoff', 'mute', 'scores'].map((name) =>
    numberOf(values, name),
  ) as [number, number, number];
  const hasTiers = values['tiers'] === true;
  const interruptFrom = hasTiers ? Math.max(cutoff, numberOf(values, 'upper')) : cutoff;
  const shift = {
    hours,
    scores,
    patients: numberOf(values, 'patients'),
    prevalence: numberOf(values, 'prevalence') / 100,
  };
  const burdenAt = (from: number): AlertBurden =>
    alertBurden(shift, {
      interrupt: ratesAt(from, model),
      list: ratesAt(hasTiers ? Math.min(cutoff, from) : from, model),
      muteHours: mute,
      minutesPerAlert: numberOf(values, 'minutes'),
    });
  return { mute, scores, hasTiers, interruptFrom, burdenAt, burden: burdenAt(interruptFrom) };
}

function view(values: Values): LabView {
  const { mute, scores, hasTiers, interruptFrom, burdenAt, burden } = settingOf(values);
  return {
    value: number(burden.interruptions, 1),
    unit: 'interruptions of one nurse in 12 hours',
    result: inWords(burden, hasTiers),
    figure: interruptionBars(interruptFrom, burdenAt, model),
    more: patientHours({ hours, scores }, mute),
    table: {
      caption: `One nurse, one 12-hour shift; interruptions from a score of ${interruptFrom}`,
      columns: ['Measure', 'Value'],
      rows: [
        ['Interruptions', number(burden.interruptions, 2)],
        ['… of them true', number(burden.trueInterruptions, 2)],
        ['PPV of an interruption', percent(burden.trueInterruptions / burden.interruptions)],
        ['Patients they are about', number(burden.patients, 2)],
        ['Minutes', number(burden.minutes)],
        ['Patients on the list only', number(burden.listed, 2)],
        ['… of them with the condition', number(burden.listedCases, 3)],
        ['Patients with the condition missed', number(burden.missedCases, 3)],
        ['AUROC of the model', number(areaUnderCurve(model), 2)],
      ],
    },
  };
}

function inWords(burden: AlertBurden, hasTiers: boolean): string {
  const missed = `${often(burden.missedCases)} is missed`;
  const listed = hasTiers
    ? `The list has ${number(burden.listed, 1)} more patients, and ${often(burden.listedCases)} waits there; ${missed}.`
    : `${missed[0]?.toUpperCase()}${missed.slice(1)}.`;
  return `${number(burden.interruptions, 1)} interruptions for one nurse in a 12-hour shift, ${number(burden.trueInterruptions, 1)} of them true: ${short(burden.minutes)} minutes. ${listed}`;
}

/** How often something happens that is expected `times` a shift. */
function often(times: number): string {
  if (times < 0.001) return 'less than one case in 1,000 shifts';
  return `one case in ${short(1 / times)} shifts`;
}

/** Cases missed in a shift as the lab opens. */
const missedAtFirst = settingOf(initialValues(controls)).burden.missedCases;

/** What alerts cost a shift, and what two tiers and silence save. */
export const lab: Lab = {
  id: 'alert-burden',
  title: 'Count the interruptions of a shift',
  theme: 'use',
  guess: {
    kind: 'slider',
    question:
      'A nurse has 5 patients, and your model scores each of them every hour. It flags 80 of 100 sick patients and 20 of 100 others; 3 in 100 are sick. How many alerts interrupt the nurse in a 12-hour shift?',
    label: 'Interruptions',
    min: 0,
    max: 60,
    step: 1,
    write: (count) => `${count} interruptions`,
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
      isMet: (values) => {
        const { interruptions, missedCases } = settingOf(values).burden;
        return (
          isUnchanged(controls, values, 'cutoff', 'mute') &&
          interruptions < 2 &&
          missedCases <= missedAtFirst
        );
      },
      solution: { mute: 12 },
    },
    {
      task: 'Make at least one interruption in three true, and miss no more cases than now.',
      isMet: (values) => {
        const { interruptions, trueInterruptions, missedCases } = settingOf(values).burden;
        return (
          isUnchanged(controls, values, 'cutoff', 'mute', 'tiers', 'upper') &&
          trueInterruptions >= interruptions / 3 &&
          missedCases <= missedAtFirst
        );
      },
      solution: { tiers: true },
    },
  ],
  misconception: 'The AUROC is high, so nurses will trust the alerts.',
  say: 'Before the AUROC, I ask how often it interrupts one nurse per shift. Then I mute repeats and move the middle band to a list.',
  questions: ['fk7', 'p94', '83j'],
  sources: ['ancker-alert-fatigue-2017', 'paterno-alert-tiering-2009', 'altman-bland-roc-1994'],
};
