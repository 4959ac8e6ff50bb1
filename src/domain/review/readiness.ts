import type { CardId, CardRecord } from '../progress/records.ts';
import { retrievability } from './fsrs.ts';
import type { DeckEntry } from './new-cards.ts';

export interface Readiness {
  /** Id of the level or topic; empty for the whole deck. */
  readonly id: string;
  readonly total: number;
  readonly seen: number;
  /** Mean probability of recall from 0 to 1 with unseen cards as 0; 0 for an empty group. */
  readonly recall: number;
}

export type CardRecall = ReturnType<typeof weakest>[number];

/**
 * Predicts recall at a moment (`recallMoment`) for the whole deck, from FSRS's forgetting curve:
 * what the reader would still know without more practice. The mean of the probabilities is the
 * expected share of remembered cards. With the cards of a `forecast`, it predicts the same for a
 * reader who follows the plan.
 */
export function readiness(
  deck: readonly DeckEntry[],
  cards: readonly CardRecord[],
  at: number,
): Readiness {
  return summarize('', deck, recallsOf(cards, at));
}

/** The same for each level or topic of the deck, in order of appearance. */
export function readinessBy(
  kind: 'level' | 'topic',
  deck: readonly DeckEntry[],
  cards: readonly CardRecord[],
  at: number,
): Readiness[] {
  const idsOf = ({ topics, level }: DeckEntry): readonly string[] =>
    kind === 'topic' ? topics : level === null ? [] : [level];
  const recalls = recallsOf(cards, at);
  return [...new Set(deck.flatMap(idsOf))].map((id) => {
    const entries = deck.filter((entry) => idsOf(entry).includes(id));
    return summarize(id, entries, recalls);
  });
}

/** The `n` answered cards with the lowest recall, the weakest first. */
export function weakest(
  deck: readonly DeckEntry[],
  cards: readonly CardRecord[],
  at: number,
  n: number,
) {
  const recalls = recallsOf(cards, at);
  return deck
    .flatMap(({ id }) => {
      const recall = recalls.get(id);
      return recall === undefined ? [] : [{ id, recall }];
    })
    .sort((a, b) => a.recall - b.recall)
    .slice(0, n);
}

function recallsOf(cards: readonly CardRecord[], at: number): Map<CardId, number> {
  const seen = cards.filter(({ state }) => state !== 'new');
  return new Map(seen.map((card) => [card.id, retrievability(card, at)]));
}

function summarize(
  id: string,
  entries: readonly DeckEntry[],
  recalls: ReadonlyMap<CardId, number>,
): Readiness {
  const known = entries
    .map((entry) => recalls.get(entry.id))
    .filter((recall) => recall !== undefined);
  const sum = known.reduce((total, recall) => total + recall, 0);
  return {
    id,
    total: entries.length,
    seen: known.length,
    recall: entries.length === 0 ? 0 : sum / entries.length,
  };
}
