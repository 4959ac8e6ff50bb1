import { questionDeck } from '../../../domain/practice/decks.ts';
import { type Moment, queueOf } from '../../../domain/practice/make-queue.ts';
import { sessionProgress } from '../../../domain/practice/session.ts';
import type { Session } from '../../../domain/practice/session-format.ts';
import { cardId } from '../../../domain/progress/records.ts';
import { settingsOf } from '../../../domain/progress/settings.ts';
import { dayNumber } from '../../../domain/review/days.ts';
import { minutesOf } from '../../../domain/review/forecast.ts';
import { interviewAhead } from '../../../domain/review/interview.ts';
import type { DeckEntry, Queue } from '../../../domain/review/queue.ts';
import type { StudyContext } from '../base/study-context.ts';
import type { HomeState } from './home-view.ts';

/** What the choice of practice shows, from what is remembered now. */
export function homeState(
  { data, model }: Pick<StudyContext, 'data' | 'model'>,
  moment: Moment,
  left: Session | undefined,
  problems: readonly string[],
): HomeState {
  const deck = questionDeck(data.questions);
  const count = (kind: 'due' | 'weak' | 'new'): number =>
    queueOf({ kind }, deck, moment).ids.length;
  const settings = settingsOf(model.progress);
  const today = queueOf({ kind: 'today' }, deck, moment);
  return {
    settings,
    daysLeft: daysLeft(settings.interviewOn, moment),
    today: amountOf(today, deck),
    due: count('due'),
    weak: count('weak'),
    fresh: count('new'),
    bookmarked: bookmarkedIn(deck, moment),
    left: left && { name: left.name, ...sessionProgress(left) },
    isFirst: model.progress.reviews.length === 0,
    problems,
    data,
  };
}

function amountOf({ ids, counts }: Queue, deck: readonly DeckEntry[]): HomeState['today'] {
  const minutes = minutesOf(ids, deck);
  return { due: counts.due, fresh: counts.new, total: ids.length, minutes };
}

/** Whole days until the interview; undefined if none lies ahead. */
function daysLeft(interviewOn: string | null, { now, offsetAt }: Moment): number | undefined {
  const interview = interviewAhead(interviewOn, now, offsetAt);
  return interview && interview.day - dayNumber(now, offsetAt);
}

function bookmarkedIn(deck: readonly DeckEntry[], { progress }: Moment): number {
  const ids = new Set(deck.map(({ id }) => id));
  return progress.bookmarks.filter(({ code }) => ids.has(cardId('question', code))).length;
}

/** Cards of a deck that are due now, learning steps of the next minutes included. */
export function dueNow(deck: readonly DeckEntry[], moment: Moment): number {
  return deck.length === 0 ? 0 : queueOf({ kind: 'due' }, deck, moment).counts.due;
}
