import { counted } from '../../lib/text.ts';

/**
 * Formats seconds as minutes and seconds, such as `3:05`. Hours become minutes, too, as in `75:00`.
 */
export function clockText(seconds: number): string {
  const whole = Math.max(0, Math.floor(seconds));
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, '0')}`;
}

/** Says how long it is until something later today: "now", "in 10 minutes", or "in 3 hours". */
export function waitText(milliseconds: number): string {
  const minutes = Math.round(milliseconds / 60_000);
  if (minutes <= 0) return 'now';
  return minutes < 60
    ? `in ${counted(minutes, 'minute')}`
    : `in ${counted(Math.round(minutes / 60), 'hour')}`;
}
