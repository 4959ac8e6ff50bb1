import type { Progress, SettingsRecord } from './records.ts';

/** What holds for readers who have set nothing. */
export const defaultSettings: SettingsRecord = {
  id: 'settings',
  interviewOn: null,
  newPerDay: 5,
  bell: true,
  at: 0,
};

/** The reader's settings. */
export function settingsOf({ settings }: Pick<Progress, 'settings'>): SettingsRecord {
  return settings[0] ?? defaultSettings;
}
