import {
  choice,
  hidden,
  isUnchanged,
  slider,
  toggle,
  type Values,
} from '../../../domain/labs/control.ts';
import {
  ice,
  type RiceInputs,
  rankByScore,
  rice,
  weightedScore,
} from '../../../domain/labs/prioritization.ts';
import { type Markup, markup } from '../../markup.ts';
import { drawing, linePath, scale } from '../draw.ts';
import { between, type Lab, type LabView, numberOf, textOf } from '../lab.ts';

/**
 * Features of an invented product, home monitoring for heart failure: letter; name in the figure,
 * at most 16 characters; name; what it does for patient safety, 0 to 10, a criterion of weighted
 * scoring.
 */
const features = (
  [
    ['A', 'Merge alerts', 'Merge duplicate alerts', 5],
    ['B', 'Device feed', 'Replace the device feed', 4],
    ['C', 'Dashboard', 'Readmissions dashboard', 0],
    ['D', 'Chart mix-ups', 'Prevent chart mix-ups', 10],
    ['E', 'Reminders', 'Medication reminders in the app', 1],
    ['F', 'Spanish version', 'Spanish version of the app', 1],
  ] as const
).map(([letter, short, name, safety]) => {
  // D fixes a harm: with safety as a gate it isn't scored.
  return { letter, short, name, safety, isSafetyFix: letter === 'D' };
});

/** RICE's levels of impact and confidence, the latter in percent. */
const impacts = [0.25, 0.5, 1, 2, 3];
const confidences = [50, 80, 100];

/** Of a feature; impact and confidence are indexes of their levels. */
type Estimate = Readonly<Record<'reach' | 'impact' | 'confidence' | 'halfMonths', number>>;

/**
 * Estimates in a link: for each feature, reach, index of impact, index of confidence, and half
 * person-months, joined by periods; features are joined by `_`.
 */
export const estimatesPattern =
  /^(?:[1-9]\d{0,5}\.[0-4]\.[0-2]\.[1-9]\d?_){5}[1-9]\d{0,5}\.[0-4]\.[0-2]\.[1-9]\d?$/;

export const initialEstimates = '600.3.0.8_250.2.1.6_40.3.1.4_6.4.1.4_3000.1.1.6_900.2.1.4';

type Feature = ReturnType<typeof readEstimates>[number];

/** The features with their estimates. @param text matches `estimatesPattern` */
export function readEstimates(text: string) {
  const entries = text.split('_').map((entry) => entry.split('.').map(Number));
  return features.map((feature, at) => {
    const [reach = 1, impact = 0, confidence = 0, halfMonths = 1] = entries[at] ?? [];
    return { ...feature, reach, impact, confidence, halfMonths };
  });
}

export function writeEstimates(estimates: readonly Estimate[]): string {
  return estimates
    .map((one) => [one.reach, one.impact, one.confidence, one.halfMonths].join('.'))
    .join('_');
}

function inRiceUnits({ reach, impact, confidence, halfMonths }: Estimate): RiceInputs {
  return {
    reach,
    impact: impacts[impact] ?? 1,
    confidence: (confidences[confidence] ?? 50) / 100,
    effort: halfMonths / 2,
  };
}

/** The same from 1 to 10 for ICE and weighted scoring: this lab's own scales. */
function outOfTen(estimate: Estimate) {
  return {
    /** 10 people are 2.5, 10,000 are 10. */
    reach: withinTen(2.5 * Math.log10(estimate.reach)),
    impact: 2 * (estimate.impact + 1),
    confidence: (confidences[estimate.confidence] ?? 50) / 10,
    /** One point less for each person-month. */
    ease: withinTen(10 - estimate.halfMonths / 2),
  };
}

function withinTen(score: number): number {
  return Math.min(10, Math.max(1, score));
}

const controls = [
  toggle(
    'gate',
    'Treat patient safety as a gate, not as points',
    'A fix for something that harms patients then goes first, without a score. So does a legal duty.',
  ),
  slider('safety', 'Weight of patient safety in weighted scoring', [0, 60, 5], 30, '%', {
    help: 'No effect while safety is a gate.',
  }),
  choice(
    'feature',
    'Feature to re-estimate',
    'd',
    Object.fromEntries(
      features.map(({ letter, short }) => [letter.toLowerCase(), `${letter} ${short}`]),
    ),
    { isMenu: true, help: 'Its estimates are below.' },
  ),
  hidden('estimates', initialEstimates, estimatesPattern),
];

