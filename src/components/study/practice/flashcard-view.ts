import { html, type TemplateResult } from 'lit-html';
import { gradeWords } from '../../../domain/practice/answer-words.ts';
import type { Grade } from '../../../domain/progress/records.ts';
import { nextReviewText, previewGrade } from './grade-card.ts';
import type { PracticeSession } from './practice-session.ts';
import type { TermCard } from './question-card.ts';

export const gradeOfKey: ReadonlyMap<string, Grade> = new Map([
  ['1', 'again'],
  ['2', 'hard'],
  ['3', 'good'],
  ['4', 'easy'],
]);

export function flashcardView(card: TermCard, practice: PracticeSession): TemplateResult {
  const { front, back, direction } = card.flashcard;
  const asksMeaning = direction === 'term-first';
  const name = `${practice.session.place} ${card.isTurned ? 'back' : 'front'}`;
  return html`<article class="flashcard ink">
    <p class="note">${asksMeaning ? 'What does it mean?' : 'Which term is this?'}</p>
    <h2 class=${asksMeaning ? '' : 'definition'} tabindex="-1" data-focus-key=${card.isTurned ? `${practice.session.place} front` : name}>${front}</h2>
    ${
      card.isTurned
        ? html`<div class="back stack">
              <h3 class="sr-only" tabindex="-1" data-focus-key=${name}>Answer</h3>
              ${back.map((line) => html`<p>${line}</p>`)}
            </div>
            <div class="grades" role="group" aria-label="How well did you know it?">
              ${[...gradeOfKey].map(([key, grade]) => gradeButton(card, practice, grade, key))}
            </div>`
        : html`<p>
            <button type="button" class="primary" @click=${() => card.turn()}>
              Show answer <kbd>Space</kbd>
            </button>
          </p>`
    }
  </article>`;
}

function gradeButton(
  { flashcard }: TermCard,
  practice: PracticeSession,
  grade: Grade,
  key: string,
): TemplateResult {
  const after = previewGrade(practice.context, flashcard.card, grade);
  const when = after === undefined ? '' : nextReviewText(after, practice.context);
  return html`<button type="button" @click=${() => void practice.gradeTerm(grade)}>
    <b>${gradeWords[grade]} <kbd>${key}</kbd></b>
    <span>${when.replace(/^Next review: |\.$/g, '')}</span>
  </button>`;
}
