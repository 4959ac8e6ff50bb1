import type { SettingsRecord } from '../../../domain/progress/records.ts';
import { settingsOf } from '../../../domain/progress/settings.ts';
import { changeSettings } from '../base/change-settings.ts';
import { noticeOf } from '../base/notice.ts';
import type { StudyHost } from '../base/study-element.ts';

/** The reader's interview date and pace, and their form. */
export class SettingsControl {
  readonly #host: StudyHost;

  constructor(host: StudyHost) {
    this.#host = host;
  }

  get settings(): SettingsRecord {
    return settingsOf(this.#host.context.model.progress);
  }

  /** Saves what the form holds; an empty date means none. */
  async save(form: HTMLFormElement): Promise<void> {
    const fields = new FormData(form);
    const interviewOn = String(fields.get('interviewOn') ?? '') || null;
    const newPerDay = Number(fields.get('newPerDay'));
    const minutesPerDay = Number(fields.get('minutesPerDay')) || undefined;
    const change = { interviewOn, newPerDay, minutesPerDay };
    const outcome = await changeSettings(this.#host.context, change);
    const text = 'Saved. Your plan and readiness are updated.';
    this.#host.notify('settings', noticeOf(outcome, { text }));
    this.#host.focusOn('#settings-notice');
  }
}
