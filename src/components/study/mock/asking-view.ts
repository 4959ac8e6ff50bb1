import { html, nothing, type TemplateResult } from 'lit-html';
import { live } from 'lit-html/directives/live.js';
import type { Alarm } from '../../../domain/mock/clock.ts';
import {
  finishAsking,
  type MockRun,
  maxAnswerNoteLength,
  noteAnswer,
} from '../../../domain/mock/mock-run.ts';
import { clockText } from '../../../domain/words/clock-text.ts';
import { typedIn } from '../base/format.ts';
import { levelTag } from '../base/question-link.ts';
import { keyOfScreen, type MockScreen } from './mock-screen.ts';
import type { Room } from './room.ts';
import { storageView } from './storage-view.ts';

type Asking = Extract<MockScreen, { name: 'asking' | 'scoring' }>;

const alertTexts: Readonly<Record<Alarm, string>> = {
  half: 'Half of the time is left.',
  soon: 'Two minutes are left.',
  up: 'Time is up. Finish your sentence, then score your answers.',
};

export function askingView(screen: Asking, room: Room): TemplateResult {
  const { run } = screen;
  const { candidate, context } = room;
  const { clock, codes } = run;
  const place = clock.question;
  const code = codes[place] ?? '';
  const question = context.questions.get(code);
  const isUp = candidate.isTimeUp;
  const isLast = isUp || place + 1 === codes.length;
  const alert = isUp ? 'up' : candidate.alarm;
  const next = html`<button type="button" class="primary" @click=${() => candidate.next()}>
    Next question <kbd aria-hidden="true">n</kbd>
  </button>`;
  return html`${storageView('unfinished mock interview', candidate.stored)}
    <section class="asking stack">
      <div class="ink stage">
        <p class="row which">
          ${question && levelTag(question.level)}
          <span aria-hidden="true">Question ${place + 1} of ${codes.length}</span>
        </p>
        <h2 tabindex="-1" data-focus-key=${keyOfScreen(screen)}>
          <span class="sr-only">Question ${place + 1} of ${codes.length}: </span>
          <span class="asked"
            >${
              candidate.isPaused
                ? 'Paused. The question is hidden until you resume.'
                : (question?.title ?? `The guide no longer has question ${code}.`)
            }</span
          >
        </h2>
        ${timesView(run, room)} ${toolsView(room)}
      </div>
      <p role="status" class=${isUp ? 'warning' : 'note'}>${alert && alertTexts[alert]}</p>
      <div role="alert">${recorderProblem(room)}</div>
      ${noteView(run, place, room)}
      <div class="row">
        ${isLast ? nothing : next}
        <button type="button" class=${isLast ? 'primary' : ''} @click=${() => void finish(room)}>
          ${isUp ? 'Score my answers' : 'Finish'} <kbd aria-hidden="true">f</kbd>
        </button>
      </div>
    </section>`;
}

function timesView({ clock, codes }: MockRun, { candidate }: Room): TemplateResult {
  return html`<dl class="times">
      <div>
        <dt>Time left${candidate.isPaused ? ' (paused)' : ''}</dt>
        <dd>
          <span role="timer" class="time-left">${clockText(Math.ceil(candidate.timeLeft / 1000))}</span>
        </dd>
      </div>
      <div>
        <dt>This question</dt>
        <dd class="time-question"
          >${clockText(Math.floor(candidate.onThis / 1000))} <span class="note"
            >of about ${clockText(clock.total / codes.length / 1000)}</span
          ></dd
        >
      </div>
    </dl>
    <span class="bar" aria-hidden="true"
      ><span .style="width: ${((1 - candidate.timeLeft / clock.total) * 100).toFixed(1)}%"></span
    ></span>`;
}

function toolsView(room: Room): TemplateResult {
  const { candidate } = room;
  const { recorder, hasAlerts } = candidate;
  const pause = html`<button type="button" @click=${() => candidate.pauseOrResume()}>
    ${candidate.isPaused ? 'Resume' : 'Pause'} <kbd aria-hidden="true">p</kbd>
  </button>`;
  return html`<div class="row tools">
    ${candidate.isTimeUp ? nothing : pause}
    <button type="button" aria-pressed=${recorder.isOn} @click=${() => recorder.switch()}>
      Record answers <kbd aria-hidden="true">r</kbd>
    </button>
    <button type="button" aria-pressed=${hasAlerts} @click=${() => candidate.switchAlerts()}>
      Time alerts <kbd aria-hidden="true">a</kbd>
    </button>
    ${shortcutsButton(room)}
  </div>`;
}

export function shortcutsButton({ host }: Room): TemplateResult {
  const show = (): void => host.showShortcuts();
  return html`<button type="button" class="quiet shortcuts-button" @click=${show}>
    Shortcuts
  </button>`;
}

function recorderProblem({ candidate }: Room): TemplateResult | typeof nothing {
  const { problem, isLostOnLeaving } = candidate.recorder;
  const text = problem ?? (isLostOnLeaving ? lostOnLeaving : undefined);
  return text === undefined ? nothing : html`<p class="warning">${text}</p>`;
}

const lostOnLeaving =
  'This browser can’t store recordings. They’re lost when you close or reload this page.';

export function noteView(run: MockRun, place: number, { candidate }: Room): TemplateResult {
  const type = (event: Event): void =>
    candidate.step((latest) => noteAnswer(latest, place, typedIn(event)));
  return html`<label class="field answer-note">
    Your notes (optional)
    <textarea rows="3" maxlength=${maxAnswerNoteLength} .value=${live(run.notes?.[place] ?? '')}
      @input=${type}></textarea>
  </label>`;
}

export async function finish({ candidate, host }: Room): Promise<void> {
  const { run } = candidate;
  if (run === undefined) return;
  const open = run.codes.length - run.clock.question - 1;
  if (open > 0 && !candidate.isTimeUp) {
    const questions = open === 1 ? 'one unanswered question' : `${open} unanswered questions`;
    const answer = await host.confirm('Finish now?', [`You have ${questions}.`], 'Finish now');
    if (answer === undefined) return;
  }
  candidate.step(finishAsking);
}
