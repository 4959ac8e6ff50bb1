import { html, type TemplateResult } from 'lit-html';
import { offsetAt } from '../../../browser/offset-at.ts';
import { dayLength, dayName, dayNumber } from '../../../domain/review/days.ts';
import type { StudyHost } from '../base/study-element.ts';
import type { SettingsControl } from './settings-control.ts';

/** Days that an interview may be ahead at most. */
const maxDaysAhead = 730;

/** The form for the interview date and the pace; open as long as there is no date ahead. */
export function settingsView(
  control: SettingsControl,
  now: number,
  isAhead: boolean,
  host: StudyHost,
): TemplateResult {
  return html`<details class="panel no-print" ?open=${!isAhead}>
      <summary>${isAhead ? 'Change the date or the limits' : 'Set your interview date'}</summary>
      ${formView(control, now, isAhead)}
    </details>
    ${host.noticeAt('settings')}`;
}

function formView(control: SettingsControl, now: number, isAhead: boolean): TemplateResult {
  const { interviewOn, newPerDay, minutesPerDay } = control.settings;
  const save = (event: SubmitEvent): void => {
    event.preventDefault();
    void control.save(event.currentTarget as HTMLFormElement);
  };
  return html`<form class="row end" @submit=${save}>
    <label class="field">
      Interview date
      <input
        type="date"
        name="interviewOn"
        min=${dayName(dayNumber(now, offsetAt) + 1)}
        max=${dayName(dayNumber(now + maxDaysAhead * dayLength, offsetAt))}
        .value=${isAhead ? (interviewOn ?? '') : ''}
      />
    </label>
    <label class="field">
      New questions per day (minimum)
      <input
        type="number"
        name="newPerDay"
        min="0"
        max="100"
        step="1"
        required
        .value=${String(newPerDay)}
      />
    </label>
    <label class="field">
      Minutes per day (limit)
      <input
        type="number"
        name="minutesPerDay"
        min="5"
        max="600"
        placeholder="none"
        .value=${String(minutesPerDay ?? '')}
      />
    </label>
    <button>Save</button>
    <p class="note">
      ${isAhead ? 'No interview anymore? Clear the date. ' : ''}With a date, you start every question
      early enough to see it again before that day.
    </p>
  </form>`;
}
