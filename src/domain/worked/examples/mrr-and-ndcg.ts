import { meanReciprocalRank, ndcg } from '../../labs/ranking.ts';
import { number } from '../format.ts';
import type { WorkedExample } from '../table.ts';

export const example: WorkedExample = {
  sources: [],
  caption: 'Three queries and one graded list, measured three ways',
  columns: ['What is measured', 'Input', 'Value'],
  rows: [
    [
      'MRR',
      'first relevant passage at rank 1, rank 3, never',
      number(meanReciprocalRank([1, 3, undefined]), 3),
    ],
    [
      'MRR with the third query fixed',
      'rank 1, rank 3, rank 10',
      number(meanReciprocalRank([1, 3, 10]), 3),
    ],
    ['NDCG, linear gain', 'grades in rank order 3, 0, 2', number(ndcg([3, 0, 2], 'linear'), 3)],
    [
      'NDCG, exponential gain',
      'grades in rank order 3, 0, 2',
      number(ndcg([3, 0, 2], 'exponential'), 3),
    ],
  ],
  formula:
    'MRR = mean of 1 ÷ rank of the first relevant hit; NDCG = DCG ÷ DCG of the best order, log2 discount',
};
