import type { Control, Values } from '../../../domain/labs/control.ts';
import {
  bestOrder,
  type DiscountForm,
  dcg,
  type GainForm,
  meanReciprocalRank,
  ndcg,
  recallAt,
} from '../../../domain/labs/ranking.ts';
import { markup } from '../../markup.ts';
import { type Lab, type LabView, numberOf, textOf } from '../lab.ts';
import { gainsFigure } from './gains-figure.ts';
import { passageList, type RankedPassage } from './passage-list.ts';

/** The passages by their letters in the control `order`, `a` first. */
const passages = [
  'Direct oral anticoagulants before a spinal puncture',
  'Blood thinners and procedures: overview',
  'Lumbar puncture: preparing the patient',
  'Heparin before a spinal puncture',
  'DOAC: checks before the first dose',
  'Low back pain: when to image',
];
/** Rank of the first right passage in two other queries of the test set; none in the second. */
const otherQueries = [3, undefined];

const controls: readonly Control[] = [
  {
    kind: 'number',
    name: 'k',
    label: 'k: results that count',
    min: 1,
    max: 6,
    step: 1,
    initial: 3,
  },
  {
    kind: 'choice',
    name: 'from',
    label: 'Counts as right, for MRR and recall',
    options: [
      { value: '1', label: 'grade 1 or more' },
      { value: '2', label: 'grade 2 or more' },
      { value: '3', label: 'grade 3' },
    ],
    initial: '1',
  },
  {
    kind: 'hidden',
    name: 'order',
    label: 'Order',
    initial: 'efdabc',
    pattern: /^(?!.*(.).*\1)[a-f]{6}$/,
  },
  { kind: 'hidden', name: 'grades', label: 'Grades', initial: '322110', pattern: /^[0-3]{6}$/ },
];

function view(values: Values): LabView {
  const k = numberOf(values, 'k');
  const from = Number(textOf(values, 'from'));
  const grades = textOf(values, 'grades');
  const order = textOf(values, 'order');
  const ranked: RankedPassage[] = [...order].map((letter) => {
    const index = letter.charCodeAt(0) - 97;
    return { letter, title: passages[index] ?? '', grade: Number(grades[index]) };
  });
  const list = ranked.map(({ grade }) => grade);
  const right = list.map((grade) => grade >= from);
  const first = right.indexOf(true) + 1 || undefined;
  const relevant = right.filter(Boolean).length;
  const found = right.slice(0, k).filter(Boolean).length;
  const mrr = meanReciprocalRank([first, ...otherQueries]).toFixed(3);
  const score = (gain: GainForm, discount?: DiscountForm): string =>
    ndcg(list, gain, k, discount).toFixed(3);

  return {
    result: `${firstRight(first)}: MRR over three queries is ${mrr}. Recall@${k} is ${found} of ${relevant}. NDCG@${k} is ${score('linear')} with linear gain, ${score('exponential')} with exponential. ${best(list)}`,
    figure: markup`${passageList(ranked, { order, grades, k })}${gainsFigure(list, k, 'linear')}${gainsFigure(list, k, 'exponential')}`,
    table: {
      caption: `Grades in rank order: ${list.join(', ')}; k = ${k}`,
      columns: ['Measure', 'Value'],
      rows: [
        ['Reciprocal rank of this query', first ? (1 / first).toFixed(3) : '0, none is right'],
        ['MRR with two more queries: rank 3, and never', mrr],
        [`Recall@${k}`, recallAt(k, right, relevant)?.toFixed(3) ?? 'none: nothing is right'],
        [`DCG@${k}, linear gain`, dcg(list.slice(0, k), 'linear').toFixed(3)],
        [`DCG@${k} of the best order`, dcg(bestOrder(list).slice(0, k), 'linear').toFixed(3)],
        [`NDCG@${k}, linear gain`, score('linear')],
        [`NDCG@${k}, exponential gain`, score('exponential')],
        [`NDCG@${k}, linear gain, discount of the paper of 2002`, score('linear', 'paper')],
      ],
    },
  };
}

function firstRight(first: number | undefined): string {
  return first === undefined ? 'No passage is right' : `First right passage at rank ${first}`;
}

function best(list: readonly number[]): string {
  const most = Math.max(...list);
  return most === 0
    ? 'Every passage has grade 0.'
    : `The best passage (grade ${most}) stands at rank ${list.indexOf(most) + 1}.`;
}

/** Lab: what MRR, recall and NDCG see of an order. */
export const lab: Lab = {
  id: 'ranking',
  title: 'Reorder the search results',
  task: 'A pharmacist typed “DOAC held before LP?” and got these passages (invented). Move the best one up and watch which measure notices; then change what counts as right.',
  controls,
  view,
  say: 'I choose the measure by the failure that hurts: MRR sees only the first right passage, recall@k ignores the order within k, and an NDCG without its gain form can’t be compared with anybody’s.',
  questions: ['8wn', '6md', 'xg9'],
  sources: ['jarvelin-ndcg-2002', 'torchmetrics-mrr', 'torchmetrics-retrieval-recall'],
};
