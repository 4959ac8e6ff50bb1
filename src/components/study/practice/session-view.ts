import { html, nothing, type TemplateResult } from 'lit-html';
import { sessionProgress } from '../../../domain/practice/session.ts';
import type { CardRecord } from '../../../domain/progress/records.ts';
import { questionLink } from '../base/question-link.ts';
import { flashcardView } from './flashcard-view.ts';
import { type LadderActions, ladderView } from './ladder-view.ts';
import type { PracticeSession } from './practice-session.ts';
import { QuestionCard } from './question-card.ts';

/** What the views of a session need to do something. */
export interface SessionActions extends LadderActions {
  stop(): void;
  showKeys(): void;
  /** When a card comes back, as a day of the reader, with today's plan and settings. */
  comesBack(card: CardRecord): string;
  /** Keeps the typed answer among the reader's notes. */
  keepAnswer(card: QuestionCard): void;
}

/** Practice under way. */
export function sessionView(practice: PracticeSession, actions: SessionActions): TemplateResult {
  return html`${barView(practice, actions)}
    <p role="status" class="note" data-message>${practice.message}</p>
    ${
      practice.isKept
        ? nothing
        : html`<p class="warning">
            This browser does not keep what is under way: do not close this page before you have
            finished. Scores are saved as far as storage allows.
          </p>`
    }
    ${cardView(practice, actions)}`;
}

function barView(practice: PracticeSession, actions: SessionActions): TemplateResult {
  const { session, scored } = practice;
  const { total, reviewed, number } = sessionProgress(session);
  const place = Math.min(total, (number ?? total + 1) - (scored === undefined ? 0 : 1));
  return html`<div class="session-bar stack">
    <div class="row">
      <strong>${session.name}</strong>
      <span class="note">${place} of ${total}</span>
      <button type="button" class="quiet push" @click=${actions.stop}>Stop</button>
    </div>
    <span class="bar" aria-hidden="true"><span .style="width:${(100 * reviewed) / Math.max(1, total)}%"></span></span>
    <div class="row tools">
      <button type="button" class="quiet" ?disabled=${session.place === 0} @click=${() => practice.back()}>
        Previous
      </button>
      <button
        type="button"
        class="quiet"
        ?disabled=${practice.current === undefined}
        @click=${() => practice.skip()}
      >
        Skip for now
      </button>
      <button
        type="button"
        class="quiet"
        ?disabled=${session.reviews.length === 0}
        @click=${() => void practice.undo()}
      >
        Undo last score
      </button>
      <button type="button" class="quiet" @click=${actions.showKeys}>Keys <kbd>?</kbd></button>
    </div>
  </div>`;
}

function cardView(
  practice: PracticeSession,
  actions: SessionActions,
): TemplateResult | typeof nothing {
  const { scored, current } = practice;
  if (scored !== undefined) {
    return html`${scoredView(practice, actions)} ${ladderView(scored.card, actions)}`;
  }
  if (current === undefined) return pastView(practice);
  return current instanceof QuestionCard
    ? ladderView(current, actions)
    : flashcardView(current, (grade) => void practice.gradeTerm(grade));
}

/** What came of the score, and the way on. */
function scoredView(practice: PracticeSession, actions: SessionActions): TemplateResult {
  const { scored } = practice;
  if (scored === undefined) return html``;
  const { card, graded } = scored;
  const isLast = sessionProgress(practice.session).left === 0;
  return html`<section class="panel main stack" aria-labelledby="scored">
    <h2 id="scored" tabindex="-1" data-focus="scored">Scored: ${graded.grade}</h2>
    <p>It comes back ${actions.comesBack(graded.card)}.</p>
    <div class="row">
      <button type="button" class="primary" @click=${() => practice.next()}>
        ${isLast ? 'Finish' : 'Next'} <kbd>n</kbd>
      </button>
      <button type="button" @click=${() => void practice.undo()}>Change the score <kbd>u</kbd></button>
      ${
        card.ladder.answer.trim() === ''
          ? nothing
          : html`<button type="button" class="quiet" @click=${() => actions.keepAnswer(card)}>
              Keep my answer in my notes
            </button>`
      }
    </div>
  </section>`;
}

/** A card that the reader went back to. */
function pastView(practice: PracticeSession): TemplateResult {
  const { pastReview, context } = practice;
  const [deck, name = ''] = (pastReview?.card ?? '').split(':');
  const question = deck === 'question' ? context.questions.get(name) : undefined;
  const term = deck === 'term' ? context.terms.get(name) : undefined;
  return html`<section class="panel stack">
    <h2 tabindex="-1" data-focus="past">Answered before</h2>
    <p>${question === undefined ? (term?.term ?? '') : questionLink(question, context)}</p>
    ${
      pastReview === undefined
        ? nothing
        : html`<p>
            Scored ${pastReview.grade}${
              pastReview.scores.length === 0
                ? nothing
                : html`: ${pastReview.scores.map((score) => score ?? 'not assessed').join(', ')}`
            }.
          </p>`
    }
    <p>
      <button type="button" class="primary" @click=${() => practice.next()}>Go on <kbd>n</kbd></button>
    </p>
  </section>`;
}
