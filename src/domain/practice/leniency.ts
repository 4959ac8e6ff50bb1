import { counted } from '../../lib/text.ts';
import type { Score, SettingsRecord } from '../progress/records.ts';

type Sample = NonNullable<SettingsRecord['samples']>[number];

/** How far the reader's scores are above the guide's on average, by criterion; null without scores. */
export function meanAbove(own: readonly Score[], guide: readonly number[]): number | null {
  const gaps = own.flatMap((score, place) => {
    const given = guide[place];
    return score === null || given === undefined ? [] : [score - given];
  });
  return gaps.length === 0 ? null : gaps.reduce((sum, gap) => sum + gap, 0) / gaps.length;
}

/** Records a scored sample; if it is scored again, the latest counts. */
export function noteSample(samples: readonly Sample[] | undefined, sample: Sample): Sample[] {
  const others = (samples ?? []).filter(
    ({ code, answer }) => code !== sample.code || answer !== sample.answer,
  );
  return [...others, sample].slice(-200);
}

export function leniencyText(samples: readonly Sample[] | undefined): string | undefined {
  if (samples === undefined || samples.length === 0) return undefined;
  const mean = samples.reduce((sum, { above }) => sum + above, 0) / samples.length;
  const size = Math.abs(mean).toFixed(1);
  const from = `(${counted(samples.length, 'sample answer')})`;
  if (size === '0.0') return `On average, your scores match the guide’s ${from}.`;
  return `On average, you score ${size} ${mean > 0 ? 'higher' : 'lower'} than the guide ${from}.`;
}
