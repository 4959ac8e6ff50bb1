import {
  ice,
  type RiceInputs,
  rankByScore,
  rice,
  weightedScore,
} from '../../../domain/labs/prioritization.ts';
import { type Markup, markup } from '../../markup.ts';
import { chart, linePath, scale } from '../draw.ts';
import { type LabCode, type LabWords, numberOf, type Say, textOf } from '../lab.ts';

type Words = LabWords<'prioritization'>;
type Facts = Words['facts'];

/** The estimates for a feature. Impact and confidence are indexes into their lists of levels. */
type Estimate = Readonly<Record<'reach' | 'impact' | 'confidence' | 'halfMonths', number>>;

type Feature = ReturnType<typeof readEstimates>[number];

/**
 * @param text the features in a link, joined by `_`. Each is written as its reach, the indexes of
 * its impact and confidence, and its effort in half months, joined by periods.
 */
export function readEstimates(text: string, { features }: Facts) {
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

function inRiceUnits(
  { reach, impact, confidence, halfMonths }: Estimate,
  { impacts, confidences }: Facts,
): RiceInputs {
  return {
    reach,
    impact: impacts[impact] ?? 1,
    confidence: (confidences[confidence] ?? 50) / 100,
    effort: halfMonths / 2,
  };
}

/** Returns the estimates on the 1–10 scales that this lab uses for ICE and weighted scoring. */
function outOfTen(estimate: Estimate, { confidences }: Facts) {
  return {
    /** A reach of 10 people scores 2.5, and 10,000 people score 10. */
    reach: Math.min(10, Math.max(1, 2.5 * Math.log10(estimate.reach))),
    impact: 2 * (estimate.impact + 1),
    confidence: (confidences[estimate.confidence] ?? 50) / 10,
    /** Each person-month of effort costs one point. */
    ease: Math.max(1, 10 - estimate.halfMonths / 2),
  };
}

export const view: LabCode<'prioritization'>['view'] = (values, words) => {
  const { say, facts, controls } = words;
  const weight = values['gate'] === true ? undefined : numberOf(values, 'safety');
  const text = textOf(values, 'estimates');
  const all = readEstimates(text, facts);
  const letter = textOf(values, 'feature').toUpperCase();
  const chosen = all.find((feature) => feature.letter === letter);
  const ranked = rankFeatures(all, weight, facts);
  const gated = all.filter((feature) => !isScored(feature, weight));
  const fix = ranked.find(({ feature }) => feature.isSafetyFix);
  const initial = String(controls.find(({ name }) => name === 'estimates')?.initial);
  const first = say('gated', { name: gated.map(({ short }) => short).join(', ') });
  return {
    value: fix ? fix.ranks.join(', ') : say('gate'),
    unit: say(fix ? 'unit' : 'gateUnit'),
    result: `${gated.length > 0 ? first : ''}${inWords(ranked, fix, say)}`,
    measures: {
      rank: fix?.ranks[0] ?? Number.NaN,
      lead: leadOf(ranked, ({ feature }) => feature.isSafetyFix === true, 2),
      riceLead: leadOf(ranked, ({ feature }) => feature.letter === 'E', 0),
      changed: changesBetween(initial, text),
    },
    figure: ranksFigure(ranked, gated, chosen, words),
    note: say('note'),
    tools: chosen && estimateButtons(chosen, all, words),
    more: markup`<p class="wide fine-print">${say('scales')}</p>`,
    table: {
      caption: say('caption'),
      columns: ['Feature', 'Reach', 'Impact', 'Confidence', 'Effort', ...methods],
      rows: all.map((feature) => row(feature, ranked, facts)),
    },
  };
};

/**
 * Returns how far a feature leads the best other feature under a method. The number is negative if
 * the feature is behind.
 */
function leadOf(
  ranked: readonly RankedFeature[],
  isIt: (one: RankedFeature) => boolean,
  method: number,
): number {
  const best = (which: readonly RankedFeature[]): number =>
    Math.max(...which.map(({ scores }) => scores[method] ?? 0));
  return best(ranked.filter(isIt)) - best(ranked.filter((one) => !isIt(one)));
}

function changesBetween(before: string, after: string): number {
  const entries = before.split(/[._]/);
  return after.split(/[._]/).filter((entry, at) => entry !== entries[at]).length;
}

/** Says what each method ranks first and where it ranks the safety fix. */
function inWords(ranked: readonly RankedFeature[], fix: RankedFeature | undefined, say: Say) {
  const [rice = '', ice = '', weighted = ''] = methods.map(
    (_, method) => ranked.find(({ ranks }) => ranks[method] === 1)?.feature.short,
  );
  const ranks = fix && say('fixRanks', { ranks: fix.ranks.join(', '), all: ranked.length });
  return `${say('leaders', { rice, ice, weighted })}${ranks ? ` ${ranks}` : ''}`;
}

function row(feature: Feature, ranked: readonly RankedFeature[], facts: Facts): string[] {
  const { reach, impact, confidence, effort } = inRiceUnits(feature, facts);
  const ranking = ranked.find((one) => one.feature === feature);
  return [
    `${feature.letter} ${feature.name}`,
    reach.toLocaleString('en-US'),
    String(impact),
    `${100 * confidence}%`,
    String(effort),
    ...methods.map((_, method) => {
      if (ranking === undefined) return 'gate';
      const score = ranking.scores[method] ?? 0;
      const maximumFractionDigits = score >= 100 ? 0 : method === 0 ? 1 : 2;
      return `${score.toLocaleString('en-US', { maximumFractionDigits })} (${ranking.ranks[method]})`;
    }),
  ];
}

const methods = ['RICE', 'ICE', 'Weighted'] as const;

type RankedFeature = ReturnType<typeof rankFeatures>[number];

/**
 * The weight of safety in percent, or undefined if safety is a gate. With a gate, fixes for
 * something harmful come first and aren't scored.
 */
type SafetyWeight = number | undefined;

/**
 * Returns the weights for weighted scoring in percent. The other criteria share whatever safety
 * doesn't take.
 */
function weightsOf(weight: SafetyWeight = 0) {
  const rest = 100 - weight;
  return { impact: 0.4 * rest, reach: 0.3 * rest, ease: 0.3 * rest, safety: weight };
}

/** Ranks the features, but returns them in the order of their letters. */
function rankFeatures(all: readonly Feature[], weight: SafetyWeight, facts: Facts) {
  const scored = all
    .filter((feature) => isScored(feature, weight))
    .map((feature) => ({ feature, scores: scoresOf(feature, weight, facts) }));
  const ranks = methods.map((_, method) =>
    rankByScore(scored.map(({ scores }) => scores[method] ?? 0)),
  );
  return scored.map((entry, at) => ({ ...entry, ranks: ranks.map((list) => list[at] ?? 0) }));
}

function isScored({ isSafetyFix }: Feature, weight: SafetyWeight): boolean {
  return weight !== undefined || !isSafetyFix;
}

function scoresOf(feature: Feature, weight: SafetyWeight, facts: Facts): number[] {
  const scores = { ...outOfTen(feature, facts), safety: feature.safety };
  const criteria = Object.entries(weightsOf(weight)) as [keyof typeof scores, number][];
  return [
    rice(inRiceUnits(feature, facts)),
    ice({ impact: scores.impact, confidence: scores.confidence, ease: scores.ease }),
    weightedScore(criteria.map(([name, share]) => ({ score: scores[name], weight: share }))),
  ];
}

function estimateButtons(feature: Feature, all: readonly Feature[], { say, facts }: Words): Markup {
  const { reach, impact, confidence, halfMonths } = feature;
  const byHalf = (value: number, most: number) => {
    return { halve: Math.max(1, Math.round(value / 2)), double: Math.min(most, 2 * value) };
  };
  const byLevel = (level: number, { length }: readonly number[]) => {
    return { lower: Math.max(0, level - 1), raise: Math.min(length - 1, level + 1) };
  };
  const rows = [
    ['reach', 'reach', reach, byHalf(reach, 999_999)],
    ['impact', 'impact', String(facts.impacts[impact]), byLevel(impact, facts.impacts)],
    [
      'confidence',
      'confidence',
      facts.confidences[confidence],
      byLevel(confidence, facts.confidences),
    ],
    ['effort', 'halfMonths', halfMonths / 2, byHalf(halfMonths, 99)],
  ] as const;
  return markup`<div class="prioritization-estimates">${rows.map(([name, field, n, changes]) => {
    const label = say(name, { n });
    const buttons = Object.entries(changes).map(([verb, value]) => {
      const after = all.with(all.indexOf(feature), { ...feature, [field]: value });
      const isEnd = value === feature[field] && markup`aria-disabled="true"`;
      return markup`<button type="button" data-set="estimates=${writeEstimates(after)}" data-key="${name}-${verb}"
        aria-label="${verb} the ${name}" ${isEnd}>${verb}</button>`;
    });
    return markup`<div role="group" class="lab-buttons" aria-label="${feature.name}, ${label}">
      <span>${label}</span>${buttons}</div>`;
  })}</div>`;
}

function ranksFigure(
  ranked: readonly RankedFeature[],
  gated: readonly Feature[],
  chosen: Feature | undefined,
  { say }: Words,
): Markup {
  const x = scale([0, 2], [236, 546]);
  const top = 62 + 40 * gated.length;
  const y = scale([1, 2], [top, top + 42]);
  const line = ({ feature, ranks }: RankedFeature): Markup => {
    const isChosen = feature === chosen;
    const bold = isChosen ? markup` font-weight="700"` : undefined;
    const points = ranks.map((rank, at) => [x(at), y(rank)] as const);
    const look = isChosen ? markup`class="line-b" stroke-dasharray="7 4"` : markup`class="line-a"`;
    return markup`<path ${look} d="${linePath(points)}"/>
      <text x="206" y="${y(ranks[0] ?? 1) + 6}" text-anchor="end"${bold}>${feature.short}</text>${points.map(
        ([cx, cy]) =>
          markup`<circle class="fill-faint" cx="${cx}" cy="${cy}" r="16"/>
            <text x="${cx}" y="${cy + 6}" text-anchor="middle"${bold}>${feature.letter}</text>`,
      )}`;
  };
  return chart(
    [600, y(Math.max(1, ranked.length)) + 26],
    {
      label: say('picture', {
        methods: methods.join(', '),
        features: ranked
          .map(({ feature, ranks }) => `${feature.short} ${ranks.join(', ')}`)
          .join('; '),
      }),
    },
    ...gated.map(
      ({ letter, short }, at) =>
        markup`<rect class="fill-b soft" x="8" y="${6 + 40 * at}" width="584" height="32" rx="6"/>
          <text x="20" y="${29 + 40 * at}">${letter} ${short}: first, no score</text>`,
    ),
    ...methods.map(
      (name, at) => markup`<text x="${x(at)}" y="${top - 34}" text-anchor="middle">${name}</text>`,
    ),
    // Draw the chosen feature's line last, so that it is on top.
    ...[...ranked].sort((a, b) => +(a.feature === chosen) - +(b.feature === chosen)).map(line),
  );
}
