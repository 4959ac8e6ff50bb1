import { html, nothing, type TemplateResult } from 'lit-html';
import { answerWords, gradeWords } from '../../../domain/practice/answer-words.ts';
import { currentCard, sessionProgress } from '../../../domain/practice/session.ts';
import { levelChip, questionLink } from '../base/question-link.ts';
import { doneView } from './done-view.ts';
import { flashcardView } from './flashcard-view.ts';
import type { PracticeHost } from './practice-host.ts';
import type { PracticeSession } from './practice-session.ts';
import { QuestionCard } from './question-card.ts';
import { answeringView, askedView } from './question-view.ts';
import { sampleView } from './sample-view.ts';
import { scoreView } from './score-view.ts';
import { TermCard } from './term-card.ts';

/** A session: one line, and the card. */
export function sessionView(practice: PracticeSession, host: PracticeHost): TemplateResult {
  const { current } = practice;
  const asked = isAsked(current) ? current : undefined;
  return html`<div class="stage ink">
      ${lineView(practice, host)} ${asked === undefined ? nothing : askedView(asked, practice)}
    </div>
    <div class="below">
      <div role="status" class="message">
        ${practice.message === '' ? nothing : messageView(practice)}
      </div>
      ${practice.isStored ? nothing : html`<p class="warning">${notStored}</p>`}
      ${cardView(practice, host)}
    </div>`;
}

function isAsked(card: PracticeSession['current']): card is QuestionCard {
  return card instanceof QuestionCard && card.ladder.step === 'answering';
}

function cardView(practice: PracticeSession, host: PracticeHost): TemplateResult {
  const { current, sample, session } = practice;
  if (sample !== undefined) return sampleView(sample, practice);
  if (isAsked(current)) return answeringView(current, practice);
  if (current instanceof QuestionCard) return scoreView(current, practice, host);
  if (current instanceof TermCard) return flashcardView(current, practice);
  return currentCard(session) === undefined ? doneView(practice, host) : pastView(practice);
}

const notStored =
  'This browser can’t save your session. Keep this page open until you finish. We’ll save your scores if there’s room.';

function messageView(practice: PracticeSession): TemplateResult {
  const isSaved = practice.message.startsWith('Saved.');
  return html`<p class="good" data-message>
    ${practice.message}
    ${
      isSaved
        ? html`<button type="button" class="link" @click=${() => void practice.undo()}>Undo</button>`
        : nothing
    }
  </p>`;
}

function lineView(practice: PracticeSession, host: PracticeHost): TemplateResult {
  const { session, current } = practice;
  const { total, reviewed, number } = sessionProgress(session);
  return html`<div class="line">
    ${current instanceof QuestionCard ? levelChip(current.question.level) : nothing}
    <span class="bar" aria-hidden="true"
      ><span .style="width:${(100 * reviewed) / Math.max(1, total)}%"></span
    ></span>
    <span class="note">${Math.min(total, number ?? total)} of ${total}</span>
    <details class="menu" @click=${closeMenu} @keydown=${closeOnEscape}>
      <summary aria-label="Session menu">⋯</summary>
      <div>
        <strong>${session.name}</strong>
        <button type="button" ?disabled=${session.place === 0} @click=${() => practice.back()}>
          Previous
        </button>
        <button type="button" ?disabled=${current === undefined} @click=${() => practice.skip()}>
          Skip for now
        </button>
        <button type="button" ?disabled=${!practice.canUndo} @click=${() => void practice.undo()}>
          Undo last score
        </button>
        ${
          current instanceof QuestionCard
            ? html`<a
                class="button"
                target="_blank"
                href=${practice.context.paths.question(current.question.slug)}
                >Open question page</a
              >`
            : nothing
        }
        <button type="button" class="keys" @click=${() => host.showShortcuts()}>
          Keyboard shortcuts
        </button>
        <button type="button" @click=${() => host.end()}>End session</button>
      </div>
    </details>
  </div>`;
}

function closeMenu({ target, currentTarget }: Event): void {
  if ((target as Element).closest('button, a')) (currentTarget as HTMLDetailsElement).open = false;
}

function closeOnEscape({ key, currentTarget }: KeyboardEvent): void {
  if (key !== 'Escape') return;
  const menu = currentTarget as HTMLDetailsElement;
  menu.open = false;
  menu.querySelector('summary')?.focus();
}

/** A card that the reader went back to. */
function pastView(practice: PracticeSession): TemplateResult {
  const { pastReview, context, session } = practice;
  const [deck, name = ''] = (currentCard(session) ?? '').split(':');
  const question = deck === 'question' ? context.questions.get(name) : undefined;
  return html`<section class="panel stack">
    <h2 tabindex="-1" data-focus-key="${session.place} past">Answered before</h2>
    <p>${question === undefined ? name.replaceAll('-', ' ') : questionLink(question, context)}</p>
    ${
      pastReview === undefined
        ? nothing
        : html`<p>
            ${answerWords(pastReview.scores) ?? gradeWords[pastReview.grade]}${
              pastReview.scores.length === 0
                ? '.'
                : `: ${pastReview.scores.map((score) => score ?? 'not assessed').join(', ')}.`
            }
          </p>`
    }
    <p>
      <button type="button" class="primary" @click=${() => practice.next()}>
        Continue <kbd>Space</kbd>
      </button>
    </p>
  </section>`;
}
