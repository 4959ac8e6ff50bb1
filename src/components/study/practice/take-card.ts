import type { Ladder } from '../../../domain/practice/ladder-format.ts';
import type { CardId } from '../../../domain/progress/records.ts';
import type { SessionContext } from './practice-session.ts';
import { QuestionCard } from './question-card.ts';
import { TermCard } from './term-card.ts';

/**
 * Takes up a card; undefined if the guide doesn't have it.
 *
 * @param ladders answers that were begun and left
 * @param changed called after each change
 */
export function takeCard(
  id: CardId,
  ladders: readonly Ladder[],
  context: SessionContext,
  changed: () => void,
): QuestionCard | TermCard | undefined {
  const name = id.slice(id.indexOf(':') + 1);
  if (id.startsWith('term:')) return takeTerm(id, name, context, changed);
  const question = context.questions.get(name);
  if (question === undefined) return undefined;
  // The rubric may have been edited since.
  const ladder = ladders.find(
    ({ code, scores }) => code === name && scores.length === question.criteria.length,
  );
  return new QuestionCard(question, context, changed, ladder);
}

function takeTerm(
  id: CardId,
  name: string,
  { terms, flashcard, model }: SessionContext,
  changed: () => void,
): TermCard | undefined {
  const term = terms.get(name);
  if (term === undefined || flashcard === undefined) return undefined;
  const reps = model.progress.cards.find((card) => card.id === id)?.reps ?? 0;
  return new TermCard(flashcard(term, reps), changed);
}
