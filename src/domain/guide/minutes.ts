const quarters = ['', '¼', '½', '¾'];

/** Formats minutes rounded to a quarter, as in `2`, `2¼`, or `2½`. */
export function minutesText(minutes: number): string {
  const whole = Math.floor(minutes);
  return `${whole}${quarters[Math.round((minutes - whole) * 4)] ?? ''}`;
}
