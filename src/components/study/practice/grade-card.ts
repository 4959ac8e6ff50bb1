import { offsetAt, now as present } from '../../../browser/clock.ts';
import { randomId } from '../../../browser/random-seed.ts';
import type {
  CardId,
  CardRecord,
  Grade,
  ReviewRecord,
  Score,
} from '../../../domain/progress/records.ts';
import { dayName, dayNumber } from '../../../domain/review/days.ts';
import { dueAsPlanned, interviewAhead } from '../../../domain/review/due-day.ts';
import { newCard, reviewCard } from '../../../domain/review/fsrs.ts';
import { waitText } from '../../../domain/words/clock-text.ts';
import type { Result } from '../../../lib/result.ts';
import { dayText } from '../base/format.ts';
import { type StudyContext, studyNow } from '../base/study-context.ts';

export interface Answer {
  readonly card: CardId;
  readonly grade: Grade;
  /** One score per criterion. Empty for terms. */
  readonly scores: readonly Score[];
  readonly seconds: number;
  readonly followUp?: number | undefined;
}

export interface Graded {
  readonly review: ReviewRecord;
  readonly after: CardRecord;
}

/**
 * Grades a card. If the grade can't be saved, practice goes on and the store reports the problem.
 */
export async function gradeCard(
  context: StudyContext,
  { card: id, grade, scores, seconds, followUp }: Answer,
): Promise<Result<Graded>> {
  const { model } = context;
  const now = present();
  const { before, outcome } = reviewNow(context, id, grade, now);
  if ('problem' in outcome) return outcome;
  const review: ReviewRecord = {
    id: randomId(),
    card: id,
    at: now,
    grade,
    scores: [...scores],
    seconds: Math.min(86_400, Math.max(0, Math.floor(seconds))),
    before,
    ...(followUp !== undefined && { followUp }),
  };
  const saved = await model.store.putReview(outcome.card, review);
  await model.read();
  // Another tab has answered the card in the meantime. Nothing is overwritten, and the reader has
  // to score again.
  if ('problem' in saved && saved.problem.kind === 'changed') {
    return { problem: saved.problem.message };
  }
  return { value: { review, after: outcome.card } };
}

/**
 * Says when the next review would be after this grade, as `nextReviewText` does. Returns undefined
 * if the grade is refused.
 */
export function previewGrade(context: StudyContext, id: CardId, grade: Grade): string | undefined {
  const { outcome } = reviewNow(context, id, grade, present());
  return 'problem' in outcome ? undefined : nextReviewText(outcome.card, context);
}

/** Says when a card is next due, as in "Next review: in 10 minutes." or "… Monday, May 30." */
export function nextReviewText(card: CardRecord, context: StudyContext): string {
  const study = studyNow(context);
  const due = dueAsPlanned(card, study);
  const day = dayNumber(due, offsetAt);
  const today = dayNumber(study.now, offsetAt);
  const interview = interviewAhead(study.settings.interviewOn, study.now, offsetAt);
  if (interview !== undefined && day >= interview.day) {
    return 'No more reviews before your interview.';
  }
  if (day <= today) return `Next review: ${waitText(due - study.now)}.`;
  return `Next review: ${day === today + 1 ? 'tomorrow' : dayText(dayName(day), 'long')}.`;
}

function reviewNow({ model, settings }: StudyContext, id: CardId, grade: Grade, now: number) {
  const before = model.progress.cards.find((card) => card.id === id) ?? null;
  const fuzzSeed = `${id} ${before?.reps ?? 0}`;
  const options = { interviewOn: settings.interviewOn, offsetAt, fuzzSeed };
  return { before, outcome: reviewCard(before ?? newCard(id, now), grade, now, options) };
}
