import { now } from '../../../browser/clock.ts';
import type { Outcome } from '../../../browser/store-failures.ts';
import type { SettingsRecord } from '../../../domain/progress/records.ts';
import { defaultSettings } from '../../../domain/progress/settings.ts';
import type { StudyContext } from './study-context.ts';

/** Changes the reader's settings, in one step with what another tab may have changed. */
export function changeSettings(
  { model }: Pick<StudyContext, 'model'>,
  change: Partial<Pick<SettingsRecord, 'interviewOn' | 'newPerDay' | 'bell'>>,
): Promise<Outcome<SettingsRecord | undefined>> {
  return model.store.update('settings', 'settings', (settings = defaultSettings) => ({
    ...settings,
    ...change,
    at: now(),
  }));
}
