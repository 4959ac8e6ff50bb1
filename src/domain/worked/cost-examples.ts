import { breakEvenPerUser, breakEvenVolume, hoursPerYear, modelBytes } from '../labs/costs.ts';
import { rice } from '../labs/prioritization.ts';
import { dollars, number, percent } from './format.ts';
import type { MakeExample } from './worked-example.ts';

export const apiOrOwnServer: MakeExample = () => {
  const perNote = 0.02;
  const fixed = 9000;
  const threshold = breakEvenVolume(fixed, perNote) ?? 0;
  return {
    caption: `Three years of discharge summaries: an API at ${dollars(perNote * 1000)} per 1,000 notes, or your own server at ${dollars(fixed)} a month (illustration)`,
    columns: ['Notes a month', 'API, three years', 'Your server, three years', 'Cheaper'],
    rows: [20_000, 100_000, threshold, 1_000_000].map((notes) => {
      const api = notes * perNote * 36;
      const own = fixed * 36;
      const cheaper = api === own ? 'equal' : api < own ? 'API' : 'your server';
      return [number(notes), dollars(api), dollars(own), cheaper];
    }),
    formula:
      'Break-even volume = fixed cost a month ÷ price of a note; evaluation and integration cost the same on both sides',
  };
};

export const riceWithHalfTheReach: MakeExample = () => {
  const requests = [
    { name: 'Merge duplicate alerts (nurses)', reach: 600, impact: 2, confidence: 0.5, effort: 4 },
    {
      name: 'Readmissions dashboard (executives)',
      reach: 40,
      impact: 2,
      confidence: 0.8,
      effort: 2,
    },
    { name: 'New device feed (engineering)', reach: 250, impact: 1, confidence: 0.8, effort: 3 },
  ];
  return {
    caption: 'RICE for three requests in one quarter, and again with inputs halved (illustration)',
    columns: [
      'Request',
      'Reach',
      'Impact',
      'Confidence',
      'Effort (person-months)',
      'RICE',
      'With half the reach',
      'And half the impact',
    ],
    rows: requests.map(({ name, ...inputs }) => [
      name,
      number(inputs.reach),
      number(inputs.impact, 1),
      percent(inputs.confidence, 0),
      number(inputs.effort),
      number(rice(inputs)),
      number(rice({ ...inputs, reach: inputs.reach / 2 })),
      number(rice({ ...inputs, reach: inputs.reach / 2, impact: inputs.impact / 2 })),
    ]),
    formula:
      'RICE = reach in the period × impact × confidence ÷ effort; a legal or safety duty is a gate, not a row',
  };
};

export const sixMonthBreakEven: MakeExample = () => ({
  caption:
    '100 seats at $300 a month, $60,000 once: what each regular user must bring in a month to pay back in six',
  columns: [
    'Regular users',
    'Needed for each, a month',
    'From published billing ($167 gross)',
    'Still to find',
  ],
  rows: [100, 70, 50, 35].map((activeUsers) => {
    const plan = { seats: 100, seatPrice: 300, oneOff: 60_000, activeUsers, months: 6 };
    const needed = breakEvenPerUser(plan);
    return [number(activeUsers), dollars(needed), dollars(167), dollars(needed - 167)];
  }),
  formula: `Needed = (seats × price + one-off ÷ 6) ÷ regular users. 16 minutes per 8 scheduled hours, over 220 such days, are ${number(hoursPerYear(16, 220))} hours a year: not cash by themselves`,
});

export const quantizedSizes: MakeExample = () => ({
  caption: 'Size of the weights alone, in megabytes (1 MB = 1,000,000 bytes)',
  columns: ['Model', 'Weights', '32-bit', '16-bit', '8-bit', '4-bit'],
  rows: [
    { name: 'Small image classifier', parameters: 5e6 },
    { name: 'Usual image classifier', parameters: 25e6 },
    { name: 'Clinical text encoder', parameters: 110e6 },
    { name: 'Small language model', parameters: 4e9 },
  ].map(({ name, parameters }) => [
    name,
    parameters >= 1e9
      ? `${number(parameters / 1e9)} billion`
      : `${number(parameters / 1e6)} million`,
    ...[32, 16, 8, 4].map((bits) => number(modelBytes(parameters, bits) / 1e6)),
  ]),
  formula: 'Bytes = weights × bits ÷ 8; activations, scales, and the runtime come on top',
});

export const callsAndChance: MakeExample = () => {
  const discharges = 80;
  const returning = 10;
  return {
    caption:
      '80 discharges a day, 10 of whom come back within 30 days; the team can call some of them (illustration)',
    columns: [
      'Calls a day',
      'Reached by chance',
      'Needed for a precision of 33%',
      'Share of the 10 then reached',
    ],
    rows: [6, 12, 24].map((calls) => {
      const chance = (calls * returning) / discharges;
      const hits = Math.min(returning, calls / 3);
      return [number(calls), number(chance, 2), number(hits, 1), percent(hits / returning, 0)];
    }),
    formula: 'By chance = calls × returning ÷ discharges; precision = hits ÷ calls',
  };
};
