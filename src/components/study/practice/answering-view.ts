import { html, nothing, svg } from 'lit-html';
import { tellsOwnStories } from '../../../domain/guide/own-stories.ts';
import { maxAnswerLength } from '../../../domain/practice/ladder.ts';
import { levelsPerSecond, voicePath } from '../../../domain/practice/voice-line.ts';
import { clockText } from '../../../domain/words/clock-text.ts';
import { roles } from '../../../guide.ts';
import { counted, typedIn } from '../base/format.ts';
import { levelTag } from '../base/question-link.ts';
import { forwardButton } from '../base/shortcuts.ts';
import type { PracticeSession } from './practice-session.ts';
import type { PracticePage } from './practice-starter.ts';
import type { QuestionCard } from './question-card.ts';

export const scoreAnswer = 'Score my answer';
export const startClock = 'Start the clock';
export const anotherQuestion = 'Show another question';

/** Shows the first question, which the reader reads before the clock starts. */
export function readyView(card: QuestionCard, practice: PracticeSession, host: PracticePage) {
  const { question } = card;
  const { session, context } = practice;
  const record = ({ target }: Event) => {
    practice.records = (target as HTMLInputElement).checked;
  };
  const isPlan = host.starter.isSame(session, { kind: 'today' });
  const another = html`<button type="button" class="quiet" @click=${() => practice.skip()}>
    ${anotherQuestion}
  </button>`;
  const later = html`<p class="note">No interview date yet? We’ll ask after your first score.</p>`;
  return html`<div class="ready">
    ${isPlan ? rolesView(host) : nothing}
    <div class="asked">
      <div>
        ${levelTag(question.level, 'chip')}
        <h2 tabindex="-1" data-focus-key="${session.place} ready">${question.title}</h2>
        <p class="lead">Ready? Read it once, then start the clock.</p>
      </div>
      <p class="time">
        <span class="figure">${clockText(question.minutes * 60)}</span>
        <span class="note">minutes to answer out loud</span>
      </p>
    </div>
    ${beatsView(0, question.minutes * 60)}
    <div class="row">
      ${forwardButton(startClock, () => void practice.startClock())}
      ${session.queue.length > 1 ? another : nothing}
      <label class="check switch">
        <input type="checkbox" role="switch" .checked=${practice.records} @change=${record} />
        Record my voice
      </label>
      <span class="note">Your recording stays in this tab. Closing the tab deletes it.</span>
    </div>
    ${context.settings.interviewOn === null ? later : nothing}
  </div>`;
}

function rolesView(host: PracticePage) {
  if (roles.length === 0) return nothing;
  const { role } = host.context.settings;
  return html`<fieldset class="roles">
    <legend>I’m interviewing for</legend>
    ${roles.map(
      ({ id, label }) => html`<label>
        <input type="radio" name="role" value=${id} .checked=${id === role}
          @change=${() => void host.chooseRole(id)} />
        <span>${label}</span>
      </label>`,
    )}
  </fieldset>`;
}

/** Shows the question being answered with its clock and the line of the reader's voice. */
export function askedView(card: QuestionCard, practice: PracticeSession) {
  const { question, seconds, secondsOver } = card;
  const subject = practice.isRetrying ? question.criteria[0]?.criterion : undefined;
  const tried = html`<p class="lead">Try again: ${subject}</p>`;
  return html`<div class="asked">
      <div>
        <h2 tabindex="-1" data-focus-key=${focusKeyOf(practice)}>${question.title}</h2>
        ${subject === undefined ? nothing : tried}
      </div>
      <p class=${secondsOver > 0 ? 'time over' : 'time'}>
        <span class="figure" role="timer" aria-label="Time spent" data-clock
          >${clockText(seconds)}</span
        >
        <span class="note" data-over>${timeText(card)}</span>
      </p>
    </div>
    ${lineView(card)} ${controlsView(card, practice)}`;
}

function focusKeyOf({ isRetrying, session }: PracticeSession): string {
  return isRetrying ? 'retry question' : `${session.place} question`;
}

function timeText({ question, secondsOver }: QuestionCard): string {
  const over = Math.floor(secondsOver);
  return over > 0 ? `${counted(over, 'second')} over` : `of ${clockText(question.minutes * 60)}`;
}

