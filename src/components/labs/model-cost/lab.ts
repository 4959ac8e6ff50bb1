import { isUnchanged, type Values } from '../../../domain/labs/control.ts';
import {
  apiCost,
  breakEvenNotes,
  serverCost,
  serversFor,
  tokenCostOfNote,
} from '../../../domain/labs/model-cost.ts';
import { dollars, number } from '../../../domain/worked/format.ts';
import { type Lab, type LabView, numberOf } from '../lab.ts';
import { controls, plansOf } from './controls.ts';
import { costFigure } from './cost-figure.ts';

const daysCounted = 3 * 365;

function view(values: Values): LabView {
  const plans = plansOf(values);
  const { api, own } = plans;
  const notes = numberOf(values, 'notes');
  const [byApi, byServer] = [apiCost(api, notes), serverCost(own, notes)];
  const breakEven = breakEvenNotes(api, own);
  const row = (volume: number, name: string): readonly string[] => {
    const [rented, owned] = [apiCost(api, volume), serverCost(own, volume)];
    return [
      name,
      dollars(rented),
      dollars(owned),
      number(serversFor(own, volume)),
      Math.abs(rented - owned) < 0.5 ? 'equal' : rented < owned ? 'API' : 'own',
    ];
  };
  const at = (volume: number): readonly string[] => row(volume, `${number(volume)} notes a day`);
  return {
    ...verdict(breakEven, notes),
    result: `At ${number(notes)} notes a day, three years cost ${dollars(byApi)} with the API and ${dollars(byServer)} on your own servers. ${threshold(breakEven, notes)}${breakEven !== undefined && breakEven < notes && byServer > byApi ? ' One more server makes the API cheaper again.' : ''}`,
    figure: costFigure(plans, notes, breakEven),
    table: {
      caption: `Three years. A note by API: ${cents(tokenCostOfNote(api))} for tokens, ${cents(byApi / (notes * daysCounted))} with validation. On your own servers today: ${cents(byServer / (notes * daysCounted))}.`,
      columns: ['Volume', 'API', 'Own servers', 'Servers', 'Cheaper'],
      rows: [
        row(notes, `Today: ${number(notes)} notes a day`),
        ...[100, 1000, 10_000, 100_000].map(at),
        ...(breakEven
          ? [row(breakEven, `Break-even: ${number(Math.ceil(breakEven))} notes a day`)]
          : []),
      ],
    },
  };
}

function verdict(breakEven: number | undefined, notes: number): Pick<LabView, 'value' | 'unit'> {
  if (breakEven === undefined) return { value: 'Never', unit: 'is your own server cheaper' };
  if (breakEven === 0) return { value: 'Always', unit: 'is your own server cheaper' };
  return {
    value: number(Math.ceil(breakEven)),
    unit: `notes a day to break even; you have ${number(notes)}`,
  };
}

function threshold(breakEven: number | undefined, notes: number): string {
  if (breakEven === undefined) {
    return 'There’s no break-even: a full server costs more than its notes cost with the API.';
  }
  if (breakEven === 0) return 'Your own servers are cheaper from the first note.';
  const times = breakEven / notes;
  const compared =
    times >= 1
      ? `${times.toFixed(1)} times today’s volume`
      : `${(100 * times).toFixed(0)}% of today’s volume`;
  return `Break-even is at ${number(Math.ceil(breakEven))} notes a day, ${compared}.`;
}

function cents(amount: number): string {
  return `$${number(amount, amount < 1 ? 3 : 2)}`;
}

/** Lab: a model by the token or on own servers. */
export const lab: Lab = {
  id: 'model-cost',
  title: 'Rent the model or run your own',
  theme: 'money',
  guess: {
    kind: 'slider',
    question:
      'You write 660 notes a day. Rented, a note costs 2 cents in tokens. Your own GPU server and a quarter of an engineer cost $13,500 a month. From how many notes a day is your own server cheaper?',
    label: 'Break-even',
    min: 100,
    max: 100_000,
    step: 10,
    isLog: true,
    write: (count) => `${number(count)} notes a day`,
    truth: 19_453,
    near: 5000,
    because: 'a month of your server costs as much as 675,000 rented notes, and you write 20,000.',
  },
  controls,
  view,
  challenges: [
    {
      task: 'Change only the volume until your own server is cheaper by at least $100,000 over three years.',
      isMet: (values) => {
        const { api, own } = plansOf(values);
        const notes = numberOf(values, 'notes');
        return (
          isUnchanged(controls, values, 'notes') &&
          apiCost(api, notes) - serverCost(own, notes) >= 100_000
        );
      },
      solution: { notes: 25_000 },
    },
    {
      task: 'Change only what one server can write, so that your own servers never pay off.',
      isMet: (values) => {
        const { api, own } = plansOf(values);
        return isUnchanged(controls, values, 'capacity') && breakEvenNotes(api, own) === undefined;
      },
      solution: { capacity: 10_000 },
    },
  ],
  misconception: 'Open models are free, so running our own is cheaper.',
  say: 'I compare the whole stack over three years and show today’s volume beside break-even. Far below it, privacy, change control, and exit decide, not price.',
  questions: ['6rj'],
  sources: ['openai-deprecations'],
};
