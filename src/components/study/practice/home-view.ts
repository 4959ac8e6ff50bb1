import { html, nothing, type TemplateResult } from 'lit-html';
import { checkingMinutes } from '../../../domain/practice/decks.ts';
import { type PracticeChoice, writePracticeLink } from '../../../domain/practice/practice-link.ts';
import type { StudyData } from '../../../domain/practice/study-data.ts';
import type { SettingsRecord } from '../../../domain/progress/records.ts';
import { counted, dayText } from '../base/format.ts';
import { choiceView, termsView } from './choice-view.ts';

/** Cards that a choice would bring. */
export interface Amount {
  readonly due: number;
  readonly fresh: number;
  readonly total: number;
  /** Minutes that answering and checking them takes. */
  readonly minutes: number;
}

/** What the choice of practice is made from. */
export interface HomeState {
  readonly settings: SettingsRecord;
  /** Whole days until the interview; undefined if there is no date ahead. */
  readonly daysLeft: number | undefined;
  readonly today: Amount;
  readonly due: number;
  readonly weak: number;
  readonly fresh: number;
  readonly bookmarked: number;
  /** Practice that was left: its name and how far it is. */
  readonly left:
    | { readonly name: string; readonly reviewed: number; readonly total: number }
    | undefined;
  /** Whether nothing was answered so far. */
  readonly isFirst: boolean;
  /** What is wrong with the link or with what was kept. */
  readonly problems: readonly string[];
  readonly data: StudyData;
}

/** What can be done there. */
export interface HomeActions {
  goOn(): void;
  drop(): void;
  start(choice: PracticeChoice): void;
  setInterview(day: string | null): void;
  setNewPerDay(count: number): void;
  calendar(): void;
  showKeys(): void;
}

/** The choice of what to practice: what today asks for, or anything else. */
export function homeView(state: HomeState, actions: HomeActions): TemplateResult {
  return html`${state.problems.map((problem) => html`<p class="warning" role="alert">${problem}</p>`)}
    ${leftView(state, actions)} ${todayView(state, actions)} ${dateView(state, actions)}
    ${choiceView(state, actions)} ${termsView(actions)}
    <p><button type="button" class="quiet" @click=${actions.showKeys}>Keyboard shortcuts <kbd>?</kbd></button></p>`;
}

function leftView(
  { left }: HomeState,
  { goOn, drop }: HomeActions,
): TemplateResult | typeof nothing {
  if (left === undefined) return nothing;
  return html`<section class="panel stack" aria-labelledby="left">
    <h2 id="left">Where you stopped</h2>
    <p>${left.name}: ${left.reviewed} of ${left.total} done.</p>
    <div class="row">
      <button type="button" class="primary" @click=${goOn}>Go on <kbd>g</kbd></button>
      <button type="button" class="quiet" @click=${drop}>Let it go</button>
    </div>
  </section>`;
}

function todayView(
  { today, daysLeft, settings, left, isFirst }: HomeState,
  { start }: HomeActions,
): TemplateResult {
  const day = settings.interviewOn;
  return html`<section class="panel main stack" aria-labelledby="today">
    <h2 id="today" tabindex="-1" data-focus="home">Today</h2>
    ${
      day === null
        ? nothing
        : html`<p class="note">
            ${
              daysLeft === undefined
                ? `Your interview was set for ${dayText(day)}. Until you set another date, questions come back as your memory needs them.`
                : `Interview in ${counted(daysLeft, 'day')}, on ${dayText(day)}.`
            }
          </p>`
    }
    ${
      isFirst
        ? html`<p>
            Answer first, aloud if you can. Then hint, outline, rubric and model answer come one at a
            time, and your own score decides when the question returns. All of it stays on this
            device.
          </p>`
        : nothing
    }
    ${
      today.total === 0
        ? html`<p>Nothing is due, and today’s new questions are done.</p>`
        : html`<dl class="figures">
            <div><dt>Due</dt><dd>${today.due}</dd></div>
            <div><dt>New</dt><dd>${today.fresh}</dd></div>
            <div><dt>Time</dt><dd>${today.minutes} min</dd></div>
          </dl>
          <p class="note">Speaking, and about ${checkingMinutes} minutes to check each answer.</p>`
    }
    <div class="row">
      <button
        type="button"
        class=${left === undefined && today.total > 0 ? 'primary' : ''}
        ?disabled=${today.total === 0}
        @click=${() => start({ kind: 'today' })}
      >
        Start with today
      </button>
    </div>
  </section>`;
}

function dateView({ settings }: HomeState, actions: HomeActions): TemplateResult {
  const { interviewOn, newPerDay } = settings;
  return html`<section class="stack no-print" aria-labelledby="date">
    <h2 id="date">Towards a date</h2>
    <p class="note">
      With a date, every question comes back before that day. Without one, it comes back when you are
      about to forget it.
    </p>
    <div class="row end">
      <label class="field">
        <span>Day of the interview</span>
        <input
          type="date"
          .value=${interviewOn ?? ''}
          @change=${(event: Event) => actions.setInterview((event.target as HTMLInputElement).value || null)}
        />
      </label>
      <label class="field">
        <span>New a day, at least</span>
        <input
          type="number"
          min="0"
          max="100"
          inputmode="numeric"
          .value=${String(newPerDay)}
          @change=${(event: Event) => actions.setNewPerDay((event.target as HTMLInputElement).valueAsNumber)}
        />
      </label>
      <button type="button" @click=${actions.calendar}>Plan as calendar file (.ics)</button>
    </div>
  </section>`;
}

/** The address that starts a choice. */
export function choiceAddress(choice: PracticeChoice): string {
  return `#${writePracticeLink(choice)}`;
}
