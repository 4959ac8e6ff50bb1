/**
 * Writes seconds as minutes and seconds, such as `3:05`. Hours are written as minutes, too, as in
 * `75:00`.
 */
export function clockText(seconds: number): string {
  const whole = Math.max(0, Math.floor(seconds));
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, '0')}`;
}
