import { html, nothing, type TemplateResult } from 'lit-html';
import type { Alarm } from '../../../domain/mock/alarms.ts';
import type { StudyQuestion } from '../../../domain/practice/study-data.ts';
import { clockText } from '../../../domain/words/clock-text.ts';
import { levelTag } from '../base/question-link.ts';
import { confirmView } from './confirm-view.ts';

/** What a candidate sees while being asked. */
export interface AskingState {
  readonly code: string;
  /** Undefined if the guide no longer has the question. */
  readonly question: StudyQuestion | undefined;
  /** Place of the question, from 0, and how many there are. */
  readonly place: number;
  readonly count: number;
  /** Seconds left in all, on this question so far, and for each on average. */
  readonly left: number;
  readonly onThis: number;
  readonly each: number;
  /** Share of the time that is left, 0 to 1. */
  readonly leftShare: number;
  readonly isPaused: boolean;
  readonly alarm: Alarm | undefined;
  readonly isBellOn: boolean;
  /** Whether the candidate is asked whether to finish early. */
  readonly isConfirming: boolean;
}

/** What a candidate can do while being asked. */
export interface AskingActions {
  readonly next: () => void;
  readonly pauseOrGoOn: () => void;
  readonly finish: () => void;
  readonly confirm: () => void;
  readonly cancel: () => void;
  readonly switchBell: () => void;
  readonly showKeys: () => void;
}

const alarmTexts: Readonly<Record<Alarm, string>> = {
  half: 'Half of the time is left.',
  soon: 'Two minutes are left.',
  up: 'Time is up. Finish your sentence, then score your answers.',
};

/** One question with the time. */
export function askingView(state: AskingState, actions: AskingActions): TemplateResult {
  const { code, question, place, count, alarm, isConfirming } = state;
  const isUp = state.left === 0;
  const told = isUp ? 'up' : alarm;
  return html`<section class="asking stack">
    <h2 tabindex="-1">
      <span class="which">Question ${place + 1} of ${count}</span>
      <span class="asked">${question?.title ?? `The guide has no question ${code} any more.`}</span>
    </h2>
    ${question === undefined ? nothing : html`<p class="level">${levelTag(question.level)}</p>`}
    ${timesView(state)}
    <p role="status" class=${isUp ? 'warning' : 'note'}
      >${told === undefined ? nothing : alarmTexts[told]}</p
    >
    ${isConfirming ? finishView(state, actions) : nothing}
    <div class="row">
      ${isUp ? nothing : stepView(state, actions)}
      <button
        type="button"
        data-opens="finish"
        class=${isUp || place + 1 === count ? 'primary' : ''}
        @click=${actions.finish}
      >
        ${isUp ? 'Score my answers' : 'Finish'} <kbd aria-hidden="true">f</kbd>
      </button>
    </div>
    <div class="row tools">
      <button type="button" class="quiet" @click=${actions.switchBell}>
        ${state.isBellOn ? 'Bell is on' : 'Bell is off'} <kbd aria-hidden="true">b</kbd>
      </button>
      <button type="button" class="quiet" @click=${actions.showKeys}>Keyboard shortcuts</button>
    </div>
  </section>`;
}

function timesView({ left, onThis, each, leftShare, isPaused }: AskingState): TemplateResult {
  return html`<dl class="figures">
      <div>
        <dt>Time left${isPaused ? ' (paused)' : ''}</dt>
        <dd><span role="timer" class="time-left">${clockText(left)}</span></dd>
      </div>
      <div>
        <dt>On this question</dt>
        <dd class="time-question">
          ${clockText(onThis)} <span class="note">of about ${clockText(each)}</span>
        </dd>
      </div>
    </dl>
    <span class="bar" aria-hidden="true"
      ><span .style="width: ${(leftShare * 100).toFixed(1)}%"></span
    ></span>`;
}

function stepView({ place, count, isPaused }: AskingState, actions: AskingActions): TemplateResult {
  const isLast = place + 1 === count;
  return html`${
    isLast
      ? nothing
      : html`<button type="button" class="primary" @click=${actions.next}>
            Next question <kbd aria-hidden="true">n</kbd>
          </button>`
  }
    <button type="button" @click=${actions.pauseOrGoOn}>
      ${isPaused ? 'Go on' : 'Pause'} <kbd aria-hidden="true">p</kbd>
    </button>`;
}

function finishView({ place, count }: AskingState, actions: AskingActions): TemplateResult {
  const open = count - place - 1;
  return confirmView(
    {
      question:
        open === 1
          ? 'One question is left. Finish without it?'
          : `${open} questions are left. Finish without them?`,
      yes: 'Finish now',
      no: 'Go on answering',
    },
    actions,
  );
}
