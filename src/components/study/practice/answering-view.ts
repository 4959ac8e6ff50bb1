import { html, nothing } from 'lit-html';
import { tellsOwnStories } from '../../../domain/guide/own-stories.ts';
import { hasPlan } from '../../../domain/plan/plan.ts';
import { maxAnswerLength } from '../../../domain/practice/ladder.ts';
import type { StudyQuestion } from '../../../domain/practice/study-data.ts';
import { levelsPerSecond, voicePath } from '../../../domain/practice/voice-line.ts';
import { clockText } from '../../../domain/words/clock-text.ts';
import { roles } from '../../../guide-settings.ts';
import { pulsePath } from '../../band/pulse.ts';
import { counted, typedIn } from '../base/format.ts';
import { levelTag } from '../base/question-link.ts';
import { forwardButton } from '../base/shortcuts.ts';
import type { PracticeSession } from './practice-session.ts';
import type { PracticePage } from './practice-starter.ts';
import { box, type PulseLine, pulseLine } from './pulse-line.ts';
import type { QuestionCard } from './question-card.ts';

/** Says what comes next, which is a sample before readers score for the first time. */
export function scoreLabel({ offersSample }: PracticeSession): string {
  return offersSample ? 'Score a sample, then mine' : 'Score my answer';
}

const beats = pulsePath([3, 3, 3, 3, 3, 3], box.width / 6);

/** Shows a question that the reader can read before starting the clock. */
export function readyView(card: QuestionCard, practice: PracticeSession, host: PracticePage) {
  const { question } = card;
  const { session } = practice;
  const record = ({ target }: Event) => {
    if ((target as HTMLInputElement).checked) practice.records = true;
    // The browser may already be asking for access to the microphone.
    else practice.stopRecording();
  };
  const isPlanned = hasPlan({ ...host.starter.moment, settings: host.context.settings });
  const isToday = host.starter.isSame(session, { kind: 'today' });
  const asksRole = roles.length > 0 && isToday && !practice.canUndo && !isPlanned;
  const skip = html`<button type="button" class="quiet" data-key="s" @click=${() => practice.skip()}>
    Skip
  </button>`;
  return html`<div class="ready">
    ${asksRole ? rolesView(host) : nothing}
    <div class="asked">
      <div>
        ${levelTag(question.level, 'chip')}
        <h2 tabindex="-1" data-focus-key="${session.place} ready">${question.title}</h2>
        <p class="lead">Ready? Read it once, then start the clock. ${session.queue.length > 1 ? startsAlone : nothing}</p>
      </div>
      <p class="time">
        <span class="numeral">${clockText(question.minutes * 60)}</span>
        <span class="note">minutes to answer out loud</span>
      </p>
    </div>
    ${limitedLine({ path: beats, at: 0 }, question)}
    <div class="row">
      ${forwardButton('Start the clock', () => void practice.startClock())}
      ${session.queue.length > 1 ? skip : nothing}
      <label class="check">
        <input type="checkbox" .checked=${practice.records} @change=${record} />
        Record my voice
      </label>
      <span class="note">Your recording stays in this tab. Closing the tab deletes it.</span>
    </div>
  </div>`;
}

const startsAlone = 'From the next question on, it starts by itself.';

function rolesView(host: PracticePage) {
  const { role } = host.context.settings;
  return html`<div class="row" role="group" aria-labelledby="role">
    <span class="note"><span id="role">I’m interviewing for</span> (decides what comes first)</span>
    ${roles.map(
      ({ id, label }) => html`<button type="button" class="pick" aria-pressed=${id === role}
        @click=${() => void host.chooseRole(id)}>${label}</button>`,
    )}
  </div>`;
}

/**
 * Shows the question being answered, with its clock and a line that traces the recorded voice or,
 * without a recording, shows beats.
 */
export function askedView(card: QuestionCard, practice: PracticeSession) {
  const { question, seconds, secondsOver } = card;
  const key = practice.isRetrying ? 'retry question' : `${practice.session.place} question`;
  const { toFix } = practice;
  const tried = html`<p class="lead">Try again: ${question.criteria[0]?.criterion}</p>`;
  const fix =
    toFix &&
    html`<p class="lead">Fix this: ${toFix.criterion}</p>
    <p class="note">${toFix.score} out of 5 last time.</p>`;
  const limit = clockText(question.minutes * 60);
  return html`<div class="asked">
      <div>
        <h2 tabindex="-1" data-focus-key=${key}>${question.title}</h2>
        ${practice.isRetrying ? tried : fix}
      </div>
      <p class=${secondsOver > 0 ? 'time over' : 'time'}>
        <span class="numeral" role="timer" aria-label="Time spent" data-clock
          >${clockText(seconds)}</span
        >
        <span class="note">${secondsOver > 0 ? `${counted(secondsOver, 'second')} over` : `of ${limit}`}</span>
      </p>
    </div>
    ${lineView(card)} ${controlsView(card, practice)}`;
}

/**
 * Draws the recorded voice or, without a recording, beats that light up. For readers who prefer
 * reduced motion, the beats stay dim.
 */
