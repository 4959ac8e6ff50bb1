import { now as present } from '../../../browser/clock.ts';
import { offsetAt } from '../../../browser/offset-at.ts';
import { randomId } from '../../../browser/random-seed.ts';
import type { StoreFailure } from '../../../browser/store-failures.ts';
import type { CardId, CardRecord, Grade, Score } from '../../../domain/progress/records.ts';
import { settingsOf } from '../../../domain/progress/settings.ts';
import { newCard, reviewCard } from '../../../domain/review/fsrs.ts';
import type { StudyContext } from '../base/study-context.ts';

/** An answer to a card. */
export interface Answer {
  readonly card: CardId;
  readonly grade: Grade;
  /** Scores by criterion; none for a term. */
  readonly scores: readonly Score[];
  readonly seconds: number;
}

/** An answer that was graded. */
export interface Graded {
  /** Id of its review record. */
  readonly review: string;
  readonly grade: Grade;
  /** The card as it now is. */
  readonly card: CardRecord;
  /** Why it could not be saved, if so: practice goes on all the same. */
  readonly failure?: StoreFailure;
}

/** Grades an answer and saves it, or says why it can't be graded. */
export async function gradeCard(
  { model }: Pick<StudyContext, 'model'>,
  { card: id, grade, scores, seconds }: Answer,
): Promise<Graded | { readonly problem: string }> {
  const now = present();
  const before = model.progress.cards.find((card) => card.id === id) ?? null;
  const { interviewOn } = settingsOf(model.progress);
  const outcome = reviewCard(before ?? newCard(id, now), grade, now, {
    interviewOn,
    offsetAt,
    fuzzSeed: `${id} ${before?.reps ?? 0}`,
  });
  if ('problem' in outcome) return outcome;
  const review = randomId();
  const saved = await model.store.putReview(outcome.card, {
    id: review,
    card: id,
    at: now,
    grade,
    scores: [...scores],
    seconds: Math.min(86_400, Math.max(0, Math.floor(seconds))),
    before,
  });
  await model.read();
  if ('value' in saved) return { review, grade, card: outcome.card };
  // Answered in another tab meanwhile: nothing was overwritten, the reader decides again.
  if (saved.problem.kind === 'changed') return { problem: saved.problem.message };
  return { review, grade, card: outcome.card, failure: saved.problem };
}
