import { interviewKits } from '../../guide-settings.ts';
import { inTurn } from '../mock/draw.ts';
import type { StudyData } from '../practice/study-data.ts';
import { suggestedMinutes } from './interview.ts';

/**
 * Returns ready-made kits based on `interviewKits`. Takes questions from each level in turn until
 * the time is filled, and then puts them in level order. Leaves out kits without questions.
 */
export function readyKits({ questions }: Pick<StudyData, 'questions'>) {
  return interviewKits.flatMap(({ name, minutes, levels }) => {
    const byLevel = levels.map((level) => questions.filter((one) => one.level === level));
    const chosen = inTurn(byLevel).filter((_, index) => suggestedMinutes(index + 1) <= minutes);
    const codes = byLevel.flat().flatMap((one) => (chosen.includes(one) ? [one.code] : []));
    return codes.length === 0 ? [] : [{ name, minutes, codes }];
  });
}
