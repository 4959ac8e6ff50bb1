import { html, nothing, type TemplateResult } from 'lit-html';
import { writePracticeLink } from '../../../domain/practice/practice-link.ts';
import type { CardRecall } from '../../../domain/review/readiness.ts';
import { counted, dayText, percentText } from '../base/format.ts';
import type { StudyContext } from '../base/study-context.ts';
import type { StudyHost } from '../base/study-element.ts';
import { groupsView } from './groups-view.ts';
import { interviewText } from './progress-text.ts';
import type { Numbers } from './read-numbers.ts';
import type { SettingsControl } from './settings-control.ts';
import { settingsView } from './settings-view.ts';

/** Topics that are shown at first, the weakest ones. */
const fewTopics = 8;

/** What the section on readiness shows. */
export interface ReadinessState {
  readonly context: StudyContext;
  readonly numbers: Numbers;
  readonly settings: SettingsControl;
  readonly hasAllTopics: boolean;
  readonly toggleTopics: () => void;
  readonly host: StudyHost;
}

/** How ready the reader is: recall on the interview day, or now, as a whole and by group. */
export function readinessView(state: ReadinessState): TemplateResult {
  const { context, numbers, settings, host } = state;
  const { daysLeft, weakest, whole } = numbers.outlook;
  const when = daysLeft === null ? 'now' : 'on interview day';
  return html`<section class="stack" aria-labelledby="readiness">
    <h2 id="readiness" tabindex="-1">Readiness</h2>
    ${leadView(state)} ${figuresView(numbers)}
    <p class="note">
      The share of questions you’d remember ${when}, estimated from your own scores (FSRS).
      Questions you haven’t answered count as zero.
    </p>
    ${actionsView(state)} ${settingsView(settings, numbers.now, daysLeft !== null, host)}
    ${weakest.length === 0 ? nothing : weakestView(weakest, context, when)}
    ${
      whole.seen === 0
        ? html`<p>After your first answer, you’ll see your readiness by level and topic here.</p>`
        : groupTablesView(state)
    }
  </section>`;
}

function leadView({ numbers, settings }: ReadinessState): TemplateResult {
  const { interviewOn } = settings.settings;
  const { daysLeft } = numbers.outlook;
  if (interviewOn === null) return html`<p class="lead">You haven’t set an interview date.</p>`;
  if (daysLeft !== null) return html`<p class="lead">${interviewText(interviewOn, daysLeft)}</p>`;
  return html`<p class="lead">
    Your interview date, ${dayText(interviewOn)}, has arrived. Set a new date to keep planning.
  </p>`;
}

function figuresView({ outlook: { whole, daysLeft } }: Numbers): TemplateResult {
  return html`<dl class="figures">
    <div>
      <dt>${daysLeft === null ? 'Recall now' : 'If you stop now'}</dt>
      <dd>${percentText(whole.recall)}</dd>
    </div>
    ${
      whole.kept === null
        ? nothing
        : html`<div>
            <dt>If you follow the plan</dt>
            <dd>${percentText(whole.kept)}</dd>
          </div>`
    }
    <div>
      <dt>Answered so far</dt>
      <dd>${whole.seen} of ${whole.total}</dd>
    </div>
  </dl>`;
}

function actionsView({ context, numbers }: ReadinessState): TemplateResult {
  const { practice } = context.paths;
  const { days, whole } = numbers.outlook;
  const { due, new: fresh } = days[0] ?? { due: 0, new: 0 };
  const today = whole.seen === 0 ? 'Start practicing' : 'Practice today’s questions';
  return html`<div class="row">
    ${
      due + fresh === 0
        ? html`<p>Nothing more is planned for today.</p>`
        : html`<a class="button primary" href="${practice}#${writePracticeLink({ kind: 'today' })}"
              >${today}</a
            >
            <span class="note">${plannedText(due, fresh)}</span>`
    }
    ${
      whole.seen === 0
        ? nothing
        : html`<a class="button" href="${practice}#${writePracticeLink({ kind: 'weak' })}"
            
            >Practice weak questions</a
          >`
    }
  </div>`;
}

function plannedText(due: number, fresh: number): string {
  if (due === 0) return `${fresh} new`;
  return fresh === 0 ? `${due} due` : `${due} due, ${fresh} new`;
}

function weakestView(
  weakest: readonly CardRecall[],
  context: StudyContext,
  when: string,
): TemplateResult {
  return html`<h3>Your weakest questions</h3>
    <p class="note">How likely you are to remember each one ${when}. Select a question to practice it.</p>
    <ol class="plain lines">
      ${weakest.map(({ id, recall }) => {
        const code = id.slice(id.indexOf(':') + 1);
        const link = writePracticeLink({ kind: 'question', code });
        return html`<li class="apart">
          <a href="${context.paths.practice}#${link}">${context.questions.get(code)?.title ?? code}</a>
          <span class="number">${percentText(recall)}</span>
        </li>`;
      })}
    </ol>`;
}

function groupTablesView(state: ReadinessState): TemplateResult {
  const { context, numbers, hasAllTopics, toggleTopics } = state;
  const { levels, topics, daysLeft } = numbers.outlook;
  const shown = hasAllTopics ? topics : topics.slice(0, fewTopics);
  const frame = { isAhead: daysLeft !== null, practice: context.paths.practice };
  return html`${groupsView({ ...frame, kind: 'level', groups: levels })}
    ${groupsView({ ...frame, kind: 'topic', groups: shown })}
    <div class="row">
      <button type="button" aria-expanded=${hasAllTopics} @click=${toggleTopics}>
        ${hasAllTopics ? 'Show fewer topics' : `Show all ${counted(topics.length, 'topic')}`}
      </button>
      <span class="note">The weakest first. Select a name to practice it.</span>
    </div>`;
}
