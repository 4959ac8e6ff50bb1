import { type Control, isUnchanged, type Values } from '../../../domain/labs/control.ts';
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
import { gradeList, passageList, type RankedPassage } from './passage-list.ts';

/** The passages by their letters in the control `order`, `a` first. */
const passages = [
  'Newer blood thinners: when to stop before a spinal tap',
  'Blood thinners and procedures: overview',
  'Spinal tap: preparing the patient',
  'Heparin before a spinal tap',
  'Newer blood thinners: checks before the first dose',
  'Low back pain: when to image',
];
/** Rank of the first right passage in two other queries of the test set; none in the second. */
const otherQueries = [3, undefined];

const controls: readonly Control[] = [
  {
    kind: 'choice',
    name: 'measure',
    label: 'Score',
    options: [
      { value: 'ndcg', label: 'NDCG: the order' },
      { value: 'mrr', label: 'MRR: the first right one' },
      { value: 'recall', label: 'Recall: right ones in the top k' },
    ],
    initial: 'ndcg',
  },
  {
    kind: 'number',
    name: 'k',
    label: 'k: how many results count',
    min: 1,
    max: 6,
    step: 1,
    initial: 3,
  },
  {
    kind: 'choice',
    name: 'from',
    label: 'Counts as right',
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

/** The list in its order, and its scores. */
function scored(values: Values) {
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
  const mrr = meanReciprocalRank([first, ...otherQueries]);
  return { k, grades, order, ranked, list, right, first, relevant, found, mrr };
}

function view(values: Values): LabView {
  const { k, grades, order, ranked, list, right, first, relevant, found, mrr } = scored(values);
  const score = (gain: GainForm, discount?: DiscountForm): string =>
    ndcg(list, gain, k, discount).toFixed(3);

  const verdicts: Readonly<Record<string, readonly [value: string, unit: string]>> = {
    ndcg: [score('linear'), `NDCG@${k}, of 1 for the best order`],
    mrr: [mrr.toFixed(3), `MRR: first right passage ${first ? `at rank ${first}` : 'nowhere'}`],
    recall: [`${found} of ${relevant}`, `right passages in the top ${k}`],
  };
  const [value, unit] = verdicts[textOf(values, 'measure')] ?? ['', ''];

  return {
    value,
    unit,
    result: `MRR ${mrr.toFixed(3)}, recall@${k} ${found} of ${relevant}, NDCG@${k} ${score('linear')}. ${best(list)}`,
    figure: passageList(ranked, { order, k }),
    more: markup`${gainsFigure(list, k, 'linear')}${gradeList(ranked, grades)}`,
    table: {
      caption: `Grades in rank order: ${list.join(', ')}; k = ${k}`,
      columns: ['Measure', 'Value'],
      rows: [
        ['Reciprocal rank of this query', first ? (1 / first).toFixed(3) : '0, none is right'],
        ['MRR with two more queries: rank 3, and never', mrr.toFixed(3)],
        [`Recall@${k}`, recallAt(k, right, relevant)?.toFixed(3) ?? 'none: nothing is right'],
        [`DCG@${k}, linear gain`, dcg(list.slice(0, k), 'linear').toFixed(3)],
        [`DCG@${k} of the best order`, dcg(bestOrder(list).slice(0, k), 'linear').toFixed(3)],
        [`NDCG@${k}, linear gain`, score('linear')],
        [`NDCG@${k}, exponential gain`, score('exponential')],
        [`NDCG@${k}, linear gain, discount from the 2002 paper`, score('linear', 'paper')],
      ],
    },
  };
}

function best(list: readonly number[]): string {
  const most = Math.max(...list);
  return most === 0
    ? 'Every passage has grade 0.'
    : `The best passage (grade ${most}) is at rank ${list.indexOf(most) + 1}.`;
}

/** Lab: what MRR, recall and NDCG see of an order. */
export const lab: Lab = {
  id: 'ranking',
  title: 'Reorder the search results',
  theme: 'data',
  guess: {
    kind: 'choice',
    question:
      'A pharmacist asks your search: “Must blood thinners be stopped before a spinal tap?” The best passage is fourth, and a passable one is first. You move the best one to the top. Which score for the top 3 notices?',
    options: [
      { value: 'mrr', label: 'MRR: the first right one' },
      { value: 'recall', label: 'Recall: right ones in the top 3' },
      { value: 'ndcg', label: 'NDCG: the order' },
      { value: 'all', label: 'All three' },
    ],
    truth: 'ndcg',
    because:
      'a passage that counts as right was already first, and the top 3 still have two of them.',
  },
  controls,
  view,
  challenges: [
    {
      task: 'Move passages until NDCG@3 is above 0.6, while MRR and recall@3 stay as they are.',
      isMet: (values) => {
        const { list, found, first } = scored(values);
        return (
          isUnchanged(controls, values, 'order', 'measure') &&
          ndcg(list, 'linear', 3) > 0.6 &&
          found === 2 &&
          first === 1
        );
      },
      solution: { order: 'aefdbc' },
    },
    {
      task: 'Leave the order alone, and make MRR fall below 0.3.',
      isMet: (values) =>
        isUnchanged(controls, values, 'from', 'k', 'measure') && scored(values).mrr < 0.3,
      solution: { measure: 'mrr', from: '2' },
    },
  ],
  misconception: 'The search score went up, so users see better results.',
  say: 'I choose the measure by the failure that hurts. MRR sees only the first right passage, and recall ignores the order within k.',
  questions: ['8wn', '6md', 'xg9'],
  sources: ['jarvelin-ndcg-2002', 'torchmetrics-mrr', 'torchmetrics-retrieval-recall'],
};