function lineView(card: QuestionCard) {
  const { levels, recordedFrom, question, seconds } = card;
  const length = lengthOf(question, seconds);
  if (isCalm() || (levels.length === 0 && !card.isRecording)) {
    const at = isCalm() ? 0 : seconds / length;
    return limitedLine({ path: beats, at }, question, seconds);
  }
  const x = (at: number): number => (box.width * at) / length;
  const spoken = levels.length / levelsPerSecond;
  const { middle } = box;
  const voice = { from: x(recordedFrom), width: x(spoken), middle, height: middle - 4 };
  const line = {
    path: `M0 ${middle}H${voice.from}${voicePath(levels, voice)}`,
    rest: `M0 ${middle}H${box.width}`,
    at: (recordedFrom + spoken) / length,
  };
  return limitedLine(line, question, seconds);
}

/**
 * Returns the line's length in seconds. There is room for one minute beyond the limit, or more if
 * the answer is longer.
 */
function lengthOf({ minutes }: StudyQuestion, seconds: number): number {
  return Math.max(minutes * 60 + 60, seconds);
}

/** Draws a line with a mark where the time is up. */
function limitedLine(line: Omit<PulseLine, 'limit'>, question: StudyQuestion, seconds = 0) {
  const limit = (question.minutes * 60) / lengthOf(question, seconds);
  return html`${pulseLine({ ...line, limit })}
    <p class="limit-name note" aria-hidden="true" .style="--limit:${100 * limit}%">
      Limit ${clockText(question.minutes * 60)}
    </p>`;
}

/**
 * True if the reader prefers reduced motion. The line then doesn't move, and the sound level is
 * shown as a number.
 */
function isCalm(): boolean {
  return matchMedia('(prefers-reduced-motion: reduce)').matches;
}

function controlsView(card: QuestionCard, practice: PracticeSession) {
  const isRunning = card.ladder.clock.since !== null;
  const turn = () => practice.act({ type: isRunning ? 'pause' : 'resume' });
  const record = html`<button type="button" data-key="r" @click=${() => void practice.record()}>
    ${card.recording === undefined ? 'Record' : 'Record again'}
  </button>`;
  const recording = html`<p class="row recording">
      <b class=${isRunning ? 'on' : ''}>${isRunning ? 'Recording' : 'Recording paused'}</b>
      <span class="note">${levelText(card)}</span>
    </p>
    <button type="button" data-key="r" @click=${() => practice.stopRecording()}>
      Stop recording
    </button>`;
  return html`<div class="row">
    ${card.isRecording ? recording : record}
    <button type="button" class="quiet" data-key="p" @click=${turn}>
      ${isRunning ? 'Pause clock' : 'Resume clock'}
    </button>
  </div>`;
}

/**
 * How many seconds of sound levels are used to tell whether the microphone picks up the reader's
 * voice.
 */
const heardSeconds = 5;

function levelText({ levels }: QuestionCard): string {
  const recent = levels.slice(-heardSeconds * levelsPerSecond);
  const loudest = Math.max(0, ...recent);
  const isFaint = recent.length === heardSeconds * levelsPerSecond && loudest < 0.2;
  const words = isFaint ? 'We can barely hear you' : 'Level is good';
  return isCalm() ? `Level ${Math.round(100 * loudest)} of 100. ${words}` : words;
}

export function answeringView(card: QuestionCard, practice: PracticeSession) {
  const isOver = card.secondsOver > 0;
  // Readers tell their own stories, which can't be compared with the wording of a hint.
  const use = tellsOwnStories(card.question.level)
    ? 'These notes will help you score yourself.'
    : 'We compare these with the key points afterward.';
  return html`<div class=${isOver ? 'answering stack over' : 'answering stack'}>
    <p role="status" class="lead">
      ${isOver ? 'Time is up. Finish your sentence, then score your answer.' : nothing}
    </p>
    <label class="field" for="answer">Your answer in keywords (optional)</label>
    <textarea id="answer" rows="4" maxlength=${maxAnswerLength}
      placeholder=${use} .value=${card.ladder.answer}
      @input=${(event: Event) => practice.act({ type: 'type', text: typedIn(event) })}></textarea>
    <div class="row">
      ${forwardButton(scoreLabel(practice), () => practice.act({ type: 'next' }))}
      <button type="button" class="quiet" data-key="s" @click=${() => practice.skip()}>
        ${practice.isRetrying ? 'Back to your results' : 'Skip'}
      </button>
      <span class="note push">${keptText(card, practice)}</span>
    </div>
    ${practice.offersSample ? sampleFirst : nothing}
    ${problemView(card)}
  </div>`;
}

const sampleFirst = html`<p class="note">
  You score a sample answer first, to see what each score means.
</p>`;

/** Says what is saved of the answer, once there is anything. */
function keptText(card: QuestionCard, practice: PracticeSession): string {
  if (practice.isRetrying) return 'This try isn’t saved.';
  if (!practice.isStored) return '';
  const hasSound = card.isRecording || card.recording !== undefined;
  const hasText = card.ladder.answer.trim() !== '';
  if (!hasText) return hasSound ? 'Your recording isn’t saved.' : '';
  return hasSound ? 'Your typing is saved. Your recording isn’t.' : 'Your typing is saved.';
}

export function problemView({ recordingProblem }: QuestionCard) {
  return html`<div role="alert">
    ${recordingProblem && html`<p class="warning">${recordingProblem}</p>`}
  </div>`;
}
