const quarters = ['', '¼', '½', '¾'];

/** Returns minutes, rounded to a quarter, as text: `2`, `2¼`, `2½`. */
export function minutesText(minutes: number): string {
  const whole = Math.floor(minutes);
  return `${whole}${quarters[Math.round((minutes - whole) * 4)] ?? ''}`;
}
