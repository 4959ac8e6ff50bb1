/** Views and helpers for both the opened set and the set being built. */
import { html, nothing } from 'lit-html';
import { now, offsetAt } from '../../../browser/clock.ts';
import { suggestMinutes } from '../../../domain/mock/draw.ts';
import { missingSentences } from '../../../domain/practice/practice-link.ts';
import type { StudyQuestion } from '../../../domain/practice/study-data.ts';
import type { SetLink, StudySet } from '../../../domain/study-set/set-link.ts';
import { dayOf, daysText, type SetTime } from '../../../domain/study-set/set-time.ts';
import { counted, dayText } from '../base/format.ts';
import { retiredView } from '../base/question-link.ts';
import type { StudyContext } from '../base/study-context.ts';

export function questionsOf({ codes }: StudySet, { questions }: StudyContext): StudyQuestion[] {
  return codes.flatMap((code) => questions.get(code) ?? []);
}

export function timeOf(set: StudySet, context: StudyContext) {
  return suggestMinutes(questionsOf(set, context), set.codes.length);
}

/** Describes a set's length, such as "5 questions, about 14 minutes out loud". */
export function lengthOfSet(set: StudySet, context: StudyContext): string {
  const minutes = timeOf(set, context)?.answers ?? 0;
  return `${counted(set.codes.length, 'question')}, about ${counted(minutes, 'minute')} out loud`;
}

/**
 * Says when a group meets, such as "Thu, Dec 3, 7:00 PM your time, in 2 days".
 * @param isCounted true if the days until then are shown elsewhere
 */
export function whenText(when: SetTime, isCounted = false): string {
  const format = { hour: 'numeric', minute: '2-digit' } as const;
  const time =
    'at' in when ? `, ${new Date(when.at).toLocaleTimeString('en-US', format)} your time` : '';
  const days = isCounted ? '' : `, ${daysText(when, now(), offsetAt)}`;
  return `${dayText(dayOf(when, offsetAt))}${time}${days}`;
}

/** Lists the problems with a link, including any questions that the guide doesn't have. */
export function missingView({ problems, retired, unknown }: SetLink, context: StudyContext) {
  const lines = [
    ...problems,
    ...retired.map((entry) => retiredView(entry, context)),
    ...missingSentences({ retired: [], unknown }),
  ];
  if (lines.length === 0) return nothing;
  return html`<div class="warning stack">${lines.map((line) => html`<p>${line}</p>`)}</div>`;
}
