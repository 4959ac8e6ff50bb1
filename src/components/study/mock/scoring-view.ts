import { html, nothing, render, type TemplateResult } from 'lit-html';
import { keyed } from 'lit-html/directives/keyed.js';
import { QuestionParts } from '../../../browser/question-parts.ts';
import { scoreCriterion } from '../../../domain/mock/mock-run.ts';
import { totalOf } from '../../../domain/mock/scored-question.ts';
import { clockText } from '../../../domain/words/clock-text.ts';
import type { Result } from '../../../lib/result.ts';
import { criterionView } from '../base/criterion-view.ts';
import { counted } from '../base/format.ts';
import { noteView, shortcutsButton } from './asking-view.ts';
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
  const page = question && context.paths.question(question.slug);
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
          { name: `score-${code}-${index}`, criterion, score: scores[place]?.[index] ?? null },
          (score) => candidate.step((latest) => scoreCriterion(latest, index, score)),
        ),
      )}
      ${page && keyed(code, html`<model-answer data-page=${page}></model-answer>`)}
      ${stepsView(screen, room)}
    </section>`;
}

export function soundsView(place: number, { candidate }: Room): TemplateResult | typeof nothing {
  const sounds = candidate.recorder.sounds.get(place) ?? [];
  if (sounds.length === 0) return nothing;
  return html`<div class="stack sounds">
    ${sounds.map((address, index) => {
      const label = `Your recorded answer${sounds.length === 1 ? '' : `, part ${index + 1}`}`;
      return html`<audio controls preload="metadata" src=${address} aria-label=${label}></audio>`;
    })}
  </div>`;
}

function stepsView({ run }: Scoring, room: Room): TemplateResult {
  const { candidate } = room;
  const { place, codes, scores } = run;
  const { mean, assessed, notAssessed } = totalOf(scores.flat());
  const isLast = place + 1 === codes.length;
  const advice = html`<p>
    Lock your scores to save the result and to compare it with others. You can’t change them
    afterward. ${notAssessed === 0 ? 'Every criterion has a score.' : openText(notAssessed)}
  </p>`;
  const back = html`<button type="button" @click=${() => candidate.goTo(place - 1)}>
    Back <kbd aria-hidden="true">p</kbd>
  </button>`;
  const lock = html`<button type="button" class="primary" @click=${() => candidate.lock()}>
    Lock my scores
  </button>`;
  const next = html`<button type="button" class="primary" @click=${() => candidate.goTo(place + 1)}>
    Next answer <kbd aria-hidden="true">n</kbd>
  </button>`;
  return html`${isLast ? advice : nothing}
    <div class="ink tally step-bar">
      <dl>
        ${tallyRow('Your score', mean?.toFixed(1) ?? '–', 'of 5')}
        ${tallyRow('Scored', assessed, `of ${assessed + notAssessed}`)}
      </dl>
      <div class="row">
        ${place === 0 ? nothing : back} ${isLast ? lock : next} ${shortcutsButton(room)}
      </div>
    </div>`;
}

/** What criteria without a score mean. */
export function openText(count: number): string {
  return `${counted(count, 'criterion isn’t', 'criteria aren’t')} scored and won’t count.`;
}

/** A figure with its name, such as "Scored: 3 of 5". */
export function tallyRow(name: string, value: string | number, more: string): TemplateResult {
  return html`<div>
    <dt>${name}</dt>
    <dd>${value} <span class="note">${more}</span></dd>
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

  async #load(): Promise<void> {
    this.#isAsked = true;
    this.#parts = undefined;
    this.#update();
    this.#parts = await QuestionParts.fetch(this.dataset['page'] ?? '');
    this.#update();
  }

  #update(): void {
    const toggle = ({ target }: Event): void => {
      if ((target as HTMLDetailsElement).open && !this.#isAsked) void this.#load();
    };
    render(
      html`<details class="panel" @toggle=${toggle}>
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

customElements.define('model-answer', ModelAnswerElement);
