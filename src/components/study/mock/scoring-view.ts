import { html, nothing, render, type TemplateResult } from 'lit-html';
import { keyed } from 'lit-html/directives/keyed.js';
import { QuestionParts } from '../../../browser/question-parts.ts';
import { totalOf } from '../../../domain/mock/scored-question.ts';
import { clockText } from '../../../domain/words/clock-text.ts';
import type { Result } from '../../../lib/result.ts';
import { criterionView } from '../base/criterion-view.ts';
import { counted } from '../base/format.ts';
import { noteView } from './asking-view.ts';
import { keyOfScreen, type MockScreen } from './mock-screen.ts';
import type { Room } from './room.ts';
import { storageView } from './storage-view.ts';

type Scoring = Extract<MockScreen, { name: 'asking' | 'scoring' }>;

export function scoringView(screen: Scoring, room: Room): TemplateResult {
  const { run } = screen;
  const { candidate, context } = room;
  const { place, codes, clock, scores } = run;
  const code = codes[place] ?? '';
  const question = context.questions.get(code);
  const seconds = Math.round((clock.used[place] ?? 0) / 1000);
  return html`${storageView('unfinished mock interview', candidate.stored)}
    <section class="scoring stack" data-question=${code}>
      <h2 tabindex="-1" data-focus-key=${keyOfScreen(screen)}>
        <span class="which">Score your answer ${place + 1} of ${codes.length}</span>
        <span class="asked">${question?.title ?? `The guide no longer has question ${code}.`}</span>
      </h2>
      <p class="note">
        ${
          place <= clock.question
            ? `You spent ${clockText(seconds)} on this question.`
            : 'You didn’t get to this question.'
        }
      </p>
      ${soundsView(place, room)} ${noteView(run, place, room)}
      ${question?.criteria.map((criterion, index) =>
        criterionView(
          {
            name: `score-${code}-${index}`,
            criterion,
            score: scores[place]?.[index] ?? null,
            isLocked: false,
          },
          (score) => candidate.score(index, score),
        ),
      )}
      ${
        question === undefined
          ? nothing
          : keyed(
              code,
              html`<model-answer data-page=${context.paths.question(question.slug)}></model-answer>`,
            )
      }
      ${stepsView(screen, room)}
    </section>`;
}

export function soundsView(place: number, { candidate }: Room): TemplateResult | typeof nothing {
  const sounds = candidate.recorder.sounds.get(place) ?? [];
  if (sounds.length === 0) return nothing;
  return html`<div class="stack sounds">
    ${sounds.map(
      (address, index) =>
        html`<audio
          controls
          preload="metadata"
          src=${address}
          aria-label="Your recorded answer${sounds.length === 1 ? '' : `, part ${index + 1}`}"
        ></audio>`,
    )}
  </div>`;
}

function stepsView({ run }: Scoring, room: Room): TemplateResult {
  const { candidate, host } = room;
  const { place, codes, scores } = run;
  const { mean, assessed, notAssessed } = totalOf(scores.flat());
  const isLast = place + 1 === codes.length;
  return html`${
    isLast
      ? html`<p>
          Lock your scores to save the result and to compare it with others. You can’t change them
          afterward.
          ${
            notAssessed === 0
              ? 'Every criterion has a score.'
              : `${counted(notAssessed, 'criterion isn’t', 'criteria aren’t')} scored and won’t count.`
          }
        </p>`
      : nothing
  }
    <div class="ink tally step-bar">
      <dl>
        <div>
          <dt>Your score</dt>
          <dd>${mean === null ? '–' : mean.toFixed(1)} <span class="note">of 5</span></dd>
        </div>
        <div>
          <dt>Scored</dt>
          <dd>${assessed} <span class="note">of ${assessed + notAssessed}</span></dd>
        </div>
      </dl>
      <div class="row">
        ${
          place === 0
            ? nothing
            : html`<button type="button" @click=${() => candidate.goTo(place - 1)}>
                Back <kbd aria-hidden="true">p</kbd>
              </button>`
        }
        ${
          isLast
            ? html`<button type="button" class="primary" @click=${() => candidate.lock()}>
                Lock my scores
              </button>`
            : html`<button type="button" class="primary" @click=${() => candidate.goTo(place + 1)}>
                Next answer <kbd aria-hidden="true">n</kbd>
              </button>`
        }
        <button type="button" class="quiet shortcuts-button" @click=${() => host.showShortcuts()}>
          Shortcuts
        </button>
      </div>
    </div>`;
}

/**
 * The model answer of a question, folded; it is loaded from the question's page (`data-page`) when
 * it is first opened.
 */
class ModelAnswerElement extends HTMLElement {
  #isAsked = false;
  #parts: Result<QuestionParts> | undefined;

  connectedCallback(): void {
    this.#update();
  }

  #onToggle({ target }: Event): void {
    if ((target as HTMLDetailsElement).open && !this.#isAsked) void this.#load();
  }

  async #load(): Promise<void> {
    this.#isAsked = true;
    this.#parts = undefined;
    this.#update();
    this.#parts = await QuestionParts.fetch(this.dataset['page'] ?? '');
    this.#update();
  }

  #update(): void {
    render(
      html`<details class="panel" @toggle=${(event: Event) => this.#onToggle(event)}>
        <summary><h3>Model answer</h3></summary>
        <div class="prose">${this.#content()}</div>
      </details>`,
      this,
    );
  }

  #content(): unknown {
    if (!this.#isAsked) return nothing;
    if (this.#parts === undefined) return html`<p role="status">Loading the model answer…</p>`;
    if ('value' in this.#parts) return this.#parts.value.part('answer');
    return html`<div class="warning stack" role="alert">
      <p>${this.#parts.problem}</p>
      <p><button type="button" @click=${() => void this.#load()}>Try again</button></p>
    </div>`;
  }
}

if (customElements.get('model-answer') === undefined) {
  customElements.define('model-answer', ModelAnswerElement);
}
