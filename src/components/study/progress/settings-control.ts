import type { SettingsRecord } from '../../../domain/progress/records.ts';
import { settingsOf } from '../../../domain/progress/settings.ts';
import { changeSettings } from '../base/change-settings.ts';
import type { Host } from './host.ts';
import { noticeOf } from './notice-view.ts';

/** The reader's interview date and pace, and their form. */
export class SettingsControl {
  readonly #host: Host;

  constructor(host: Host) {
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
    const outcome = await changeSettings(this.#host.context, { interviewOn, newPerDay });
    this.#host.tell('settings', noticeOf(outcome, { text: 'Saved. All numbers follow it.' }));
    this.#host.update('#settings-notice');
  }
}