function controlsView(card: QuestionCard, practice: PracticeSession) {
  const isRunning = card.ladder.clock.since !== null;
  const turn = () => practice.act({ type: isRunning ? 'pause' : 'resume' });
  const record = html`<button type="button" @click=${() => void practice.record()}>
    ${card.recording === undefined ? 'Record' : 'Record again'}
  </button>`;
  const recording = html`<p class="recording">
      <span class=${isRunning ? 'dot' : 'dot off'}></span>
      <b>${isRunning ? 'Recording' : 'Recording paused'}</b>
      ${meterView(card)}
    </p>
    <button type="button" @click=${() => practice.stopRecording()}>Stop recording</button>`;
  return html`<div class="controls row">
    ${card.isRecording ? recording : record}
    <button type="button" class="quiet" @click=${turn}>
      ${isRunning ? 'Pause clock' : 'Resume clock'}
    </button>
  </div>`;
}

/** Says in a sentence what is saved. */
function keptText({ isRecording, recording }: QuestionCard, practice: PracticeSession): string {
  const hasSound = isRecording || recording !== undefined;
  if (practice.isRetrying) return 'This is for practice. Nothing of it is saved.';
  const sound = hasSound ? 'Your recording isn’t.' : '';
  return practice.isStored ? `Your typing is saved. ${sound}` : '';
}

/** True for readers who asked for less motion. They get text instead of the moving meter. */
function isCalm(): boolean {
  return matchMedia('(prefers-reduced-motion: reduce)').matches;
}

/** How many seconds of levels decide whether the microphone hears the reader. */
const heardSeconds = 5;

function meterView({ levels }: QuestionCard) {
  const recent = levels.slice(-heardSeconds * levelsPerSecond);
  const loudest = Math.max(0, ...recent);
  const isFaint = recent.length === heardSeconds * levelsPerSecond && loudest < 0.2;
  const words = isFaint ? 'We can barely hear you' : 'Level is good';
  if (isCalm()) {
    return html`<span class="note">Level ${Math.round(100 * loudest)} of 100. ${words}</span>`;
  }
  return html`<span class="meter" aria-hidden="true">${bars.map(() => html`<i></i>`)}</span>
    <span class="note">${words}</span>`;
}

const bars = [1, 2, 3, 4, 5, 6, 7, 8];

const box = { width: 1216, height: 120, middle: 60 } as const;

const beat = 'h70q7-10 14 0h10l5 7 7-44 8 55 5-18h12q10-16 20 0h52';
const beats = `M0 60${beat.repeat(6)}`;

/**
 * Returns the width of the line in seconds: a minute beyond the limit, to leave room for a longer
 * answer.
 */
function lengthOf({ question, seconds }: QuestionCard): number {
  return Math.max(question.minutes * 60 + 60, seconds);
}

/** Draws the line of an answer: the voice while it is recorded, otherwise beats that light up. */
function lineView(card: QuestionCard) {
  const limit = card.question.minutes * 60;
  const length = lengthOf(card);
  const mark = (seconds: number) => html`<span .style="left:${(100 * seconds) / length}%">
    ${clockText(seconds)}
  </span>`;
  const minutes = Array.from({ length: Math.ceil(limit / 60) - 1 }, (_, index) => 60 * (index + 1));
  const hasVoice = card.levels.length > 0 || card.isRecording;
  return html`<div class="timeline">
    <div class="marks" aria-hidden="true">
      ${minutes.filter((minute) => limit - minute > 20).map(mark)}
      <span class="limit" .style="left:${(100 * limit) / length}%">Limit ${clockText(limit)}</span>
    </div>
    ${hasVoice && !isCalm() ? voiceView(card) : beatsView(isCalm() ? 0 : card.seconds, limit, length)}
  </div>`;
}

/**
 * Draws beats that light up.
 * @param spent seconds so far; those beyond the limit are amber
 */
function beatsView(spent: number, limit: number, length = limit) {
  const x = (seconds: number): number => Math.round((box.width * seconds) / length);
  const end = x(Math.min(spent, limit));
  return svg`<svg class="pulse" viewBox="0 0 ${box.width} ${box.height}" preserveAspectRatio="none"
    aria-hidden="true">
    <clipPath id="spent"><rect x="-20" y="-40" width=${end + 20} height="200" /></clipPath>
    <clipPath id="beyond">
      <rect x=${x(limit)} y="-40" width=${Math.max(0, x(spent) - x(limit))} height="200" />
    </clipPath>
    <path d=${beats} />
    <path class="live" clip-path="url(#spent)" d=${beats} />
    <path class="beyond" clip-path="url(#beyond)" d=${beats} />
    ${length === limit ? nothing : svg`<path class="limit" d="M${x(limit)} 0V${box.height}" />`}
    <path class="live" d="M${x(spent)} 8V112" />
  </svg>`;
}

