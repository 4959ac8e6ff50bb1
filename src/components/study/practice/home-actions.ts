import { now } from '../../../browser/clock.ts';
import { saveFile } from '../../../browser/save-file.ts';
import { questionDeck } from '../../../domain/practice/decks.ts';
import { type Moment, queueInput } from '../../../domain/practice/make-queue.ts';
import type { SettingsRecord } from '../../../domain/progress/records.ts';
import { defaultSettings, settingsOf } from '../../../domain/progress/settings.ts';
import { forecast } from '../../../domain/review/forecast.ts';
import { planToIcs } from '../../../domain/review/plan-ics.ts';
import { guide } from '../../../guide.ts';
import type { StudyContext } from '../base/study-context.ts';

/** Changes the reader's settings, in one step with what another tab may have changed. */
export async function changeSettings(
  { model }: Pick<StudyContext, 'model'>,
  change: Partial<Pick<SettingsRecord, 'interviewOn' | 'newPerDay' | 'bell'>>,
): Promise<void> {
  await model.store.update('settings', 'settings', (record) => ({
    ...(record ?? defaultSettings),
    ...change,
    at: now(),
  }));
}

/** Number of new cards a day as the field has it; undefined for what is no such number. */
export function readNewPerDay(value: number): number | undefined {
  return Number.isInteger(value) && value >= 0 && value <= 100 ? value : undefined;
}

/** Gives the reader the plan of the questions as a calendar file. */
export function savePlan({ data, model, paths }: StudyContext, moment: Moment): void {
  const { days } = forecast(queueInput(questionDeck(data.questions), moment));
  const plan = planToIcs({
    deck: 'question',
    days,
    interviewOn: settingsOf(model.progress).interviewOn,
    now: moment.now,
    title: guide.shortTitle,
    url: new URL(`${paths.practice}#1.today`, location.href).href,
  });
  saveFile('interview-practice.ics', plan, 'text/calendar');
}
