import { now } from '../../../browser/clock.ts';
import type { Outcome } from '../../../browser/store-failures.ts';
import type { SettingsRecord } from '../../../domain/progress/records.ts';
import { defaultSettings } from '../../../domain/progress/settings.ts';
import type { StudyContext } from './study-context.ts';

/** What is to be changed; a limit that is undefined is removed. */
export type SettingsChange = {
  readonly [Key in 'interviewOn' | 'newPerDay' | 'bell' | 'minutesPerDay' | 'samples']?:
    | SettingsRecord[Key]
    | undefined;
};

/** Changes the reader's settings, in one step with what another tab may have changed. */
export function changeSettings(
  { model }: Pick<StudyContext, 'model'>,
  change: SettingsChange,
): Promise<Outcome<SettingsRecord | undefined>> {
  return model.store.update('settings', 'settings', (settings = defaultSettings) => {
    const changed = { ...settings, ...change, at: now() };
    // A record has no fields without a value.
    return Object.fromEntries(
      Object.entries(changed).filter(([, value]) => value !== undefined),
    ) as SettingsRecord;
  });
}
