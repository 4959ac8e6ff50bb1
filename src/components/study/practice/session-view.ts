import { html, nothing, type TemplateResult } from 'lit-html';
import {
  answerWords,
  gradeWords,
  meanScore,
  scoreText,
} from '../../../domain/practice/answer-words.ts';
import { queueOf } from '../../../domain/practice/make-queue.ts';
import { currentCard, sessionProgress } from '../../../domain/practice/session-format.ts';
import type { ReviewRecord } from '../../../domain/progress/records.ts';
import { counted } from '../base/format.ts';
import { levelChip, questionLink } from '../base/question-link.ts';
import { flashcardView } from './flashcard-view.ts';
import { nextReviewText } from './grade-card.ts';
import type { PracticePage } from './practice-page.ts';
import type { PracticeSession } from './practice-session.ts';
import { isOfTerms } from './practice-starter.ts';
import { QuestionCard, TermCard } from './question-card.ts';
import { answeringView, askedView } from './question-view.ts';
import { sampleView } from './sample-view.ts';
import { scoreView } from './score-view.ts';

export function sessionView(practice: PracticeSession, host: PracticePage): TemplateResult {
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

function cardView(practice: PracticeSession, host: PracticePage): TemplateResult {
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

function lineView(practice: PracticeSession, host: PracticePage): TemplateResult {
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

/** A past card. */
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

function doneView(practice: PracticeSession, host: PracticePage): TemplateResult {
  const { reviewed, skipped } = sessionProgress(practice.session);
  const reviews = reviewsOf(practice);
  const seconds = reviews.reduce((sum, review) => sum + review.seconds, 0);
  const means = reviews.flatMap(({ scores }) => meanScore(scores) ?? []);
  const mean = meanScore(means);
  const due = dueNow(practice, host);
  const isTerms = isOfTerms(practice.session);
  return html`<section class="done stack" aria-labelledby="done">
    <h2 id="done" tabindex="-1" data-focus-key="done">${practice.session.name}: done</h2>
    <p class="lead">
      ${counted(reviewed, 'answer')} in ${counted(Math.max(1, Math.round(seconds / 60)), 'minute')}${
        mean === null ? nothing : `, ${scoreText(mean)} of 5 on average`
      }.
      ${skipped > 0 ? `${counted(skipped, 'card')} skipped.` : nothing}
    </p>
    ${isTerms ? nothing : resultsView(reviews, practice)}
    <div class="row">
      ${
        skipped > 0
          ? html`<button type="button" class="primary" @click=${() => practice.resumeSkipped()}>
              Go back to skipped cards
            </button>`
          : nothing
      }
      ${
        due > 0
          ? html`<button
              type="button"
              class=${skipped > 0 ? '' : 'primary'}
              @click=${() =>
                host.begin(isTerms ? { kind: 'terms', of: { kind: 'due' } } : { kind: 'due' })}
            >
              Review ${due} again today
            </button>`
          : nothing
      }
      <button type="button" @click=${() => host.end()}>Choose what to practice</button>
      <button type="button" class="quiet" ?disabled=${!practice.canUndo} @click=${() => void practice.undo()}>
        Undo last score
      </button>
      <a href=${practice.context.paths.progress}>Your progress</a>
    </div>
  </section>`;
}

function reviewsOf({ session, context }: PracticeSession): readonly ReviewRecord[] {
  const ids = new Set(session.reviews.map(({ review }) => review));
  return context.model.progress.reviews.filter(({ id }) => ids.has(id)).sort((a, b) => a.at - b.at);
}

function resultsView(
  reviews: readonly ReviewRecord[],
  { context, results }: PracticeSession,
): TemplateResult {
  return html`<ol class="plain lines">
    ${reviews.map(({ id, card, scores }) => {
      const graded = results.get(id);
      return html`<li>
        ${context.questions.get(card.slice(card.indexOf(':') + 1))?.title}
        <span class="note"
          >${answerWords(scores)}.${
            graded === undefined ? '' : ` ${nextReviewText(graded.after, context)}`
          }</span
        >
      </li>`;
    })}
  </ol>`;
}

/** Cards of the deck that are due now, including learning steps of the next minutes. */
function dueNow(practice: PracticeSession, { starter }: PracticePage): number {
  const deck = starter.deckOf(practice.session);
  return deck.length === 0 ? 0 : queueOf({ kind: 'due' }, deck, starter.moment).counts.due;
}
