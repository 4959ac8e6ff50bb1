import { type Ladder, readLadder } from '../../../domain/practice/ladder-format.ts';
import type { CardId } from '../../../domain/progress/records.ts';
import type { SessionContext } from './practice-session.ts';
import { QuestionCard } from './question-card.ts';
import { TermCard } from './term-card.ts';

/** A card that was taken up. */
interface TakenCard {
  readonly card: QuestionCard | TermCard;
  /** Why what was kept of it could not be used. */
  readonly problem?: string;
  /** Whether its clock ran when it was left. */
  readonly isResumed?: boolean;
}

/**
 * Takes up a card; undefined if the guide doesn't have it.
 *
 * @param kept the ladder of an answer that was left, as it was stored
 * @param changed called after each change
 */
export function takeCard(
  id: CardId,
  kept: string | null,
  context: SessionContext,
  changed: () => void,
): TakenCard | undefined {
  const name = id.slice(id.indexOf(':') + 1);
  if (id.startsWith('term:')) return takeTerm(id, name, context, changed);
  const question = context.questions.get(name);
  if (question === undefined) return undefined;
  const { ladder, problem } = readKept(kept, name, question.criteria.length);
  return {
    card: new QuestionCard(question, context, changed, ladder),
    isResumed: ladder !== undefined && ladder.clock.since !== null,
    ...(problem !== undefined && { problem }),
  };
}

function takeTerm(
  id: CardId,
  name: string,
  { terms, flashcard, model }: SessionContext,
  changed: () => void,
): TakenCard | undefined {
  const term = terms.get(name);
  if (term === undefined || flashcard === undefined) return undefined;
  const reps = model.progress.cards.find((card) => card.id === id)?.reps ?? 0;
  return { card: new TermCard(flashcard(term, reps), changed) };
}

function readKept(
  kept: string | null,
  code: string,
  criteria: number,
): { readonly ladder?: Ladder; readonly problem?: string } {
  if (kept === null) return {};
  const read = readLadder(kept);
  if ('problem' in read) return { problem: `${read.problem} The question starts afresh.` };
  const { value } = read;
  // The rubric may have been edited since.
  return value.code === code && value.scores.length === criteria ? { ladder: value } : {};
}
