import { html, nothing, type TemplateResult } from 'lit-html';
import { canReadAloud, readAloud } from '../../../browser/read-aloud.ts';
import { clockText } from '../../../domain/words/clock-text.ts';
import type { PracticeSession } from './practice-session.ts';
import type { QuestionCard } from './question-card.ts';

export function askedView(card: QuestionCard, practice: PracticeSession): TemplateResult {
  const { question, ladder } = card;
  const isRunning = ladder.clock.since !== null;
  return html`<div class="asked">
      <h2 tabindex="-1" data-focus-key="${practice.session.place} question">${question.title}</h2>
      <p class="time">
        <span role="timer" aria-label="Time spent" data-clock>${clockText(card.seconds)}</span>
        <span class="note">of ${clockText(question.minutes * 60)}</span>
        <button
          type="button"
          class="quiet"
          @click=${() => practice.act({ type: isRunning ? 'pause' : 'resume' })}
        >
          ${isRunning ? 'Pause' : 'Resume'}
        </button>
        ${
          canReadAloud()
            ? html`<button type="button" class="quiet" @click=${() => readAloud(question.title)}>
                Read aloud
              </button>`
            : nothing
        }
      </p>
    </div>
    ${pulseView(card.seconds / (question.minutes * 60))}`;
}

const pulse =
  'M0 56h14q7-10 14 0h10l5 7 7-62 8 75 5-20h12q10-16 20 0h119q7-10 14 0h10l5 7 7-62 8 75 5-20h12q10-16 20 0h111q7-10 14 0h10l5 7 7-62 8 75 5-20h12q10-16 20 0h111q7-10 14 0h10l5 7 7-62 8 75 5-20h12q10-16 20 0h111q7-10 14 0h10l5 7 7-62 8 75 5-20h12q10-16 20 0h111q7-10 14 0h10l5 7 7-62 8 75 5-20h12q10-16 20 0H1152';

/** The time as a line that lights up. @param share of the time for the answer, from 0 */
function pulseView(share: number): TemplateResult {
  const end = Math.round(1152 * Math.min(1, share));
  return html`<svg class="pulse" viewBox="0 0 1152 88" preserveAspectRatio="none" aria-hidden="true">
    <clipPath id="spent"><rect x="-20" y="-40" width=${end + 20} height="180" /></clipPath>
    <path d=${pulse} />
    <path class="live" clip-path="url(#spent)" d=${pulse} />
    <path class="live" d="M${end} 0V88" />
  </svg>`;
}

export function answeringView(card: QuestionCard, practice: PracticeSession): TemplateResult {
  const type = ({ target }: Event): void => {
    const { value } = target as HTMLTextAreaElement;
    const { way } = card.ladder;
    if (way === 'spoken') practice.act({ type: 'answer', way: 'typed' });
    practice.act({ type: 'type', text: value });
  };
  return html`<div class="answering stack">
    <p class="lead">
      ${
        card.isRecording
          ? 'Recording. Say your answer out loud.'
          : 'Say your answer out loud, as if someone were sitting across the table.'
      }
    </p>
    <label class="field" for="answer">Your answer in keywords (optional)</label>
    <textarea
      id="answer"
      rows="6"
      maxlength="20000"
      placeholder="Notes here help you score it."
      .value=${card.ladder.answer}
      @input=${type}
    ></textarea>
    <div class="row">
      <button type="button" class="primary" @click=${() => practice.act({ type: 'next' })}>
        Score my answer <kbd>Space</kbd>
      </button>
      ${
        card.isRecording
          ? nothing
          : html`<button type="button" @click=${() => void card.record()}>Record</button>`
      }
      <button type="button" class="quiet" @click=${() => practice.skip()}>Skip question</button>
      ${practice.isStored ? html`<span class="note push">Saved in this browser</span>` : nothing}
    </div>
    <div role="alert">
      ${
        card.recordingProblem === undefined
          ? nothing
          : html`<p class="warning">${card.recordingProblem}</p>`
      }
    </div>
    ${
      card.isRecording
        ? html`<p class="note">
            Your recording isn’t saved. You can download it on the next screen.
          </p>`
        : nothing
    }
  </div>`;
}
