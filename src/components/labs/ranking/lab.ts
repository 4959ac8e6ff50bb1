import {
  choice,
  hidden,
  isUnchanged,
  optionsOf,
  slider,
  type Values,
} from '../../../domain/labs/control.ts';
import {
  bestOrder,
  type DiscountForm,
  dcg,
  discountedGain,
  type GainForm,
  meanReciprocalRank,
  ndcg,
  recallAt,
} from '../../../domain/labs/ranking.ts';
import { type Markup, markup } from '../../markup.ts';
import { drawing, keys, scale } from '../draw.ts';
import { type Lab, type LabView, numberOf, textOf } from '../lab.ts';

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

const controls = [
  choice('measure', 'Score', 'ndcg', {
    ndcg: 'NDCG: the order',
    mrr: 'MRR: the first relevant passage',
    recall: 'Recall: relevant passages in the top k',
  }),
  slider('k', 'k: how many results count', [1, 6, 1], 3),
  choice('from', 'Counts as relevant', '1', {
    1: 'grade 1 or higher',
    2: 'grade 2 or higher',
    3: 'grade 3',
  }),
  hidden('order', 'efdabc', /^(?!.*(.).*\1)[a-f]{6}$/),
  hidden('grades', '322110', /^[0-3]{6}$/),
];

