import { html, nothing, type TemplateResult } from 'lit-html';
import { minutesText } from '../../../domain/guide/minutes.ts';
import { clockText } from '../../../domain/words/clock-text.ts';
import type { LadderActions } from './ladder-view.ts';
import type { QuestionCard } from './question-card.ts';

/** The ways to answer: say, type, record. */
export function waysView(card: QuestionCard): TemplateResult {
  return html`<div class="stack">
    <p>
      Answer first, as in the interview: about ${minutesText(card.question.minutes)} minutes aloud. Hint, outline
      and model answer come afterwards, one at a time.
    </p>
    <div class="row">
      <button type="button" class="primary" @click=${() => void card.begin('spoken')}>
        Say it <kbd>s</kbd>
      </button>
      <button type="button" @click=${() => void card.begin('typed')}>Type it <kbd>t</kbd></button>
      <button type="button" @click=${() => void card.begin('recorded')}>
        Record it <kbd>r</kbd>
      </button>
    </div>
    <div role="alert">
      ${
        card.recordingProblem === undefined
          ? nothing
          : html`<p class="warning">${card.recordingProblem}</p>`
      }
    </div>
    <p class="note">A recording stays in this page and is gone when you leave it.</p>
  </div>`;
}

const instructions = {
  spoken: 'Say your answer aloud, as if somebody sat across the table.',
  typed: 'Type your answer; key words are enough. It stays on this device.',
  recorded: 'Recording. Say your answer aloud; you can listen to it afterwards.',
} as const;

/** The answer being given, with its clock. */
export function answeringView(card: QuestionCard, { act }: LadderActions): TemplateResult {
  const { ladder, question } = card;
  const isRunning = ladder.clock.since !== null;
  return html`<div class="stack">
    <h3 tabindex="-1" data-focus="answering">Your answer</h3>
    <p>${card.isRecording ? instructions.recorded : instructions[ladder.way === 'recorded' ? 'spoken' : (ladder.way ?? 'spoken')]}</p>
    <p class="row">
      <span class="clock" role="timer" aria-label="Time spent" data-clock
        >${clockText(card.seconds)}</span
      >
      <span class="note">of about ${clockText(question.minutes * 60)}</span>
      <button
        type="button"
        class="quiet"
        @click=${() => act({ type: isRunning ? 'pause' : 'resume' })}
      >
        ${isRunning ? 'Pause' : 'Go on'} <kbd>p</kbd>
      </button>
    </p>
    ${
      ladder.way === 'typed'
        ? html`<label class="field">
            <span>Your answer</span>
            <textarea
              rows="10"
              maxlength="20000"
              .value=${ladder.answer}
              @input=${(event: Event) =>
                act({ type: 'type', text: (event.target as HTMLTextAreaElement).value })}
            ></textarea>
          </label>`
        : nothing
    }
    <div class="row">
      <button type="button" class="primary" @click=${() => act({ type: 'next' })}>
        I have answered <kbd>${ladder.way === 'typed' ? 'Ctrl Enter' : 'n'}</kbd>
      </button>
      <button type="button" class="quiet" @click=${() => act({ type: 'undo' })}>
        Start over <kbd>u</kbd>
      </button>
    </div>
  </div>`;
}
