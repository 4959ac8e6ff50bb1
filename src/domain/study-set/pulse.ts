/**
 * The pulse of a group: a line with a beat for each question, in a box that is 1,216 wide and 104
 * high.
 */
export const pulseBox = { width: 1216, height: 104 } as const;

const baseline = 84;

/** Width of a full beat. If there are many questions, beats are narrower. */
const beatWidth = 104;

/** @param shares for each question, the share of people who practiced it, from 0 to 1 */
export function pulsePath(shares: readonly number[]): string {
  const slot = pulseBox.width / Math.max(1, shares.length);
  const x = Math.min(1, slot / (beatWidth + 16));
  const rest = (slot - beatWidth * x) / 2;
  return `M0 ${baseline}${shares.map((share) => beat(4 + 72 * share, x, rest)).join('')}`;
}

/** Returns a beat of the given height: a small wave, the spike, its undershoot, and a last wave. */
function beat(height: number, x: number, rest: number): string {
  const y = height / 62;
  const steps = [
    `h${n(rest)}`,
    `q${n(7 * x)} ${n(-10 * y)} ${n(14 * x)} 0`,
    `h${n(10 * x)}`,
    `l${n(5 * x)} ${n(7 * y)}`,
    `l${n(7 * x)} ${n(-height - 7 * y)}`,
    `l${n(8 * x)} ${n(height + 7 * y)}`,
    `l${n(5 * x)} ${n(-7 * y)}`,
    `h${n(12 * x)}`,
    `q${n(10 * x)} ${n(-16 * y)} ${n(20 * x)} 0`,
    `h${n(23 * x + rest)}`,
  ];
  return steps.join('');
}

function n(value: number): string {
  return String(Math.round(value * 10) / 10);
}
