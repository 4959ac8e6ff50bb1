import { offsetAt } from '../../../browser/clock.ts';
import { questionDeck } from '../../../domain/practice/decks.ts';
import type { ReviewRecord } from '../../../domain/progress/records.ts';
import { lookAhead, type Outlook } from '../../../domain/review/forecast.ts';
import { type ScoreTrend, scoreTrend } from '../../../domain/review/score-trend.ts';
import {
  readStreak,
  recentDays,
  type Streak,
  type StudyDay,
} from '../../../domain/review/streak.ts';
import { type StudyContext, studyNow } from '../base/study-context.ts';

const recentLength = 30;

export interface Numbers {
  readonly now: number;
  readonly outlook: Outlook;
  readonly streak: Streak;
  readonly recent: readonly StudyDay[];
  readonly answers: readonly ReviewRecord[];
  readonly trend: ScoreTrend;
}

export function readNumbers(context: StudyContext, now: number): Numbers {
  const { data, model } = context;
  const { progress } = model;
  const deck = questionDeck(data.questions);
  const streak = readStreak(progress.reviews, now, offsetAt);
  return {
    now,
    outlook: lookAhead({ kind: 'question', deck, progress, study: studyNow(context, now) }),
    streak,
    recent: recentDays(streak, now, offsetAt, recentLength),
    trend: scoreTrend(progress.reviews, data.questions, now, offsetAt),
    answers: [...progress.reviews].sort((a, b) => b.at - a.at),
  };
}
