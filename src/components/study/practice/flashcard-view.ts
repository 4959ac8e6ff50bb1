import { html, type TemplateResult } from 'lit-html';
import type { Grade } from '../../../domain/progress/records.ts';
import type { TermCard } from './term-card.ts';

const grades: readonly { readonly grade: Grade; readonly label: string; readonly key: string }[] = [
  { grade: 'again', label: 'Did not know', key: '1' },
  { grade: 'hard', label: 'With effort', key: '2' },
  { grade: 'good', label: 'Knew it', key: '3' },
  { grade: 'easy', label: 'At once', key: '4' },
];

/** The grades of a flashcard by their keys. */
export const gradeOfKey: ReadonlyMap<string, Grade> = new Map(
  grades.map(({ key, grade }) => [key, grade]),
);

/** A term to be recalled, and once turned what it means. */
export function flashcardView(card: TermCard, grade: (grade: Grade) => void): TemplateResult {
  const { front, back, direction } = card.flashcard;
  const asksMeaning = direction === 'term-first';
  return html`<article class="flashcard panel stack">
    <p class="note">${asksMeaning ? 'What does it mean?' : 'Which term is this?'}</p>
    <h2 class=${asksMeaning ? '' : 'definition'} tabindex="-1" data-focus="front">${front}</h2>
    ${
      card.isTurned
        ? html`<div class="back stack">
            <h3 class="sr-only" tabindex="-1" data-focus="back">Answer</h3>
            ${back.map((line) => html`<p>${line}</p>`)}
          </div>
          <div class="row" role="group" aria-label="How well did you know it?">
            ${grades.map(
              ({ grade: id, label, key }) =>
                html`<button type="button" @click=${() => grade(id)}>${label} <kbd>${key}</kbd></button>`,
            )}
          </div>`
        : html`<p>
            <button type="button" class="primary" @click=${() => card.turn()}>
              Turn the card <kbd>n</kbd>
            </button>
          </p>`
    }
  </article>`;
}
