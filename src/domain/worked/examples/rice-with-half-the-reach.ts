import { rice } from '../../labs/prioritization.ts';
import { number, percent } from '../format.ts';
import { table, type WorkedExample } from '../table.ts';

export const example: WorkedExample = {
  sources: [],
  caption:
    'RICE for three requests in one quarter, and again with only the alerts’ inputs halved (illustrative)',
  ...table(
    (
      [
        ['Merge duplicate alerts (nurses)', 600, 2, 0.5, 4, 0.5],
        ['New device feed (engineering)', 250, 1, 0.8, 3, 1],
        ['Readmissions dashboard (executives)', 40, 2, 0.8, 2, 1],
      ] as const
    ).map(([request, reach, impact, confidence, effort, share]) => {
      const score = (reachShare: number, impactShare = 1): string =>
        number(
          rice({ reach: reach * reachShare, impact: impact * impactShare, confidence, effort }),
        );
      return { request, reach, impact, confidence, effort, share, score };
    }),
    {
      Request: ({ request }) => request,
      Reach: ({ reach }) => number(reach),
      Impact: ({ impact }) => number(impact, 1),
      Confidence: ({ confidence }) => percent(confidence, 0),
      'Effort (person-months)': ({ effort }) => number(effort),
      RICE: ({ score }) => score(1),
      'If the alerts reach half as many': ({ score, share }) => score(share),
      'and have half the impact, too': ({ score, share }) => score(share, share),
    },
  ),
  formula:
    'RICE = reach in the period × impact × confidence ÷ effort; a legal duty or a hazard you can’t accept is a gate, not a row',
};
