import { counted } from '../../lib/text.ts';

/** Minutes for scoring an answer and for reading the hint, the rubric, and the model answer. */
export const checkingMinutes = 3;

const quarters = ['', '¼', '½', '¾'];

/** Formats minutes rounded to a quarter with their unit, as in `1 minute`, `2¼ minutes`. */
export function minutesText(minutes: number): string {
  const whole = Math.floor(minutes);
  const quarter = quarters[Math.round((minutes - whole) * 4)] ?? '';
  return `${whole}${quarter} ${minutes === 1 ? 'minute' : 'minutes'}`;
}

/**
 * Says how long questions take, in the two measures that the guide has: the answers alone, and
 * practice, which includes scoring.
 */
export function lengthText(questions: readonly { readonly minutes: number }[]): string {
  const answers = questions.reduce((sum, { minutes }) => sum + minutes, 0);
  const practice = Math.round(answers + checkingMinutes * questions.length);
  return `${counted(Math.round(answers), 'minute')} out loud, about ${practice} with scoring`;
}
