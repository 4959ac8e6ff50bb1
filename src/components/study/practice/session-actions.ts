import { now } from '../../../browser/clock.ts';
import { offsetAt } from '../../../browser/offset-at.ts';
import type { CardRecord } from '../../../domain/progress/records.ts';
import { dayName, dayNumber } from '../../../domain/review/days.ts';
import { plannedDue } from '../../../domain/review/interview.ts';
import { dayText } from '../base/format.ts';
import { type StudyContext, studyNow } from '../base/study-context.ts';
import type { PracticeSession } from './practice-session.ts';
import type { QuestionCard } from './question-card.ts';

/** When a card comes back, within a sentence. */
export function comesBack(card: CardRecord, context: Pick<StudyContext, 'model'>): string {
  const study = studyNow(context, now());
  const day = dayNumber(plannedDue(card, study), offsetAt);
  const today = dayNumber(study.now, offsetAt);
  if (day <= today) return 'once more today';
  return day === today + 1 ? 'tomorrow' : `on ${dayText(dayName(day))}`;
}

/** Longest note, see `src/domain/progress/records.ts`. */
const longestNote = 20_000;

/** Puts a typed answer at the end of the reader's note on the question. */
export async function keepAnswer(
  { question, ladder }: QuestionCard,
  { model }: Pick<StudyContext, 'model'>,
  practice: PracticeSession,
): Promise<void> {
  const answer = ladder.answer.trim();
  let isWhole = true;
  const saved = await model.store.update('notes', question.code, (note) => {
    // A second press adds nothing.
    if (note?.text.endsWith(answer)) return note;
    const text = note === undefined ? answer : `${note.text}\n\n${answer}`;
    isWhole = text.length <= longestNote;
    return isWhole ? { code: question.code, text, at: now() } : note;
  });
  if ('problem' in saved) return;
  practice.message = isWhole
    ? 'Your answer stands in your notes on this question.'
    : 'Your note on this question has no room for this answer: shorten it first.';
  practice.changed();
}
