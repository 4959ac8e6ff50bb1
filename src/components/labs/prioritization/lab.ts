import type { Control, Values } from '../../../domain/labs/control.ts';
import { markup } from '../../markup.ts';
import { type Lab, type LabView, numberOf, textOf } from '../lab.ts';
import { estimateButtons } from './estimate-buttons.ts';
import {
  type Estimate,
  estimatesPattern,
  features,
  initialEstimates,
  inRiceUnits,
  readEstimates,
} from './features.ts';
import {
  isScored,
  methods,
  type RankedFeature,
  rankFeatures,
  type SafetyRule,
  weightsOf,
} from './rank-features.ts';
import { ranksFigure } from './ranks-figure.ts';

const controls: readonly Control[] = [
  {
    kind: 'choice',
    name: 'feature',
    label: 'Feature to estimate again',
    options: features.map(({ letter, short }) => ({
      value: letter.toLowerCase(),
      label: `${letter} ${short}`,
    })),
    initial: 'd',
  },
  {
    kind: 'switch',
    name: 'gate',
    label: 'Count patient safety as a gate, not as points',
    help: 'What mends a harm then goes first and gets no score. So would a legal duty.',
    initial: false,
  },
  {
    kind: 'number',
    name: 'safety',
    label: 'Weight of patient safety in weighted scoring',
    help: 'Without effect while safety is a gate.',
    min: 0,
    max: 60,
    step: 5,
    initial: 30,
    unit: '%',
  },
  {
    kind: 'hidden',
    name: 'estimates',
    label: 'Estimates',
    initial: initialEstimates,
    pattern: estimatesPattern,
  },
];

function view(values: Values): LabView {
  const isGate = values['gate'] === true;
  const rule: SafetyRule = { isGate, weight: isGate ? 0 : numberOf(values, 'safety') };
  const estimates = readEstimates(textOf(values, 'estimates'));
  const letter = textOf(values, 'feature').toUpperCase();
  const chosen = Math.max(
    0,
    features.findIndex((feature) => feature.letter === letter),
  );
  const ranked = rankFeatures(estimates, rule);
  const gated = features.filter((feature) => !isScored(feature, rule));
  const [first] = features;
  return {
    result: `${gated.map(({ short }) => `${short} goes first, without a score. `).join('')}${leaders(ranked)} ${widest(ranked)}`,
    figure: markup`${ranksFigure(ranked, gated, features[chosen] ?? first)}${estimateButtons(chosen, estimates)}<p class="wide small">${scales(rule)}</p>`,
    table: {
      caption: 'Scores, with ranks in brackets. The product and all estimates are invented.',
      columns: ['Feature', 'Reach', 'Impact', 'Confidence', 'Effort', ...methods],
      rows: features.map((_, at) => row(at, estimates[at], ranked)),
    },
  };
}

function leaders(ranked: readonly RankedFeature[]): string {
  const [byRice = '', byIce = '', byWeight = ''] = methods.map(
    (_, method) => ranked.find(({ ranks }) => ranks[method] === 1)?.feature.short,
  );
  if (byRice === byIce) {
    return byIce === byWeight
      ? `All three methods put ${byRice} first.`
      : `RICE and ICE put ${byRice} first, weighted scoring ${byWeight}.`;
  }
  if (byIce === byWeight) return `RICE puts ${byRice} first, ICE and weighted scoring ${byIce}.`;
  return byRice === byWeight
    ? `RICE and weighted scoring put ${byRice} first, ICE ${byIce}.`
    : `RICE puts ${byRice} first, ICE ${byIce}, weighted scoring ${byWeight}.`;
}

function widest(ranked: readonly RankedFeature[]): string {
  const spread = ({ ranks }: RankedFeature): number => Math.max(...ranks) - Math.min(...ranks);
  const [most] = [...ranked].sort((a, b) => spread(b) - spread(a));
  const fix = ranked.find(({ feature }) => feature.isSafetyFix);
  const fixRank = fix
    ? ` The safety fix is number ${fix.ranks[0]} of ${ranked.length} by RICE.`
    : '';
  if (most === undefined || spread(most) === 0) return `They agree on the whole order.${fixRank}`;
  const said = `They disagree most on ${most.feature.short}`;
  const ranks = `ranks ${most.ranks.join(', ')} of ${ranked.length}.`;
  return most === fix ? `${said}, the safety fix: ${ranks}` : `${said}: ${ranks}${fixRank}`;
}

function scales(rule: SafetyRule): string {
  const { impact, reach, ease, safety } = weightsOf(rule);
  const percent = (weight: number): string => `${Math.round(weight)}%`;
  return `An invented product for heart failure at home; all estimates are illustrations. RICE is reach × impact × confidence ÷ effort. ICE is the mean of impact, confidence and ease, weighted scoring takes impact ${percent(impact)}, reach ${percent(reach)}, ease ${percent(ease)}, safety ${percent(safety)}; their scales from 1 to 10 are our own reading of the same estimates.`;
}

function row(
  at: number,
  estimate: Estimate | undefined,
  ranked: readonly RankedFeature[],
): readonly string[] {
  const feature = features[at];
  if (feature === undefined || estimate === undefined) return [];
  const { reach, impact, confidence, effort } = inRiceUnits(estimate);
  const found = ranked.find((entry) => entry.feature === feature);
  return [
    `${feature.letter} ${feature.name}`,
    reach.toLocaleString('en-US'),
    String(impact),
    `${100 * confidence}%`,
    String(effort),
    ...methods.map((_, method) => cell(found, method)),
  ];
}

function cell(found: RankedFeature | undefined, method: number): string {
  if (found === undefined) return 'gate';
  const score = found.scores[method] ?? 0;
  const digits = method === 0 ? 1 : 2;
  const written = score.toLocaleString('en-US', {
    maximumFractionDigits: score >= 100 ? 0 : digits,
  });
  return `${written} (${found.ranks[method]})`;
}

/** Lab: three ways to rank the same six features. */
export const lab: Lab = {
  id: 'prioritization',
  title: 'Rank six features three ways',
  task: 'Six features, the same estimates, three methods. Look where RICE puts the safety fix, halve a reach to see whether the order holds, then make safety a gate.',
  controls,
  view,
  say: 'The score starts the argument and doesn’t settle it: safety and legal duties are a gate, and where halving one estimate changes the order, I buy evidence before code.',
  questions: ['2c3', 'vd9'],
  sources: ['intercom-rice-2016', 'ellis-ice-podcast-2022', 'ideaplan-weighted-scoring'],
};
