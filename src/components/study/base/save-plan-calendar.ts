import { now, offsetAt } from '../../../browser/clock.ts';
import { saveFile } from '../../../browser/save-file.ts';
import { writePracticeLink } from '../../../domain/practice/practice-link.ts';
import type { Deck } from '../../../domain/progress/records.ts';
import { interviewAhead } from '../../../domain/review/due-day.ts';
import type { DayPlan } from '../../../domain/review/forecast.ts';
import { settings } from '../../../guide-settings.ts';
import type { StudyContext } from './study-context.ts';

export const planFile = 'practice-plan.ics';

export async function savePlan(context: StudyContext, deck: Deck, days: readonly DayPlan[]) {
  const { planToIcs } = await import('../../../domain/review/plan-ics.ts');
  const { interviewOn } = context.settings;
  const at = now();
  const isAhead = interviewAhead(interviewOn, at, offsetAt) !== undefined;
  const fragment = writePracticeLink(
    deck === 'term' ? { kind: 'terms', of: { kind: 'today' } } : { kind: 'today' },
  );
  const text = planToIcs({
    deck,
    days,
    interviewOn: isAhead ? interviewOn : null,
    now: at,
    title: settings.title,
    url: new URL(`${context.paths.practice}#${fragment}`, document.baseURI).href,
  });
  saveFile(planFile, text, 'text/calendar');
}
