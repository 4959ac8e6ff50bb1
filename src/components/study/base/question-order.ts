import { html, nothing } from 'lit-html';
import { repeat } from 'lit-html/directives/repeat.js';
import type { StudyQuestion } from '../../../domain/practice/study-data.ts';
import { levelTile } from './question-link.ts';
import type { StudyContext } from './study-context.ts';

/**
 * Shows the chosen questions in an order that the reader can change with buttons or by dragging.
 * @param move moves a question to another index, starting at 0
 * @param control returns anything else to show beside a question
 */
export function questionOrder(
  chosen: readonly StudyQuestion[],
  { paths }: StudyContext,
  move: (question: StudyQuestion, place: number) => void,
  control: (question: StudyQuestion) => unknown = () => nothing,
) {
  const lineView = (question: StudyQuestion, place: number) => {
    const { code, title, slug, label = title, level } = question;
    const drag = ({ dataTransfer }: DragEvent) => dataTransfer?.setData('text/plain', code);
    const drop = (event: DragEvent) => {
      event.preventDefault();
      const dragged = event.dataTransfer?.getData('text/plain');
      const moved = chosen.find((one) => one.code === dragged);
      if (moved !== undefined) move(moved, place);
    };
    const moveButton = (way: 'up' | 'down', to: number) => {
      const isPossible = to in chosen;
      const press = ({ currentTarget }: Event) => {
        if (isPossible) move(question, to);
        // If a button moves with its question, it loses the focus.
        (currentTarget as HTMLElement).focus();
      };
      // The button is never disabled, because then it would lose the focus when its question
      // reaches the top or the bottom.
      return html`<button type="button" class="quiet" aria-label="Move ${way}: ${title}"
        aria-disabled=${!isPossible} @click=${press}>
        ${way === 'up' ? '↑' : '↓'}
      </button>`;
    };
    return html`<li @dragover=${(event: DragEvent) => event.preventDefault()} @drop=${drop}>
      <span class="place" draggable="true" @dragstart=${drag}>${place + 1}</span>
      ${levelTile(level)}
      <a class="title-link" href=${paths.question(slug)} title=${title}>${label}</a>
      <span class="buttons">
        ${moveButton('up', place - 1)} ${moveButton('down', place + 1)} ${control(question)}
      </span>
    </li>`;
  };
  return html`<ol class="plain question-order">${repeat(chosen, ({ code }) => code, lineView)}</ol>`;
}