function view(values: Values): LabView {
  const weight = values['gate'] === true ? undefined : numberOf(values, 'safety');
  const all = readEstimates(textOf(values, 'estimates'));
  const letter = textOf(values, 'feature').toUpperCase();
  const chosen = all.find((feature) => feature.letter === letter);
  const ranked = rankFeatures(all, weight);
  const gated = all.filter((feature) => !isScored(feature, weight));
  const fix = ranked.find(({ feature }) => feature.isSafetyFix);
  return {
    value: fix ? fix.ranks.join(', ') : 'First',
    unit: fix
      ? 'ranks of the safety fix by RICE, ICE, and weighted scoring'
      : 'the safety fix, without a score',
    result: `${gated.map(({ short }) => `First, without a score: ${short}. `).join('')}${leaders(ranked)} ${widest(ranked)}`,
    figure: ranksFigure(ranked, gated, chosen),
    more: markup`${chosen && estimateButtons(chosen, all)}<p class="wide fine-print">${scales(weight)}</p>`,
    table: {
      caption: 'Scores, with ranks in parentheses. The product and all estimates are invented.',
      columns: ['Feature', 'Reach', 'Impact', 'Confidence', 'Effort', ...methods],
      rows: all.map((feature) => row(feature, ranked)),
    },
  };
}

function leaders(ranked: readonly RankedFeature[]): string {
  const winners = Map.groupBy(['RICE', 'ICE', 'weighted scoring'].entries(), ([method]) => {
    return ranked.find(({ ranks }) => ranks[method] === 1)?.feature.short;
  });
  const said = [...winners].map(([winner, by]) => {
    return `${by.map(([, name]) => name).join(' and ')} ${by.length > 1 ? 'put' : 'puts'} ${winner} first`;
  });
  if (said.length === 1) return `All three methods put ${[...winners.keys()][0]} first.`;
  return `${said.length === 2 ? said.join('; ') : new Intl.ListFormat('en-US').format(said)}.`;
}

function widest(ranked: readonly RankedFeature[]): string {
  const spread = ({ ranks }: RankedFeature): number => Math.max(...ranks) - Math.min(...ranks);
  const [most] = ranked.toSorted((a, b) => spread(b) - spread(a));
  const fix = ranked.find(({ feature }) => feature.isSafetyFix);
  const fixRank = fix
    ? ` The safety fix is number ${fix.ranks[0]} of ${ranked.length} by RICE.`
    : '';
  if (most === undefined || spread(most) === 0)
    return `The methods agree on the entire order.${fixRank}`;
  const said = `The methods disagree most on ${most.feature.short}`;
  const ranks = `ranks ${most.ranks.join(', ')} of ${ranked.length}.`;
  return most === fix ? `${said}, the safety fix: ${ranks}` : `${said}: ${ranks}${fixRank}`;
}

function scales(weight: SafetyWeight): string {
  const { impact, reach, ease, safety } = weightsOf(weight);
  const percent = (share: number): string => `${Math.round(share)}%`;
  return `The product (home monitoring for heart failure) and all estimates are invented. RICE is reach × impact × confidence ÷ effort. ICE is the mean of impact, confidence, and ease. Weighted scoring gives impact ${percent(impact)}, reach ${percent(reach)}, ease ${percent(ease)}, and safety ${percent(safety)}; the 1-to-10 scales are our own reading of the same estimates.`;
}

function row(feature: Feature, ranked: readonly RankedFeature[]): string[] {
  const { reach, impact, confidence, effort } = inRiceUnits(feature);
  const found = ranked.find((one) => one.feature === feature);
  return [
    `${feature.letter} ${feature.name}`,
    reach.toLocaleString('en-US'),
    String(impact),
    `${100 * confidence}%`,
    String(effort),
    ...methods.map((_, method) => {
      if (found === undefined) return 'gate';
      const score = found.scores[method] ?? 0;
      const maximumFractionDigits = score >= 100 ? 0 : method === 0 ? 1 : 2;
      return `${score.toLocaleString('en-US', { maximumFractionDigits })} (${found.ranks[method]})`;
    }),
  ];
}