function voiceView(card: QuestionCard) {
  const lines = voiceLines(card);
  const limit = Math.round((box.width * card.question.minutes * 60) / lengthOf(card));
  return svg`<svg class="pulse voice" viewBox="0 0 ${box.width} ${box.height}"
    preserveAspectRatio="none" role="img" aria-label="Level of your voice over time">
    <path data-line="rest" d=${lines.rest} />
    <path class="live" data-line="within" d=${lines.within} />
    <path class="beyond" data-line="beyond" d=${lines.beyond} />
    <path class="limit" d="M${limit} 0V${box.height}" />
    <path class="head" data-line="head" d=${lines.head} />
  </svg>`;
}

/** Returns paths of the voice within the limit and beyond it, and of the remaining time. */
function voiceLines(card: QuestionCard) {
  const { levels, recordedFrom, question } = card;
  const length = lengthOf(card);
  const x = (seconds: number): number => (box.width * seconds) / length;
  const limit = question.minutes * 60;
  const within = Math.max(0, Math.round((limit - recordedFrom) * levelsPerSecond));
  const at = recordedFrom + levels.length / levelsPerSecond;
  const height = box.height / 2 - 4;
  const line = (from: number, part: readonly number[]): string =>
    voicePath(part, {
      from: x(from),
      width: x(part.length / levelsPerSecond),
      middle: box.middle,
      height,
    });
  const start = recordedFrom > 0 ? `M0 ${box.middle}H${x(recordedFrom).toFixed(1)}` : '';
  return {
    rest: `M${x(at).toFixed(1)} ${box.middle}H${box.width}`,
    within: start + line(recordedFrom, levels.slice(0, within)),
    beyond: line(Math.max(limit, recordedFrom), levels.slice(within)),
    head: `M${x(at).toFixed(1)} 4V${box.height - 4}`,
  };
}

/**
 * Draws the newest level of the voice without rendering the page again. Readers who asked for less
 * motion have numbers instead.
 */
export function paintVoice(root: ParentNode, card: PracticeSession['current']): void {
  if (card === undefined || !('levels' in card) || isCalm()) return;
  for (const [name, path] of Object.entries(voiceLines(card))) {
    root.querySelector(`[data-line="${name}"]`)?.setAttribute('d', path);
  }
  const level = card.levels.at(-1) ?? 0;
  for (const [place, bar] of root.querySelectorAll('.meter i').entries()) {
    bar.classList.toggle('on', level * bars.length > place + 0.5);
  }
}

/** Shows what the reader types and does below the question. */
export function answeringView(card: QuestionCard, practice: PracticeSession) {
  const isOver = card.secondsOver > 0;
  const type = (event: Event) => {
    if (card.ladder.way === 'spoken') practice.act({ type: 'answer', way: 'typed' });
    practice.act({ type: 'type', text: typedIn(event) });
  };
  const skip = html`<button type="button" class="quiet" @click=${() => practice.skip()}>
    ${practice.isRetrying ? 'Back to your results' : 'Skip question'}
  </button>`;
  // A story of the reader's can't be compared with the words of a hint.
  const use = tellsOwnStories(card.question.level)
    ? 'These notes will help you score yourself.'
    : 'We compare these with the key points afterward.';
  return html`<div class=${isOver ? 'answering stack over' : 'answering stack'}>
    <p role="status" class="lead">
      ${isOver ? 'Time is up. Finish your sentence, then score your answer.' : nothing}
    </p>
    <label class="field" for="answer">Your answer in keywords (optional)</label>
    <textarea id="answer" rows="4" maxlength=${maxAnswerLength}
      placeholder=${use} .value=${card.ladder.answer} @input=${type}></textarea>
    <div class="row">
      ${forwardButton(scoreAnswer, () => practice.act({ type: 'next' }))} ${skip}
      <span class="note push">${keptText(card, practice)}</span>
    </div>
    ${problemView(card)}
  </div>`;
}

/** Says why the answer isn't recorded. */
export function problemView({ recordingProblem }: QuestionCard) {
  return html`<div role="alert">
    ${recordingProblem && html`<p class="warning">${recordingProblem}</p>`}
  </div>`;
}
