import { now, offsetAt } from '../../browser/clock.ts';
import { questionDeck } from '../../domain/practice/decks.ts';
import { type NextStep, nextStep } from '../../domain/practice/next-step.ts';
import { settingsOf } from '../../domain/progress/settings.ts';
import { dayNumber } from '../../domain/review/days.ts';
import { interviewAhead } from '../../domain/review/due-day.ts';
import { counted } from '../study/base/format.ts';
import { openStudy, type StudyContext } from '../study/base/study-context.ts';

/**
 * Returns today's plan as one line. Returns undefined if there is none, or if the reader's data
 * can't be read.
 */
export async function planToday(base: string): Promise<string | undefined> {
  const opened = await openStudy(base);
  if ('problem' in opened) return undefined;
  const plan = planOf(opened.value);
  opened.value.model.store.close();
  return plan?.text;
}

/**
 * Returns what to practice next, with a line such as "Interview in 9 days · Today: 2 due, 6 new".
 */
export function planOf({ data, model }: StudyContext): NextStep | undefined {
  const at = now();
  const next = nextStep(questionDeck(data.questions, model.progress), {
    progress: model.progress,
    now: at,
    offsetAt,
  });
  const interview = interviewAhead(settingsOf(model.progress).interviewOn, at, offsetAt);
  const days = interview === undefined ? undefined : interview.day - dayNumber(at, offsetAt);
  if (next === undefined || days === undefined) return next;
  return { ...next, text: `Interview in ${counted(days, 'day')} · ${next.text}` };
}
