import type { Deck, ReviewRecord, SettingsRecord } from '../../../domain/progress/records.ts';
import type { DayPlan, Outlook } from '../../../domain/review/forecast.ts';
import type { ScoreTrend } from '../../../domain/review/score-trend.ts';
import type { Streak, StudyDay } from '../../../domain/review/streak.ts';
import type { Result } from '../../../lib/result.ts';
import type { StudyElement } from '../base/study-element.ts';
import type { Backups, Transfer } from './backups.ts';

/** Numbers computed from the reader's progress at a moment. */
export interface Numbers {
  readonly now: number;
  readonly outlook: Outlook;
  readonly streak: Streak;
  /** The last thirty days, the first one first. */
  readonly recent: readonly StudyDay[];
  /** The latest first. */
  readonly answers: readonly ReviewRecord[];
  readonly trend: ScoreTrend;
  /** The plan of the deck that is shown; undefined while the glossary is loading. */
  readonly plan: Result<readonly DayPlan[]> | undefined;
}

export interface ProgressPage extends StudyElement {
  readonly backups: Backups;
  readonly transfer: Transfer;
  readonly hasAllTopics: boolean;
  readonly deck: Deck;
  readonly shownAnswers: number;
  /** Names of terms by id; until they load, ids are shown. */
  readonly termNames: ReadonlyMap<string, string> | undefined;
  readonly settings: SettingsRecord;
  readonly numbers: Numbers;
  toggleTopics(): void;
  showMoreAnswers(): void;
  saveSettings(form: HTMLFormElement): Promise<void>;
  chooseDeck(deck: Deck): Promise<void>;
  saveCalendar(days: readonly DayPlan[]): Promise<void>;
}
