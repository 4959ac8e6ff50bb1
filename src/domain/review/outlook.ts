import type { Deck, Progress } from '../progress/records.ts';
import { dayNumber } from './days.ts';
import { type DayPlan, type Forecast, forecast } from './forecast.ts';
import { interviewAhead, recallMoment, type Study } from './interview.ts';
import { countStarted, minutesDone } from './new-cards.ts';
import type { DeckEntry } from './queue.ts';
import { type CardRecall, type Readiness, readiness, readinessBy, weakest } from './readiness.ts';

/** A deck, what the reader did with it, and when and for what the reader studies. */
export interface OutlookInput {
  readonly kind: Deck;
  readonly deck: readonly DeckEntry[];
  readonly progress: Pick<Progress, 'cards' | 'reviews'>;
  readonly study: Study;
}

/** How ready the reader will be in a group of cards. */
export interface GroupOutlook extends Readiness {
  /** Recall for who keeps to the plan, from 0 to 1; null without an interview ahead. */
  readonly kept: number | null;
}

/** What lies ahead, in numbers: recall on the interview day, or now without one. */
export interface Outlook {
  /** Days until the interview; null if none lies ahead. */
  readonly daysLeft: number | null;
  readonly whole: GroupOutlook;
  /** In the order of the deck. */
  readonly levels: readonly GroupOutlook[];
  /** The weakest first. */
  readonly topics: readonly GroupOutlook[];
  /** The five answered cards that will be remembered least, the weakest first. */
  readonly weakest: readonly CardRecall[];
  /** The plan, day by day, from today. */
  readonly days: readonly DayPlan[];
  /** Cards that the plan leaves out before the interview. */
  readonly unstarted: number;
}

/** The plan for a deck as things stand. */
export function planAhead({ kind, deck, progress, study }: OutlookInput): Forecast {
  const { now, offsetAt } = study;
  const startedToday = countStarted(progress.reviews, kind, now, offsetAt);
  const { reviews, cards } = progress;
  const minutesToday = kind === 'question' ? minutesDone(reviews, deck, now, offsetAt) : undefined;
  return forecast({
    ...study,
    deck,
    cards,
    startedToday,
    ...(minutesToday !== undefined && { minutesToday }),
  });
}

/** Looks ahead: how ready the reader will be, and what there is to do until then. */
export function lookAhead(input: OutlookInput): Outlook {
  const { deck, progress, study } = input;
  const { settings, now, offsetAt } = study;
  const interview = interviewAhead(settings.interviewOn, now, offsetAt);
  const plan = planAhead(input);
  const at = recallMoment(study);
  const groups = (kind: 'level' | 'topic'): GroupOutlook[] => {
    const kept = interview && readinessBy(kind, deck, plan.cards, at);
    return readinessBy(kind, deck, progress.cards, at).map((group, index) => ({
      ...group,
      kept: kept?.[index]?.recall ?? null,
    }));
  };
  return {
    daysLeft: interview === undefined ? null : interview.day - dayNumber(now, offsetAt),
    whole: {
      ...readiness(deck, progress.cards, at),
      kept: interview === undefined ? null : readiness(deck, plan.cards, at).recall,
    },
    levels: groups('level'),
    topics: groups('topic').sort((a, b) => a.recall - b.recall),
    weakest: weakest(deck, progress.cards, at, 5),
    days: plan.days,
    unstarted: interview === undefined ? 0 : plan.unstarted,
  };
}
