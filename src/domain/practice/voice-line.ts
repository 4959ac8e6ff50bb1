/** The loudness of a voice, from 0 (silent) to 1, measured at regular intervals. */
export type Levels = readonly number[];

export const levelsPerSecond = 20;

export interface Pause {
  /** Start of the pause, in seconds from the start of the recording. */
  readonly start: number;
  readonly end: number;
}

/** Pauses are longer than this, in seconds. Anything else is a breath. */
export const minPause = 2;

/**
 * If the level is below this share of the loud parts (the 90th percentile of all levels), the
 * reader isn't speaking.
 */
const quiet = 0.3;

/**
 * Number of measurements in a step. Each step counts as either speech or silence, so a click
 * doesn't end a pause.
 */
const step = 5;

/**
 * Computes a level from the samples of a sound wave. It is 0 at −50 decibels or less, and 1 at −10
 * or more.
 */
export function levelOf(samples: ArrayLike<number>): number {
  let sum = 0;
  for (let index = 0; index < samples.length; index += 1) sum += (samples[index] ?? 0) ** 2;
  const decibels = 10 * Math.log10(sum / Math.max(1, samples.length) || Number.MIN_VALUE);
  return Math.min(1, Math.max(0, (decibels + 50) / 40));
}

/**
 * Computes the last levels of a sound wave, oldest first.
 * @param samples the latest samples
 * @param perLevel how many samples make up one level
 * @param count how many levels to return; if the samples don't reach that far back, the oldest level
 *   is repeated
 */
export function lastLevels(samples: Float32Array, perLevel: number, count: number): number[] {
  const available = Math.max(1, Math.floor(samples.length / perLevel));
  return Array.from({ length: count }, (_, index) => {
    const back = Math.min(count - index, available);
    const end = samples.length - (back - 1) * perLevel;
    return levelOf(samples.subarray(Math.max(0, end - perLevel), end));
  });
}

/** Returns the pauses of more than `minPause` between words. */
export function pausesIn(levels: Levels): readonly Pause[] {
  const sorted = levels.toSorted((a, b) => a - b);
  const loud = sorted[Math.floor(sorted.length * 0.9)] ?? 0;
  const limit = Math.max(0.05, quiet * loud);
  const spoken: number[] = [];
  for (let from = 0; from < levels.length; from += step) {
    const part = levels.slice(from, from + step);
    const mean = part.reduce((sum, level) => sum + level, 0) / part.length;
    if (mean >= limit) spoken.push(from);
  }
  return spoken.slice(1).flatMap((next, index) => {
    const start = ((spoken[index] ?? 0) + step) / levelsPerSecond;
    const end = next / levelsPerSecond;
    return end - start > minPause ? [{ start, end }] : [];
  });
}

export interface LineBox {
  /** Horizontal position where the levels start. */
  readonly from: number;
  readonly width: number;
  readonly middle: number;
  /** Height above and below the middle at level 1. */
  readonly height: number;
}

/** Approximate distance between two points of a line. It is larger if there are few levels. */
const spacing = 1.5;

/**
 * Returns the path of a line for the levels, which swings around its middle. If there are no levels
 * or there is no width, the path is empty.
 */
export function voicePath(levels: Levels, { from, width, middle, height }: LineBox): string {
  if (levels.length === 0 || width <= 0) return '';
  const points = Math.max(2, Math.min(levels.length, Math.ceil(width / spacing)));
  const parts: string[] = [];
  for (let point = 0; point < points; point += 1) {
    const first = Math.floor((point * levels.length) / points);
    const last = Math.max(first + 1, Math.floor(((point + 1) * levels.length) / points));
    const level = Math.max(...levels.slice(first, last));
    // Draw silence as a line, too.
    const swing = Math.max(0.02, level) * height * (point % 2 === 0 ? -1 : 1);
    const x = from + (width * (point + 1)) / points;
    parts.push(`${x.toFixed(1)} ${(middle + swing).toFixed(1)}`);
  }
  return `M${from} ${middle}L${parts.join('L')}`;
}