/** The feature that RICE puts first, if exactly one number was changed from the start. */
function winnerAfterOneChange(values: Values): string | undefined {
  const estimates = textOf(values, 'estimates');
  const before = initialEstimates.split(/[._]/);
  const changed = estimates.split(/[._]/).filter((entry, at) => entry !== before[at]);
  if (changed.length !== 1 || values['gate'] === true) return undefined;
  const ranked = rankFeatures(readEstimates(estimates), 0);
  return ranked.find(({ ranks }) => ranks[0] === 1)?.feature.letter;
}

const methods = ['RICE', 'ICE', 'Weighted'] as const;

type RankedFeature = ReturnType<typeof rankFeatures>[number];

/** In percent; undefined if safety is a gate: fixes for a harm go first and aren't scored. */
type SafetyWeight = number | undefined;

/** The weights of weighted scoring in percent; the others share the rest. */
function weightsOf(weight: SafetyWeight = 0) {
  const rest = 100 - weight;
  return { impact: 0.4 * rest, reach: 0.3 * rest, ease: 0.3 * rest, safety: weight };
}

/** In the order of their letters. */
function rankFeatures(all: readonly Feature[], weight: SafetyWeight) {
  const scored = all
    .filter((feature) => isScored(feature, weight))
    .map((feature) => ({ feature, scores: scoresOf(feature, weight) }));
  const ranks = methods.map((_, method) =>
    rankByScore(scored.map(({ scores }) => scores[method] ?? 0)),
  );
  return scored.map((entry, at) => ({ ...entry, ranks: ranks.map((list) => list[at] ?? 0) }));
}

function isScored({ isSafetyFix }: Feature, weight: SafetyWeight): boolean {
  return weight !== undefined || !isSafetyFix;
}

function scoresOf(feature: Feature, weight: SafetyWeight): number[] {
  const scores = { ...outOfTen(feature), safety: feature.safety };
  const criteria = Object.entries(weightsOf(weight)) as [keyof typeof scores, number][];
  return [
    rice(inRiceUnits(feature)),
    ice({ impact: scores.impact, confidence: scores.confidence, ease: scores.ease }),
    weightedScore(criteria.map(([name, share]) => ({ score: scores[name], weight: share }))),
  ];
}

function estimateButtons(feature: Feature, all: readonly Feature[]): Markup {
  const { reach, halfMonths } = feature;
  const button = (key: string, text: string, label: string, set: Partial<Estimate>, on?: boolean) =>
    markup`<button type="button" data-set="estimates=${writeEstimates(all.with(all.indexOf(feature), { ...feature, ...set }))}" data-key="${key}" aria-label="${label}"${on !== undefined && markup` aria-pressed="${String(on)}"`}>${text}</button>`;
  const levels = (name: 'impact' | 'confidence', label: string, all: readonly string[]) =>
    all.map((text, at) =>
      button(`${name}-${at}`, text, `${label} ${text}`, { [name]: at }, at === feature[name]),
    );
  const halfAndDouble = (name: string, of: 'reach' | 'halfMonths', most: number) => {
    const half = { [of]: Math.max(1, Math.round(feature[of] / 2)) };
    const double = { [of]: Math.min(most, 2 * feature[of]) };
    return [
      button(`${name}-half`, 'halve', `Halve the ${name}`, half),
      button(`${name}-double`, 'double', `Double the ${name}`, double),
    ];
  };
  const amount = reach.toLocaleString('en-US');
  const rows = {
    [`Reach: ${amount} patients a quarter`]: halfAndDouble('reach', 'reach', 999_999),
    Impact: levels('impact', 'Impact', impacts.map(String)),
    Confidence: levels(
      'confidence',
      'Confidence',
      confidences.map((level) => `${level}%`),
    ),
    [`Effort: ${halfMonths / 2} person-months`]: halfAndDouble('effort', 'halfMonths', 99),
  };
  return markup`<div class="wide prioritization-estimates"><p><strong>${feature.letter}. ${feature.name}</strong></p>
${Object.entries(rows).map(
  ([label, buttons]) =>
    markup`<div role="group" class="lab-buttons" aria-label="${feature.name}, ${label}"><span>${label}</span>${buttons}</div>`,
)}</div>`;
}

