import type { Progress, SettingsRecord } from './records.ts';

export const defaultSettings: SettingsRecord = {
  id: 'settings',
  interviewOn: null,
  newPerDay: 5,
  bell: true,
  at: 0,
};

/** Minutes of practice per day, unless the reader chose others. */
const defaultMinutes = 30;

/** The reader's settings, with a limit for each day. */
export function settingsOf({ settings }: Pick<Progress, 'settings'>) {
  const saved = settings[0] ?? defaultSettings;
  return { ...saved, minutesPerDay: saved.minutesPerDay ?? defaultMinutes };
}
