import { html, nothing, type TemplateResult } from 'lit-html';
import { canReadAloud, readAloud } from '../../../browser/read-aloud.ts';
import { type AnyPartId, partById } from '../../../domain/guide/parts.ts';
import { isAllowed, type LadderAction } from '../../../domain/practice/ladder.ts';
import {
  isReached,
  ladderSteps,
  stepFrom,
  visibleParts,
} from '../../../domain/practice/ladder-steps.ts';
import { levelTag } from '../base/question-link.ts';
import { answerView, type CompareAnswer } from './answer-view.ts';
import { answeringView, waysView } from './answering-view.ts';
import type { QuestionCard } from './question-card.ts';
import { scoreView } from './score-view.ts';

/** What the views of a question need to do something. */
export interface LadderActions {
  act(action: LadderAction): void;
  /** Compares a typed answer with the points of the question; undefined until it is ready. */
  readonly compare: CompareAnswer | undefined;
}

/** A question on its ladder: what the reader may see by now, the latest last. */
export function ladderView(card: QuestionCard, actions: LadderActions): TemplateResult {
  const { question, ladder } = card;
  return html`<article class="ladder stack">
    <header>
      <p class="note">${levelTag(question.level)}</p>
      <h2 tabindex="-1" data-focus="question">${question.title}</h2>
      ${
        canReadAloud()
          ? html`<button type="button" class="quiet" @click=${() => readAloud(question.title)}>
              Read it aloud
            </button>`
          : nothing
      }
    </header>
    ${stepsView(card)} ${ladder.step === 'question' ? waysView(card) : nothing}
    ${ladder.step === 'answering' ? answeringView(card, actions) : nothing}
    ${isReached('hint', ladder.step) ? reachedView(card, actions) : nothing}
  </article>`;
}

/** Where the reader stands, for eyes and screen readers. */
function stepsView({ ladder }: QuestionCard): TemplateResult {
  return html`<ol class="steps plain" aria-label="Steps">
    ${ladderSteps.map(
      ({ id, label }) =>
        html`<li
          aria-current=${id === ladder.step ? 'step' : nothing}
          class=${isReached(id, ladder.step) ? 'reached' : ''}
        >
          ${label}
        </li>`,
    )}
  </ol>`;
}

function reachedView(card: QuestionCard, actions: LadderActions): TemplateResult {
  return html`${answerView(card, actions.compare)}
  ${
    card.parts === undefined
      ? html`<p role="status">Loading the parts of this question …</p>`
      : 'problem' in card.parts
        ? html`<div class="warning stack" role="alert">
            <p>${card.parts.problem}</p>
            <p><button type="button" @click=${() => void card.retry()}>Try again</button></p>
          </div>`
        : partsView(card, actions)
  }
  ${onwardView(card, actions)}`;
}

function partsView(card: QuestionCard, actions: LadderActions): TemplateResult {
  const ids = visibleParts(card.ladder.step);
  return html`${ids.map((id) =>
    id === 'rubric' ? scoreView(card, actions) : partView(card, id),
  )}`;
}

/** A part, open as long as it is the latest; earlier ones can be looked at again. */
function partView(card: QuestionCard, id: AnyPartId): TemplateResult | typeof nothing {
  const content = card.shownPart(id);
  if (content === undefined) return nothing;
  return html`<details class="panel part-shown" ?open=${isLatest(card, id)}>
    <summary><h3 tabindex="-1" data-focus=${id}>${partById(id).label}</h3></summary>
    <div class="prose">${content}</div>
  </details>`;
}

function isLatest({ ladder }: QuestionCard, id: AnyPartId): boolean {
  if (ladder.step === 'scored') return false;
  const uncovered: readonly AnyPartId[] =
    ladderSteps.find((step) => step.id === ladder.step)?.uncovers ?? [];
  return uncovered.includes(id);
}

/** Takes the reader to the criterion that is to be scored next. */
function showUnscored({ currentTarget }: Event): void {
  const ladder = (currentTarget as HTMLElement).closest('.ladder');
  const criterion = ladder?.querySelector<HTMLElement>('.criterion[data-next]');
  criterion?.querySelector('input')?.focus({ preventScroll: true });
  criterion?.scrollIntoView({ block: 'center' });
}

function onwardView(
  { ladder }: QuestionCard,
  { act }: LadderActions,
): TemplateResult | typeof nothing {
  if (ladder.step === 'scored') return nothing;
  const next = stepFrom(ladder.step, 1);
  const label = ladderSteps.find(({ id }) => id === next)?.label ?? '';
  const canFinish = isAllowed(ladder, { type: 'finish' });
  return html`<div class="row onward">
    ${
      ladder.step === 'probes'
        ? html`<button
            type="button"
            class="primary"
            @click=${(event: Event) => (canFinish ? act({ type: 'finish' }) : showUnscored(event))}
          >
            ${canFinish ? html`Finish with these scores <kbd>f</kbd>` : 'Score your answer'}
          </button>`
        : html`<button type="button" class="primary" @click=${() => act({ type: 'next' })}>
            Show: ${label} <kbd>n</kbd>
          </button>`
    }
    <button type="button" class="quiet" @click=${() => act({ type: 'back' })}>
      Back one step <kbd>b</kbd>
    </button>
  </div>`;
}
