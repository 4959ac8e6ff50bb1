import { levels, topics } from '../../guide-settings.ts';
import { labelOf } from '../guide/label-of.ts';
import { deckOfPlan } from '../plan/plan.ts';
import { type CardId, cardId, type Progress } from '../progress/records.ts';
import { settingsOf } from '../progress/settings.ts';
import type { OffsetAt } from '../review/days.ts';
import type { DeckEntry } from '../review/new-cards.ts';
import {
  buildQueue,
  deckInput,
  type Queue,
  type QueueFilter,
  type QueueInput,
} from '../review/queue.ts';
import type { PracticeChoice } from './practice-link.ts';
import type { StudyData } from './study-data.ts';

export interface Moment {
  readonly progress: Progress;
  readonly now: number;
  readonly offsetAt: OffsetAt;
}

export function queueInput(deck: readonly DeckEntry[], moment: Moment): QueueInput {
  const { progress, now, offsetAt } = moment;
  return deckInput(deck, progress, { settings: settingsOf(progress), now, offsetAt });
}

/**
 * Returns the input for planning the days until the interview. Its deck is the reader's plan or, if
 * there is none, all questions.
 */
export function planInput(deck: readonly DeckEntry[], moment: Moment): QueueInput {
  const input = queueInput(deck, moment);
  const planned = deckOfPlan(deck, input);
  return { ...input, deck: planned, isPlan: planned !== deck };
}

/**
 * Returns the cards for a choice. A set keeps its order. For everything else, the schedule
 * determines the order (`buildQueue`).
 *
 * @param deck the questions, or the terms if that is the choice
 */
export function makeQueue(
  choice: PracticeChoice,
  deck: readonly DeckEntry[],
  { learningPaths }: Pick<StudyData, 'learningPaths'>,
  moment: Moment,
): readonly CardId[] {
  if (choice.kind === 'set') return choice.set.codes.map((code) => cardId('question', code));
  if (choice.kind === 'question') return [cardId('question', choice.code)];
  return queueOf(filterOf(choice, learningPaths, moment.progress), deck, moment).ids;
}

export function queueOf(filter: QueueFilter, deck: readonly DeckEntry[], moment: Moment): Queue {
  const inputFor = filter.kind === 'today' ? planInput : queueInput;
  return buildQueue(inputFor(deck, moment), filter);
}

function filterOf(
  choice: Exclude<PracticeChoice, { readonly kind: 'set' | 'question' }>,
  learningPaths: StudyData['learningPaths'],
  { bookmarks }: Progress,
): QueueFilter {
  switch (choice.kind) {
    case 'terms':
      return choice.of;
    case 'path': {
      const path = learningPaths.find(({ id }) => id === choice.id);
      return { kind: 'path', ids: path?.codes.map((code) => cardId('question', code)) ?? [] };
    }
    case 'bookmarked':
      return { kind: 'bookmarked', ids: bookmarks.map(({ code }) => cardId('question', code)) };
    default:
      return choice;
  }
}

const plainNames = {
  today: 'Today',
  due: 'Reviews',
  new: 'New questions',
  weak: 'Weakest first',
  bookmarked: 'Saved',
} as const;

const termNames = {
  today: 'Today’s terms',
  due: 'Due terms',
  new: 'New terms',
  weak: 'Terms, weakest first',
} as const;

export function nameOfChoice(
  choice: PracticeChoice,
  { learningPaths, questions }: Pick<StudyData, 'learningPaths' | 'questions'>,
): string {
  switch (choice.kind) {
    case 'level':
      return `Level: ${labelOf(levels, choice.id)}`;
    case 'topic':
      return `Topic: ${labelOf(topics, choice.id)}`;
    case 'path':
      return `Path: ${learningPaths.find(({ id }) => id === choice.id)?.title ?? choice.id}`;
    case 'terms':
      return choice.of.kind === 'topic'
        ? `Terms: ${labelOf(topics, choice.of.id)}`
        : termNames[choice.of.kind];
    case 'set':
      return choice.set.name === '' ? 'A set' : `Set: ${choice.set.name}`;
    case 'question':
      return questions.find(({ code }) => code === choice.code)?.title ?? 'One question';
    default:
      return plainNames[choice.kind];
  }
}
