import { html, nothing, type TemplateResult } from 'lit-html';
import { answerWords, meanScore, scoreText } from '../../../domain/practice/answer-words.ts';
import { queueOf } from '../../../domain/practice/make-queue.ts';
import { sessionProgress } from '../../../domain/practice/session.ts';
import type { ReviewRecord } from '../../../domain/progress/records.ts';
import { counted } from '../base/format.ts';
import { nextReviewText } from './grade-card.ts';
import type { PracticeHost } from './practice-host.ts';
import type { PracticeSession } from './practice-session.ts';
import { isOfTerms } from './practice-starter.ts';

/** What is shown when no card is left: the results, and what to do next. */
export function doneView(practice: PracticeSession, host: PracticeHost): TemplateResult {
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
          ? html`<button type="button" class="primary" @click=${() => practice.takeUpSkipped()}>
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

/** Cards of the deck that are due now, learning steps of the next minutes included. */
function dueNow(practice: PracticeSession, { starter }: PracticeHost): number {
  const deck = starter.deckOf(practice.session);
  return deck.length === 0 ? 0 : queueOf({ kind: 'due' }, deck, starter.moment).counts.due;
}
