import { html, type TemplateResult } from 'lit-html';
import { offsetAt } from '../../../browser/offset-at.ts';
import { dayLength, dayName, dayNumber } from '../../../domain/review/days.ts';
import { noticeView, type Told } from './notice-view.ts';
import type { SettingsControl } from './settings-control.ts';

/** Most days that an interview may be ahead. */
const mostAhead = 730;

/** The form for the interview date and the pace; open as long as there is no date ahead. */
export function settingsView(
  control: SettingsControl,
  now: number,
  isAhead: boolean,
  told: Told | undefined,
): TemplateResult {
  return html`<details class="panel no-print" ?open=${!isAhead}>
      <summary>${isAhead ? 'Change the date or the pace' : 'Set the day of your interview'}</summary>
      ${formView(control, now, isAhead)}
    </details>
    ${noticeView('settings', told)}`;
}

function formView(control: SettingsControl, now: number, isAhead: boolean): TemplateResult {
  const { interviewOn, newPerDay } = control.settings;
  const save = (event: SubmitEvent): void => {
    event.preventDefault();
    void control.save(event.currentTarget as HTMLFormElement);
  };
  return html`<form class="row end" @submit=${save}>
    <label class="field">
      Day of the interview
      <input
        type="date"
        name="interviewOn"
        min=${dayName(dayNumber(now, offsetAt) + 1)}
        max=${dayName(dayNumber(now + mostAhead * dayLength, offsetAt))}
        .value=${isAhead ? (interviewOn ?? '') : ''}
      />
    </label>
    <label class="field">
      New questions a day
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
    <button>Save</button>
    <p class="note">
      ${isAhead ? 'Empty the date if you have none any more. ' : ''}With a date, every question is
      started in time to come back before it.
    </p>
  </form>`;
}
