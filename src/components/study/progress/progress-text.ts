import type { SnapshotReason } from '../../../browser/store-bulk.ts';
import type { Score } from '../../../domain/progress/records.ts';
import { dayText } from '../base/format.ts';

export const snapshotWords: Readonly<Record<SnapshotReason, string>> = {
  import: 'Before an import',
  reset: 'Before a reset',
  restore: 'Before restoring a snapshot',
  migration: 'Before the guide was updated',
};

/** A time for people, such as "2 h 5 min". */
export function durationText(seconds: number): string {
  const minutes = Math.round(seconds / 60);
  if (minutes < 1) return seconds > 0 ? 'under 1 min' : '0 min';
  const hours = Math.floor(minutes / 60);
  const rest = minutes % 60;
  if (hours === 0) return `${rest} min`;
  return rest === 0 ? `${hours} h` : `${hours} h ${rest} min`;
}

export function sizeText(bytes: number): string {
  const megabytes = bytes / 1_000_000;
  if (megabytes >= 1000) return `${Math.round(megabytes / 1000)} GB`;
  if (megabytes >= 10) return `${Math.round(megabytes)} MB`;
  return megabytes < 0.1 ? 'less than 0.1 MB' : `${megabytes.toFixed(1)} MB`;
}

/** Scores in the order of the rubric, such as "4, 3, not assessed". */
export function scoresText(scores: readonly Score[]): string {
  return scores.map((score) => score ?? 'not assessed').join(', ');
}

/** How far the interview is, such as "Interview in 14 days (Tue, Dec 8)". */
export function interviewText(on: string, daysLeft: number): string {
  const when = daysLeft === 1 ? 'tomorrow' : `in ${daysLeft} days`;
  return `Interview ${when} (${dayText(on)})`;
}
