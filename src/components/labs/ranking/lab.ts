import type { Values } from '../../../domain/labs/control.ts';
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
import { type LabCode, type LabWords, numberOf, type Say, textOf } from '../lab.ts';

type Words = LabWords<'ranking'>;

function scored(values: Values, facts: Words['facts']) {
  const k = numberOf(values, 'k');
  const from = Number(textOf(values, 'from'));
  const grades = textOf(values, 'grades');
  const order = textOf(values, 'order');
  const ranked = [...order].map((letter) => {
    const index = letter.charCodeAt(0) - 97;
    return { letter, title: facts.passages[index] ?? '', grade: Number(grades[index]) };
  });
  const list = ranked.map(({ grade }) => grade);
  const right = list.map((grade) => grade >= from);
  const first = right.indexOf(true) + 1 || undefined;
  const relevant = right.filter(Boolean).length;
  const found = right.slice(0, k).filter(Boolean).length;
  // A rank of 0 means that no passage is right.
  const others = facts.otherQueries.map((rank) => rank || undefined);
  const mrr = meanReciprocalRank([first, ...others]);
  return { k, order, ranked, list, right, first, relevant, found, mrr };
}

export const view: LabCode<'ranking'>['view'] = (values, { say, facts }) => {
  const all = scored(values, facts);
  const { k, order, ranked, list, right, first, relevant, found, mrr } = all;
  const score = (gain: GainForm, discount?: DiscountForm): string =>
    ndcg(list, gain, k, discount).toFixed(3);
  const verdicts: Readonly<Record<string, readonly [value: string, unit: string]>> = {
    ndcg: [score('linear'), say('ndcg', { k })],
    mrr: [mrr.toFixed(3), first ? say('mrr', { first }) : say('noMrr')],
    recall: [`${found} of ${relevant}`, say('recall', { k })],
  };
  const [value, unit] = verdicts[textOf(values, 'measure')] ?? ['', ''];
  const most = Math.max(...list);
  return {
    value,
    unit,
    result: say('result', {
      ...{ mrr: mrr.toFixed(3), k, found, relevant, ndcg: score('linear') },
      best: most ? say('best', { grade: most, rank: list.indexOf(most) + 1 }) : say('noBest'),
    }),
    measures: {
      ndcg: ndcg(list, 'linear', 3),
      ...{ mrr, found },
      first: first ?? Number.POSITIVE_INFINITY,
    },
    figure: passageList(ranked, order, k, say),
    more: gainsFigure(list, k, say),
    table: {
      caption: say('caption', { grades: list.join(', '), k }),
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
};

function gainsFigure(list: readonly number[], k: number, say: Say): Markup {
  const ideal = bestOrder(list);
  const added = (grades: readonly number[], index: number): number =>
    discountedGain(grades[index] ?? 0, index + 1, 'linear');
  const top = Math.max(added(ideal, 0), 1);
  const y = scale([0, top], [150, 16]);
  const x = scale([0, list.length], [30, 292]);
  return markup`<div>${drawing(
    [300, 176],
    say('gains', { k, ndcg: ndcg(list, 'linear', k).toFixed(3) }),
    ...list.map((_, index) => {
      const isCounted = index < k;
      const [now, best] = [y(added(list, index)), y(added(ideal, index))];
      const at = x(index) + 5;
      return markup`<rect class="${isCounted ? 'fill-a' : 'fill-faint'}" x="${at}" y="${now}" width="32" height="${150 - now}"/><path class="${isCounted ? 'line-b' : 'grid'}" d="M${at - 3} ${best}h38"/><text x="${at + 16}" y="168" text-anchor="middle">${index + 1}</text>`;
    }),
    markup`<path class="grid" d="M30 12V150H292"/><text x="24" y="21" text-anchor="end">${top}</text><text x="24" y="154" text-anchor="end">0</text>`,
  )}${keys(['fill-a', 'this order'], ['line-b', 'best order'], ['fill-faint', 'beyond k'])}<p class="fine-print">${say('gainsNote')}</p></div>`;
}

type RankedPassage = ReturnType<typeof scored>['ranked'][number];

function passageList(ranked: readonly RankedPassage[], order: string, k: number, say: Say): Markup {
  const move = (word: string, by: -1 | 1, { letter, title }: RankedPassage, at: number): Markup => {
    const after = moved(order, Math.min(at, at + by));
    // A button that can't move its passage any further stays on the page, to keep the focus.
    const isEnd = after === order;
    return markup`<button type="button" data-set="order=${after}" data-key="${word}-${letter}"${isEnd && markup` aria-disabled="true"`} aria-label="${word}: “${title}”, now rank ${at + 1}">${by < 0 ? '↑' : '↓'}</button>`;
  };
  return markup`<ol class="ranking-list lab-press" aria-label="${say('list')}">${ranked.map(
    (passage, at) =>
      markup`<li${at === k - 1 && markup` class="ranking-cut" data-cut="k = ${k}"`}><span class="ranking-title">${passage.title}</span><span class="ranking-grade">${bar(passage.grade)} grade ${passage.grade}</span><span class="ranking-move">${move('Up', -1, passage, at)}${move('Down', 1, passage, at)}</span></li>`,
  )}</ol>`;
}

/**
 * Returns the order with a passage and the next one swapped. At the end, the order stays the same.
 */
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
