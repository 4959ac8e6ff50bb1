import type { Control, NumberControl, Values } from '../../../domain/labs/control.ts';
import type { DocumentationPlan } from '../../../domain/labs/documentation-case.ts';
import { numberOf } from '../lab.ts';

/** A number without a slider, from 0. */
function field(
  name: string,
  label: string,
  initial: number,
  { max, step, unit, help }: { max: number; step: number; unit: string; help?: string },
): NumberControl {
  return {
    kind: 'number',
    isPlain: true,
    isMore: true,
    name,
    label,
    min: 0,
    max,
    step,
    initial,
    unit,
    ...(help === undefined ? {} : { help }),
  };
}

/** Amounts are illustrations or come from the sources that their help names. */
export const controls: readonly Control[] = [
  {
    ...field('seats', 'Clinicians with a seat', 100, { max: 2000, step: 10, unit: 'clinicians' }),
    min: 10,
  },
  field('price', 'License', 300, {
    max: 1000,
    step: 10,
    unit: 'dollars per seat and month',
    help: 'An illustration: get a quote.',
  }),
  field('once', 'Integration and training, paid once', 60_000, {
    max: 2_000_000,
    step: 5000,
    unit: 'dollars',
    help: 'An illustration.',
  }),
  field('low', 'Minutes saved per day: low', 0, {
    max: 120,
    step: 1,
    unit: 'min',
    help: '0: no significant difference in EHR time, 112 users against 103 controls (2024).',
  }),
  field('likely', 'Minutes saved per day: likely', 16, {
    max: 120,
    step: 1,
    unit: 'min',
    help: '16 per 8 scheduled hours: a cohort, 1,809 with access, 6,772 without (2026).',
  }),
  field('high', 'Minutes saved per day: high', 30, {
    max: 120,
    step: 1,
    unit: 'min',
    help: '2.5 hours a week less off-hours work, over five days: a small randomized study, high burden (2025).',
  }),
  field('hour', 'Value of such an hour', 150, {
    max: 600,
    step: 10,
    unit: 'dollars',
    help: 'An illustration. Use your own collections.',
  }),
  {
    kind: 'number',
    name: 'converted',
    label: 'Share of that time that becomes money',
    help: 'As visits or less overtime; otherwise it’s well-being. At 23% and $150, 16 minutes come to $169 a month per user. The cohort found $167 gross per clinician with access.',
    min: 0,
    max: 100,
    step: 1,
    initial: 23,
    unit: '%',
  },
  field('replace', 'Cost to replace one who leaves', 500_000, {
    max: 1_500_000,
    step: 50_000,
    unit: 'dollars',
    help: '$500,000 to over $1 million for a physician, by a 2017 estimate.',
  }),
  {
    kind: 'number',
    name: 'active',
    label: 'Clinicians who use it regularly',
    help: 'In a cohort in five systems, 32% used it in at least half of their visits.',
    min: 5,
    max: 100,
    step: 5,
    initial: 70,
    unit: '%',
  },
  {
    ...field('ended', 'Scribe and transcription contracts that end', 0, {
      max: 5_000_000,
      step: 10_000,
      unit: 'dollars per year',
      help: 'From your own invoices, and only if they really end.',
    }),
    isMore: false,
  },
  {
    kind: 'number',
    name: 'stay',
    label: 'Clinicians who stay because of it, high case only',
    help: 'An illustration. We don’t know of a scribe trial that measured turnover.',
    min: 0,
    max: 5,
    step: 0.1,
    initial: 1,
    unit: '% per year',
    isMore: true,
  },
];

/** The three cases that the controls describe, whatever the order of the three minutes. */
export function casesOf(values: Values): {
  low: DocumentationPlan;
  likely: DocumentationPlan;
  high: DocumentationPlan;
} {
  const [low = 0, likely = 0, high = 0] = ['low', 'likely', 'high']
    .map((name) => numberOf(values, name))
    .sort((a, b) => a - b);
  const plan = {
    clinicians: numberOf(values, 'seats'),
    activeShare: numberOf(values, 'active') / 100,
    convertedShare: numberOf(values, 'converted') / 100,
    hourValue: numberOf(values, 'hour'),
    seatPrice: numberOf(values, 'price'),
    oneOff: numberOf(values, 'once'),
    endedContracts: numberOf(values, 'ended'),
    replacementCost: numberOf(values, 'replace'),
  };
  return {
    low: { ...plan, minutesPerDay: low, stayShare: 0 },
    likely: { ...plan, minutesPerDay: likely, stayShare: 0 },
    high: { ...plan, minutesPerDay: high, stayShare: numberOf(values, 'stay') / 100 },
  };
}
