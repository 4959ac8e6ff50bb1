import { expectedCounts } from '../../labs/classification.ts';
import { number } from '../format.ts';
import { counted, found, modelA, modelB, table, type WorkedExample } from '../table.ts';

export const example: WorkedExample = {
  sources: ['del-gaizo-ich-teleradiology-2024'],
  caption: '1,000 head CTs: model A (sensitivity 95%, specificity 85%) against model B (88%, 95%)',
  ...table(
    [
      { setting: 'Teleradiology, 2.7% bleeds', prevalence: 0.027 },
      { setting: 'Stroke center, 15% bleeds', prevalence: 0.15 },
    ].flatMap(({ setting, prevalence }) => {
      const byA = expectedCounts({ ...modelA, prevalence }, 1000);
      const byB = expectedCounts({ ...modelB, prevalence }, 1000);
      const more = byA.falsePositives - byB.falsePositives;
      const extra = number(more / (byA.truePositives - byB.truePositives));
      return [
        { setting, model: 'A', extra, ...byA },
        { setting, model: 'B', extra: '–', ...byB },
      ];
    }),
    {
      Setting: ({ setting }) => setting,
      Model: ({ model }) => model,
      Found: found,
      'Not flagged': counted.Missed,
      'False flags': counted['False flags'],
      PPV: counted.PPV,
      'Extra false flags for each extra bleed': ({ extra }) => extra,
    },
  ),
  formula:
    'Extra = (false flags of A − false flags of B) ÷ (bleeds found by A − bleeds found by B)',
};
