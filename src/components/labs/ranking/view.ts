import type { Values } from '../../../domain/labs/control.ts';
import {
  bestOrder,
  type DiscountForm,
  dcg,
  type GainForm,
  meanReciprocalRank,
  ndcg,
  recallAt,
} from '../../../domain/labs/ranking.ts';
import { type Markup, markup } from '../../markup.ts';
import { type LabCode, type LabWords, numberOf, recordOf, type Say, textOf } from '../lab.ts';

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
  const { k, order, ranked, list, right, first, relevant, found, mrr } = scored(values, facts);
  const score = (gain: GainForm, discount?: DiscountForm): number => ndcg(list, gain, k, discount);
  const grade = Math.max(...list);
  const parts = {
    ...{ k, first, relevant, found, mrr, grades: list.join(', ') },
    ...{
      ndcg: score('linear'),
      exponential: score('exponential'),
      paper: score('linear', 'paper'),
    },
    dcg: dcg(list.slice(0, k), 'linear'),
    bestDcg: dcg(bestOrder(list).slice(0, k), 'linear'),
    reciprocal: first ? 1 / first : 0,
    recallAt: recallAt(k, right, relevant),
    best: say(grade ? 'best' : 'noBest', { grade, rank: list.indexOf(grade) + 1 }),
  };
  const verdicts = {
    ndcg: [parts.ndcg.toFixed(3), 'ndcg'],
    mrr: [mrr.toFixed(3), first ? 'mrr' : 'noMrr'],
    recall: [`${found} of ${relevant}`, 'recall'],
  } as const;
  const [value, unit] = recordOf(verdicts, textOf(values, 'measure'));
  return {
    value,
    unit: say(unit, parts),
    result: say('result', parts),
    measures: {
      ndcg: ndcg(list, 'linear', 3),
      ...{ mrr, found },
      first: first ?? Number.POSITIVE_INFINITY,
    },
    figure: passageList(ranked, order, k, say),
    more: markup`<p class="wide fine-print">${say('gains')}</p>`,
    parts,
  };
};

type RankedPassage = ReturnType<typeof scored>['ranked'][number];

function passageList(ranked: readonly RankedPassage[], order: string, k: number, say: Say): Markup {
  const move = (word: string, by: -1 | 1, { letter, title }: RankedPassage, at: number): Markup => {
    const after = moved(order, Math.min(at, at + by));
    // A button that can't move its passage any further stays on the page to keep the focus.
    const isEnd = after === order;
    return markup`<button type="button" data-set="order=${after}" data-key="${word}-${letter}"${isEnd && markup` aria-disabled="true"`}
      aria-label="${word}: “${title}”, now rank ${at + 1}">${by < 0 ? '↑' : '↓'}</button>`;
  };
  return markup`<ol class="ranking-list lab-press" aria-label="${say('list')}">${ranked.map(
    (passage, at) =>
      markup`<li${at === k - 1 && markup` class="ranking-cut" data-cut="k = ${k}"`}><span class="ranking-title">${passage.title}</span>
        <span class="ranking-grade">${bar(passage.grade)} grade ${passage.grade}</span>
        <span class="ranking-move">${move('Up', -1, passage, at)}${move('Down', 1, passage, at)}</span></li>`,
  )}</ol>`;
}

/**
 * Returns the order after swapping the passage at this index with the next one. If one of them
 * doesn't exist, nothing changes.
 */
function moved(order: string, at: number): string {
  const [one = '', next = ''] = [order[at], order[at + 1]];
  return next && one ? order.slice(0, at) + next + one + order.slice(at + 2) : order;
}

function bar(grade: number): Markup {
  return markup`<svg viewBox="0 0 36 12" aria-hidden="true">${[0, 1, 2].map(
    (step) =>
      markup`<path class="${step < grade ? 'fill-a' : 'fill-faint'}" d="M${12 * step} 0h10v12h-10z"/>`,
  )}</svg>`;
}
