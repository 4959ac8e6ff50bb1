import { dailyMinutes } from './daily-minutes.ts';
import type { Progress, SettingsRecord } from './records.ts';

export const defaultSettings: SettingsRecord = {
  id: 'settings',
  interviewOn: null,
  newPerDay: 5,
  bell: true,
  at: 0,
};

/** Returns the reader's settings. If the reader hasn't set a daily limit, uses the default. */
export function settingsOf({ settings }: Pick<Progress, 'settings'>) {
  const saved = settings[0] ?? defaultSettings;
  return { ...saved, minutesPerDay: saved.minutesPerDay ?? dailyMinutes.usual };
}
