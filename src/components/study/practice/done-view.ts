import { html, nothing, type TemplateResult } from 'lit-html';
import { sessionProgress } from '../../../domain/practice/session.ts';
import { counted } from '../base/format.ts';
import type { PracticeSession } from './practice-session.ts';

/** What is shown when no card is left. */
export function doneView(
  practice: PracticeSession,
  { again, home, due }: { again: () => void; home: () => void; due: number },
): TemplateResult {
  const { reviewed, skipped } = sessionProgress(practice.session);
  const { reviews } = practice.context.model.progress;
  const ids = new Set(practice.session.reviews.map(({ review }) => review));
  const seconds = reviews
    .filter(({ id }) => ids.has(id))
    .reduce((sum, review) => sum + review.seconds, 0);
  return html`<section class="panel main stack" aria-labelledby="done">
    <h2 id="done" tabindex="-1" data-focus="done">${practice.session.name}: done</h2>
    <p>
      ${counted(reviewed, 'answer')} in ${counted(Math.max(1, Math.round(seconds / 60)), 'minute')}.
      ${skipped > 0 ? `${counted(skipped, 'card')} left for later.` : nothing}
    </p>
    <div class="row">
      ${
        skipped > 0
          ? html`<button type="button" class="primary" @click=${() => practice.takeUpSkipped()}>
              Take up what was skipped
            </button>`
          : nothing
      }
      ${
        due > 0
          ? html`<button type="button" class=${skipped > 0 ? '' : 'primary'} @click=${again}>
              Once more today: ${due}
            </button>`
          : nothing
      }
      <button type="button" @click=${home}>Choose what to practice</button>
      <button type="button" class="quiet" ?disabled=${practice.session.reviews.length === 0} @click=${() => void practice.undo()}>
        Undo last score
      </button>
      <a href=${practice.context.paths.progress}>Your progress</a>
    </div>
  </section>`;
}
