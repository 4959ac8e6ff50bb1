import { rice } from '../../labs/prioritization.ts';
import { number, percent } from '../format.ts';
import { table, type WorkedExample } from '../table.ts';

export const example: WorkedExample = {
  sources: [],
  caption: 'RICE for three requests in one quarter, and again with inputs halved (illustrative)',
  ...table(
    (
      [
        ['Merge duplicate alerts (nurses)', 600, 2, 0.5, 4],
        ['Readmissions dashboard (executives)', 40, 2, 0.8, 2],
        ['New device feed (engineering)', 250, 1, 0.8, 3],
      ] as const
    ).map(([request, reach, impact, confidence, effort]) => {
      const score = (share: number, impactShare = 1): string =>
        number(rice({ reach: reach * share, impact: impact * impactShare, confidence, effort }));
      return { request, reach, impact, confidence, effort, score };
    }),
    {
      Request: ({ request }) => request,
      Reach: ({ reach }) => number(reach),
      Impact: ({ impact }) => number(impact, 1),
      Confidence: ({ confidence }) => percent(confidence, 0),
      'Effort (person-months)': ({ effort }) => number(effort),
      RICE: ({ score }) => score(1),
      'With half the reach': ({ score }) => score(0.5),
      'With half the reach and impact': ({ score }) => score(0.5, 0.5),
    },
  ),
  formula:
    'RICE = reach in the period × impact × confidence ÷ effort; a legal or safety duty is a gate, not a row',
};
