import { counted } from '../../lib/text.ts';

/** Minutes for scoring an answer and for reading the hint, the rubric, and the model answer. */
export const checkingMinutes = 3;

const quarters = ['', '¼', '½', '¾'];

/**
 * Formats a multiple of a quarter of a minute with its unit, as in `1 minute` or `2¼ minutes`.
 */
export function minutesText(minutes: number): string {
  return `${withQuarters(minutes)} ${minutes === 1 ? 'minute' : 'minutes'}`;
}

/** Does the same for places with little room, as in `2¼ min`. */
export function shortMinutes(minutes: number): string {
  return `${withQuarters(minutes)} min`;
}

function withQuarters(minutes: number): string {
  const whole = Math.floor(minutes);
  return `${whole}${quarters[Math.round((minutes - whole) * 4)] ?? ''}`;
}

type Timed = readonly { readonly minutes: number }[];

/** Returns how long it takes to say the answers out loud, in minutes. */
function answerMinutes(questions: Timed): number {
  return Math.round(questions.reduce((sum, { minutes }) => sum + minutes, 0));
}

/** Returns how long it takes to practice questions, which includes scoring. */
export function practiceMinutes(questions: Timed): number {
  return answerMinutes(questions) + checkingMinutes * questions.length;
}

/** Says how long questions take, in the two measures that the guide has. */
export function lengthText(questions: Timed): string {
  const answers = counted(answerMinutes(questions), 'minute');
  return `${answers} out loud, about ${practiceMinutes(questions)} with scoring`;
}
