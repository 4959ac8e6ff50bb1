import type { Control, NumberControl, Values } from '../../../domain/labs/control.ts';
import type { ApiPlan, ServerPlan } from '../../../domain/labs/model-cost.ts';
import { numberOf } from '../lab.ts';

/** A number without a slider, from 0. */
function field(
  name: string,
  label: string,
  initial: number,
  rest: Pick<NumberControl, 'max' | 'step' | 'unit'> & Partial<Pick<NumberControl, 'min' | 'help'>>,
): NumberControl {
  return { kind: 'number', isPlain: true, isMore: true, name, label, initial, min: 0, ...rest };
}

/** All amounts are illustrations: the reader puts in those of a quote. */
export const controls: readonly Control[] = [
  {
    kind: 'number',
    name: 'notes',
    label: 'Notes per day',
    min: 20,
    max: 60_000,
    step: 20,
    initial: 660,
    isLog: true,
  },
  {
    kind: 'number',
    name: 'capacity',
    label: 'Notes per day that one server can write',
    min: 100,
    max: 200_000,
    step: 100,
    initial: 30_000,
    isLog: true,
    help: 'At your busiest hour. At night the server is idle, and you still pay.',
  },
  {
    kind: 'number',
    name: 'retired',
    label: 'Versions that the vendor retires in three years',
    help: 'Each one means another validation. In October 2026, OpenAI gave its GPT-4o and GPT-4.1 snapshots three months.',
    min: 0,
    max: 12,
    step: 1,
    initial: 2,
  },
  field('sent', 'Tokens sent per note', 4000, { max: 200_000, step: 100, unit: 'tokens' }),
  field('written', 'Tokens written per note', 800, { max: 20_000, step: 50, unit: 'tokens' }),
  field('pricein', 'API price per million tokens sent', 2.5, {
    max: 100,
    step: 0.05,
    unit: 'dollars',
    help: 'An illustration, like every amount here. Enter the amounts from your quotes.',
  }),
  field('priceout', 'API price per million tokens written', 12.5, {
    max: 200,
    step: 0.05,
    unit: 'dollars',
  }),
  field('validation', 'Validating one version of the API model', 30_000, {
    max: 1_000_000,
    step: 5000,
    unit: 'dollars',
  }),
  field('server', 'Your own GPU server', 9000, {
    max: 200_000,
    step: 500,
    unit: 'dollars per month',
  }),
  {
    kind: 'number',
    name: 'staff',
    label: 'Engineer for the server',
    help: 'On call, patches, security.',
    min: 0,
    max: 300,
    step: 5,
    initial: 25,
    unit: '% of one engineer',
    isMore: true,
  },
  field('post', 'Cost of one full-time engineer', 18_000, {
    max: 60_000,
    step: 500,
    unit: 'dollars per month',
  }),
  field('owncheck', 'One-time validation of your model', 30_000, {
    max: 1_000_000,
    step: 5000,
    unit: 'dollars',
  }),
];

/** The two plans that the controls describe. */
export function plansOf(values: Values): { api: ApiPlan; own: ServerPlan } {
  const of = (name: string): number => numberOf(values, name);
  return {
    api: {
      tokensIn: of('sent'),
      tokensOut: of('written'),
      priceIn: of('pricein'),
      priceOut: of('priceout'),
      validation: of('validation'),
      forcedChanges: of('retired'),
    },
    own: {
      serverCost: of('server'),
      notesPerServer: of('capacity'),
      staffCost: (of('staff') / 100) * of('post'),
      validation: of('owncheck'),
    },
  };
}
