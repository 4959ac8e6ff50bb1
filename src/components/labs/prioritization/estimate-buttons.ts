import { type Markup, markup } from '../../markup.ts';
import { confidences, type Estimate, features, impacts, writeEstimates } from './features.ts';

/** Buttons that change the estimates of one feature. */
export function estimateButtons(index: number, estimates: readonly Estimate[]): Markup {
  const feature = features[index];
  const estimate = estimates[index];
  if (feature === undefined || estimate === undefined) return markup``;
  const button = (
    key: string,
    text: string,
    name: string,
    change: Partial<Estimate>,
    isOn?: boolean,
  ) =>
    markup`<button type="button" data-set="estimates=${writeEstimates(estimates.with(index, { ...estimate, ...change }))}" data-key="${key}" aria-label="${name}"${isOn === undefined ? undefined : markup` aria-pressed="${String(isOn)}"`}>${text}</button>`;
  const row = (label: string, ...content: Markup[]) =>
    markup`<div role="group" aria-label="${label} of ${feature.name}"><span>${label}</span>${content}</div>`;
  const { reach, halfMonths } = estimate;
  return markup`<div class="wide prioritization-estimates"><p><strong>${feature.letter}. ${feature.name}</strong></p>
${row(
  `Reach: ${reach.toLocaleString('en-US')} patients a quarter`,
  button('reach-half', 'half', 'Half the reach', { reach: Math.max(1, Math.round(reach / 2)) }),
  button('reach-double', 'double', 'Double the reach', { reach: Math.min(999_999, 2 * reach) }),
)}${row(
  'Impact',
  ...impacts.map((level, at) =>
    button(
      `impact-${at}`,
      String(level),
      `Impact ${level}`,
      { impact: at },
      at === estimate.impact,
    ),
  ),
)}${row(
  'Confidence',
  ...confidences.map((level, at) =>
    button(
      `confidence-${at}`,
      `${level}%`,
      `Confidence ${level}%`,
      { confidence: at },
      at === estimate.confidence,
    ),
  ),
)}${row(
  `Effort: ${halfMonths / 2} person-months`,
  button('effort-half', 'half', 'Half the effort', {
    halfMonths: Math.max(1, Math.round(halfMonths / 2)),
  }),
  button('effort-double', 'double', 'Double the effort', {
    halfMonths: Math.min(99, 2 * halfMonths),
  }),
)}</div>`;
}