function scored(values: Values) {
  const k = numberOf(values, 'k');
  const from = Number(textOf(values, 'from'));
  const grades = textOf(values, 'grades');
  const order = textOf(values, 'order');
  const ranked = [...order].map((letter) => {
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
    ndcg: [score('linear'), `NDCG@${k}, where 1 is the best order`],
    mrr: [
      mrr.toFixed(3),
      `MRR: ${first ? `first relevant passage at rank ${first}` : 'no relevant passage'}`,
    ],
    recall: [`${found} of ${relevant}`, `relevant passages in the top ${k}`],
  };
  const [value, unit] = verdicts[textOf(values, 'measure')] ?? ['', ''];

  return {
    value,
    unit,
    result: `MRR ${mrr.toFixed(3)}, recall@${k} ${found} of ${relevant}, NDCG@${k} ${score('linear')}. ${best(list)}`,
    figure: passageList(ranked, order, k),
    more: markup`${gainsFigure(list, k)}${gradeList(ranked, grades)}`,
    table: {
      caption: `Grades in rank order: ${list.join(', ')}; k = ${k}`,
      columns: ['Measure', 'Value'],
      rows: [
        [
          'Reciprocal rank of this query',
          first ? (1 / first).toFixed(3) : '0: no passage is relevant',
        ],
        ['MRR with two more queries (one with a hit at rank 3, one without)', mrr.toFixed(3)],
        [`Recall@${k}`, recallAt(k, right, relevant)?.toFixed(3) ?? 'none: no passage is relevant'],
        [`DCG@${k}, linear gain`, dcg(list.slice(0, k), 'linear').toFixed(3)],
        [`DCG@${k} of the best order`, dcg(bestOrder(list).slice(0, k), 'linear').toFixed(3)],
        [`NDCG@${k}, linear gain`, score('linear')],
        [`NDCG@${k}, exponential gain`, score('exponential')],
        [
          `NDCG@${k}, linear gain, discount of Järvelin and Kekäläinen (2002)`,
          score('linear', 'paper'),
        ],
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

function gainsFigure(list: readonly number[], k: number): Markup {
  const ideal = bestOrder(list);
  const added = (grades: readonly number[], index: number): number =>
    discountedGain(grades[index] ?? 0, index + 1, 'linear');
  const top = Math.max(added(ideal, 0), 1);
  const y = scale([0, top], [150, 16]);
  const x = scale([0, list.length], [30, 292]);
  return markup`<div>${drawing(
    [300, 176],
    `What each rank adds with linear gain; NDCG@${k} is ${ndcg(list, 'linear', k).toFixed(3)}`,
    ...list.map((_, index) => {
      const isCounted = index < k;
      const [now, best] = [y(added(list, index)), y(added(ideal, index))];
      const at = x(index) + 5;
      return markup`<rect class="${isCounted ? 'fill-a' : 'fill-faint'}" x="${at}" y="${now}" width="32" height="${150 - now}"/><path class="${isCounted ? 'line-b' : 'grid'}" d="M${at - 3} ${best}h38"/><text x="${at + 16}" y="168" text-anchor="middle">${index + 1}</text>`;
    }),
    markup`<path class="grid" d="M30 12V150H292"/><text x="24" y="21" text-anchor="end">${top}</text><text x="24" y="154" text-anchor="end">0</text>`,
  )}${keys(['fill-a', 'this order'], ['line-b', 'best order'], ['fill-faint', 'beyond k'])}<p class="fine-print">What each rank adds to NDCG: the grade, divided by log2(rank + 1).</p></div>`;
}

type RankedPassage = ReturnType<typeof scored>['ranked'][number];

function passageList(ranked: readonly RankedPassage[], order: string, k: number): Markup {
  const move = (word: string, by: -1 | 1, { letter, title }: RankedPassage, at: number): Markup => {
    const after = moved(order, Math.min(at, at + by));
    // A button that can't move any more stays, so that it keeps the focus.
    const isEnd = after === order;
    return markup`<button type="button" data-set="order=${after}" data-key="${word}-${letter}"${isEnd && markup` aria-disabled="true"`} aria-label="${word}: “${title}”, now rank ${at + 1}">${by < 0 ? '↑' : '↓'}</button>`;
  };
  return markup`<ol class="ranking-list lab-press" aria-label="Passages in rank order">${ranked.map(
    (passage, at) =>
      markup`<li${at === k - 1 && markup` class="ranking-cut" data-cut="k = ${k}"`}><span class="ranking-title">${passage.title}</span><span class="ranking-grade">${bar(passage.grade)} grade ${passage.grade}</span><span class="ranking-move">${move('Up', -1, passage, at)}${move('Down', 1, passage, at)}</span></li>`,
  )}</ol>`;
}

/** The order after a passage and the next one are swapped; unchanged at the end. */
function moved(order: string, at: number): string {
  const [one = '', next = ''] = [order[at], order[at + 1]];
  return next && one ? order.slice(0, at) + next + one + order.slice(at + 2) : order;
}

function bar(grade: number): Markup {
  return markup`<svg viewBox="0 0 36 12" aria-hidden="true">${[0, 1, 2].map(
    (step) =>
      markup`<path class="${step < grade ? 'fill-c' : 'fill-faint'}" d="M${12 * step} 0h10v12h-10z"/>`,
  )}</svg>`;
}

function gradeList(ranked: readonly RankedPassage[], grades: string): Markup {
  return markup`<details class="ranking-grades"><summary>Change the grades</summary>${ranked.map(
    ({ letter, title, grade }) =>
      markup`<div role="group" class="lab-buttons" aria-label="Grade for “${title}”"><span>${title}</span>${[
        0, 1, 2, 3,
      ].map(
        (option) =>
          markup` <button type="button" data-set="grades=${withGrade(grades, letter, option)}" data-key="grade-${letter}-${option}" aria-pressed="${String(option === grade)}" aria-label="Grade ${option}">${option}</button>`,
      )}</div>`,
  )}</details>`;
}

function withGrade(grades: string, letter: string, grade: number): string {
  const at = letter.charCodeAt(0) - 97;
  return grades.slice(0, at) + grade + grades.slice(at + 1);
}

export const lab: Lab = {
  id: 'ranking',
  title: 'Reorder the search results',
  aliases: ['ranking', 'MRR', 'nDCG', 'recall at k'],
  theme: 'data',
  still: {
    value: 'Rank 4',
    unit: 'the best passage',
    question: 'Which measure notices when the best passage moves up?',
    drawing:
      '<path class="off" d="M20 66h200v12H20zM20 84h160v12H20zM20 102h180v12H20z"/><path class="on" d="M20 120h240v12H20z"/><path class="line" d="M284 132V72m-7 8 7-8 7 8"/>',
  },
  guess: {
    kind: 'choice',
    question:
      'A pharmacist asks your search: “Must blood thinners be stopped before a spinal tap?” The best passage is fourth, and a passable one is first. You move the best one to the top. Which score for the top 3 changes?',
    options: optionsOf({
      mrr: 'MRR: the first relevant passage',
      recall: 'Recall: relevant passages in the top 3',
      ndcg: 'NDCG: the order',
      all: 'All three',
    }),
    truth: 'ndcg',
    because:
      'a passage that counts as relevant was already first, and the top 3 still contain two relevant passages.',
  },
  controls,
  view,
  challenges: [
    {
      task: 'Move passages until NDCG@3 is above 0.6, without changing MRR or recall@3.',
      isMet: (values) => {
        const { list, found, first } = scored(values);
        const isMoved = found === 2 && first === 1 && ndcg(list, 'linear', 3) > 0.6;
        return isMoved && isUnchanged(controls, values, 'order', 'measure');
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
  say: 'I choose the measure that exposes the failure that hurts most. MRR sees only the first relevant passage, and recall ignores the order within the top k.',
  questions: ['8wn', '6md', 'xg9'],
  sources: ['jarvelin-ndcg-2002', 'torchmetrics-mrr', 'torchmetrics-retrieval-recall'],
};
