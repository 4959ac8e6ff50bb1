import { type Control, isUnchanged, type Values } from '../../../domain/labs/control.ts';
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
    kind: 'switch',
    name: 'gate',
    label: 'Count patient safety as a gate, not as points',
    help: 'A fix for a harm then goes first, without a score. So would a legal duty.',
    initial: false,
  },
  {
    kind: 'number',
    name: 'safety',
    label: 'Weight of patient safety in weighted scoring',
    help: 'No effect while safety is a gate.',
    min: 0,
    max: 60,
    step: 5,
    initial: 30,
    unit: '%',
  },
  {
    kind: 'choice',
    name: 'feature',
    label: 'Feature to estimate again',
    isMenu: true,
    help: 'Its estimates are below.',
    options: features.map(({ letter, short }) => ({
      value: letter.toLowerCase(),
      label: `${letter} ${short}`,
    })),
    initial: 'd',
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
  const fix = ranked.find(({ feature }) => feature.isSafetyFix);
  return {
    value: fix ? fix.ranks.join(', ') : 'First',
    unit: fix
      ? `the safety fix’s places by ${methods.join(', ')}`
      : 'the safety fix, without a score',
    result: `${gated.map(({ short }) => `${short} goes first, without a score. `).join('')}${leaders(ranked)} ${widest(ranked)}`,
    figure: ranksFigure(ranked, gated, features[chosen] ?? first),
    more: markup`${estimateButtons(chosen, estimates)}<p class="wide small">${scales(rule)}</p>`,
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
      : `RICE and ICE put ${byRice} first; weighted scoring puts ${byWeight} first.`;
  }
  if (byIce === byWeight)
    return `RICE puts ${byRice} first; ICE and weighted scoring put ${byIce} first.`;
  return byRice === byWeight
    ? `RICE and weighted scoring put ${byRice} first; ICE puts ${byIce} first.`
    : `RICE puts ${byRice} first, ICE puts ${byIce} first, and weighted scoring puts ${byWeight} first.`;
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
  return `An invented product for heart failure at home; all estimates are illustrations. RICE is reach × impact × confidence ÷ effort. ICE is the mean of impact, confidence, and ease. Weighted scoring takes impact ${percent(impact)}, reach ${percent(reach)}, ease ${percent(ease)}, safety ${percent(safety)}; the 1-to-10 scales are our own reading of the same estimates.`;
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

/** The feature that RICE puts first, if exactly one number was changed from the start. */
function winnerAfterOneChange(values: Values): string | undefined {
  const [text, before] = [textOf(values, 'estimates'), initialEstimates].map((estimates) =>
    estimates.split(/[._]/),
  );
  const changed = text?.filter((entry, at) => entry !== before?.[at]).length;
  if (changed !== 1 || values['gate'] === true) return undefined;
  const ranked = rankFeatures(readEstimates(textOf(values, 'estimates')), {
    isGate: false,
    weight: 0,
  });
  return ranked.find(({ ranks }) => ranks[0] === 1)?.feature.letter;
}

/** Lab: three ways to rank the same six features. */
export const lab: Lab = {
  id: 'prioritization',
  title: 'Rank six features three ways',
  theme: 'money',
  guess: {
    kind: 'slider',
    question:
      'You score six features by RICE: reach × impact × confidence ÷ effort. One of them stops mixed-up patient charts, which happens to 6 patients a quarter. Which place does it get?',
    label: 'Place of the safety fix',
    min: 1,
    max: 6,
    step: 1,
    write: (place) => `place ${place} of 6`,
    truth: 6,
    near: 0,
    because: 'reach counts like harm, and 6 patients can’t outweigh 3,000.',
  },
  controls,
  view,
  challenges: [
    {
      task: 'Without the gate: find a weight of safety at which weighted scoring, too, no longer puts the fix first.',
      isMet: (values) => {
        const { ranks } =
          rankFeatures(readEstimates(textOf(values, 'estimates')), {
            isGate: false,
            weight: numberOf(values, 'safety'),
          }).find(({ feature }) => feature.isSafetyFix) ?? {};
        return isUnchanged(controls, values, 'safety', 'feature') && (ranks?.[2] ?? 1) > 1;
      },
      solution: { safety: 0 },
    },
    {
      task: 'Change a single estimate so that RICE puts another feature first.',
      isMet: (values) => (winnerAfterOneChange(values) ?? 'E') !== 'E',
      solution: { feature: 'e', estimates: initialEstimates.replace('3000.', '1500.') },
    },
  ],
  misconception: 'The feature with the highest RICE score goes first.',
  say: 'The score starts the argument and doesn’t settle it. Safety and legal duties are a gate, not points.',
  questions: ['2c3', 'vd9'],
  sources: ['intercom-rice-2016', 'ellis-ice-podcast-2022', 'ideaplan-weighted-scoring'],
};