function ranksFigure(
  ranked: readonly RankedFeature[],
  gated: readonly Feature[],
  chosen: Feature | undefined,
): Markup {
  const x = scale([0, 2], [236, 546]);
  const top = 62 + 40 * gated.length;
  const y = scale([1, 2], [top, top + 42]);
  const line = ({ feature, ranks }: RankedFeature): Markup => {
    const isChosen = feature === chosen;
    const bold = isChosen ? markup` font-weight="700"` : undefined;
    const points = ranks.map((rank, at) => [x(at), y(rank)] as const);
    return markup`<path class="${isChosen ? 'line-b' : 'line-a'}"${isChosen ? markup` stroke-dasharray="7 4"` : undefined} d="${linePath(points)}"/><text x="206" y="${y(ranks[0] ?? 1) + 6}" text-anchor="end"${bold}>${feature.short}</text>${points.map(
      ([cx, cy]) =>
        markup`<circle class="fill-faint" cx="${cx}" cy="${cy}" r="16"/><text x="${cx}" y="${cy + 6}" text-anchor="middle"${bold}>${feature.letter}</text>`,
    )}`;
  };
  const others = ranked.filter(({ feature }) => feature !== chosen);
  return markup`<div class="wide">${drawing(
    [600, y(Math.max(1, ranked.length)) + 26],
    `Ranks by ${methods.join(', ')}: ${ranked.map(({ feature, ranks }) => `${feature.short} ${ranks.join(', ')}`).join('; ')}`,
    ...gated.map(
      ({ letter, short }, at) =>
        markup`<rect class="fill-b soft" x="8" y="${6 + 40 * at}" width="584" height="32" rx="6"/><text x="20" y="${29 + 40 * at}">${letter} ${short}: first, no score</text>`,
    ),
    ...methods.map(
      (name, at) => markup`<text x="${x(at)}" y="${top - 34}" text-anchor="middle">${name}</text>`,
    ),
    // The chosen line is drawn on top.
    ...[...others, ...ranked.filter(({ feature }) => feature === chosen)].map(line),
  )}<p class="fine-print">Rank 1 is at the top. Dashed line: the feature you chose.</p></div>`;
}

export const lab: Lab = {
  id: 'prioritization',
  title: 'Rank six features three ways',
  aliases: ['prioritization', 'RICE', 'feature ranking', 'roadmap'],
  theme: 'money',
  still: {
    value: '6 features',
    unit: '3 methods',
    question: 'Where does each method put the safety fix?',
    drawing:
      '<path class="dim" d="M40 70 160 88 280 76M40 88l120-18 120 24M40 106l120 18 120-12"/><path class="line" d="M40 132 160 106 280 62"/>',
  },
  guess: {
    ...between([1, 6, 1], (place) => `number ${place} of 6`),
    question:
      'You score six features by RICE: reach × impact × confidence ÷ effort. One of them prevents chart mix-ups, which affect 6 patients a quarter. Where does it rank?',
    label: 'Rank of the safety fix',
    truth: 6,
    near: 0,
    because: 'reach counts as much as harm, and 6 patients can’t outweigh 3,000.',
  },
  controls,
  view,
  challenges: [
    {
      task: 'Without the gate, find a safety weight at which even weighted scoring no longer puts the safety fix first.',
      isMet: (values) => {
        const estimates = readEstimates(textOf(values, 'estimates'));
        const ranked = rankFeatures(estimates, numberOf(values, 'safety'));
        const rank = ranked.find(({ feature }) => feature.isSafetyFix)?.ranks[2] ?? 1;
        return isUnchanged(controls, values, 'safety', 'feature') && rank > 1;
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
  say: 'The score starts the argument but doesn’t settle it. Legal duties and hazards you can’t accept are a gate, not points.',
  questions: ['2c3', 'vd9'],
  sources: ['intercom-rice-2016', 'ellis-ice-podcast-2022', 'ideaplan-weighted-scoring'],
};
