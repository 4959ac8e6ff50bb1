import { now, offsetAt } from '../../browser/clock.ts';
import { questionDeck } from '../../domain/practice/decks.ts';
import { queueOf } from '../../domain/practice/make-queue.ts';
import { settingsOf } from '../../domain/progress/settings.ts';
import { dayNumber } from '../../domain/review/days.ts';
import { interviewAhead } from '../../domain/review/due-day.ts';
import { counted } from '../study/base/format.ts';
import { openStudy, type StudyContext } from '../study/base/study-context.ts';

/** Returns today's plan as one line. Returns undefined if the reader's data can't be read. */
export async function planToday(base: string): Promise<string | undefined> {
  const opened = await openStudy(base);
  if ('problem' in opened) return undefined;
  const { text } = planOf(opened.value);
  opened.value.model.store.close();
  return text;
}

/** Returns today's plan as one line, such as "Interview in 9 days · 2 due, 6 new". */
export function planOf({ data, model }: StudyContext) {
  const at = now();
  const { counts } = queueOf({ kind: 'today' }, questionDeck(data.questions, model.progress), {
    progress: model.progress,
    now: at,
    offsetAt,
  });
  const interview = interviewAhead(settingsOf(model.progress).interviewOn, at, offsetAt);
  const days = interview === undefined ? undefined : interview.day - dayNumber(at, offsetAt);
  const isDue = counts.due + counts.new > 0;
  const today = isDue ? `Today: ${counts.due} due, ${counts.new} new` : 'Nothing is due today';
  const text = days === undefined ? today : `Interview in ${counted(days, 'day')} · ${today}`;
  return { text, isDue };
}
