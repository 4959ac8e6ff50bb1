import { saveFile } from '../../../browser/save-file.ts';
import { writePracticeLink } from '../../../domain/practice/practice-link.ts';
import type { Deck } from '../../../domain/progress/records.ts';
import type { DayPlan } from '../../../domain/review/forecast.ts';
import { interviewAhead } from '../../../domain/review/interview.ts';
import { guide } from '../../../guide.ts';
import { type StudyContext, studyNow } from './study-context.ts';

/** Name of the calendar file. */
export const planFile = 'practice-plan.ics';

/** Gives the reader the plan of a deck as a calendar file, with the interview if it lies ahead. */
export async function savePlan(
  context: Pick<StudyContext, 'model' | 'paths'>,
  deck: Deck,
  days: readonly DayPlan[],
  at: number,
): Promise<void> {
  const { planToIcs } = await import('../../../domain/review/plan-ics.ts');
  const { settings, offsetAt } = studyNow(context, at);
  const isAhead = interviewAhead(settings.interviewOn, at, offsetAt) !== undefined;
  const fragment = writePracticeLink(
    deck === 'term' ? { kind: 'terms', of: { kind: 'today' } } : { kind: 'today' },
  );
  const text = planToIcs({
    deck,
    days,
    interviewOn: isAhead ? settings.interviewOn : null,
    now: at,
    title: guide.title,
    url: new URL(`${context.paths.practice}#${fragment}`, document.baseURI).href,
  });
  saveFile(planFile, text, 'text/calendar');
}
