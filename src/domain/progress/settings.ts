import type { Progress, SettingsRecord } from './records.ts';

export const defaultSettings: SettingsRecord = {
  id: 'settings',
  interviewOn: null,
  newPerDay: 5,
  bell: true,
  at: 0,
};

export function settingsOf({ settings }: Pick<Progress, 'settings'>): SettingsRecord {
  return settings[0] ?? defaultSettings;
}
