import type { Values } from '../../../domain/labs/control.ts';
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
    result: `At ${number(notes)} notes a day, three years cost ${dollars(byApi)} by API and ${dollars(byServer)} on own servers. ${threshold(breakEven, notes)}${breakEven !== undefined && breakEven < notes && byServer > byApi ? ' A further server has made the API cheaper again.' : ''}`,
    figure: costFigure(plans, notes, breakEven),
    table: {
      caption: `Three years. A note by API: ${cents(tokenCostOfNote(api))} for tokens, ${cents(byApi / (notes * daysCounted))} with validation. On own servers today: ${cents(byServer / (notes * daysCounted))}.`,
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

function threshold(breakEven: number | undefined, notes: number): string {
  if (breakEven === undefined) {
    return 'There is no break-even: a full server costs more than its notes do by API.';
  }
  if (breakEven === 0) return 'Own servers are cheaper from the first note.';
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
  task: 'Raise the notes a day until own servers win. Then lower what one server carries, and see break-even move away and vanish.',
  controls,
  view,
  say: 'I compare the whole stack over three years and show today’s volume as a point beside break-even; far from it price decides nothing, and privacy, change control and exit do.',
  questions: ['6rj'],
  sources: ['openai-deprecations'],
};
