import { html, type TemplateResult } from 'lit-html';
import { repeat } from 'lit-html/directives/repeat.js';
import type { StudyQuestion } from '../../../domain/practice/study-data.ts';
import { questionLink } from '../base/question-link.ts';
import type { StudyContext } from '../base/study-context.ts';

export interface ChosenActions {
  /** Moves it to a place, counted from 0. */
  readonly move: (question: StudyQuestion, place: number) => void;
  readonly remove: (question: StudyQuestion) => void;
}

export function chosenView(
  chosen: readonly StudyQuestion[],
  actions: ChosenActions,
  context: StudyContext,
): TemplateResult {
  return html`<ol class="lines set-list">
    ${repeat(
      chosen,
      ({ code }) => code,
      (question, place) => html`<li
        @dragover=${(event: DragEvent) => event.preventDefault()}
        @drop=${(event: DragEvent) => dropOn(place, event, chosen, actions)}
      >
        <div class="set-line">
          <span>${questionLink(question, context)}</span>
          <span class="set-buttons">
            ${moveButton('up', question, place - 1, chosen.length, actions)}
            ${moveButton('down', question, place + 1, chosen.length, actions)}
            <button
              type="button"
              data-focus="remove ${question.code}"
              aria-label="Remove: ${question.title}"
              @click=${() => actions.remove(question)}
            >
              Remove
            </button>
            <span
              class="grip"
              draggable="true"
              aria-hidden="true"
              @dragstart=${(event: DragEvent) =>
                event.dataTransfer?.setData('text/plain', question.code)}
            ></span>
          </span>
        </div>
      </li>`,
    )}
  </ol>`;
}

function moveButton(
  way: 'up' | 'down',
  question: StudyQuestion,
  to: number,
  count: number,
  { move }: ChosenActions,
): TemplateResult {
  const isPossible = to >= 0 && to < count;
  // Not "disabled": the focus would be lost where a question has come to an end.
  return html`<button
    type="button"
    data-focus="${way} ${question.code}"
    aria-label="Move ${way}: ${question.title}"
    aria-disabled=${!isPossible}
    @click=${() => isPossible && move(question, to)}
  >
    ${way === 'up' ? '↑' : '↓'}
  </button>`;
}

function dropOn(
  place: number,
  event: DragEvent,
  chosen: readonly StudyQuestion[],
  { move }: ChosenActions,
): void {
  event.preventDefault();
  const code = event.dataTransfer?.getData('text/plain');
  const dragged = chosen.find((question) => question.code === code);
  if (dragged !== undefined) move(dragged, place);
}
