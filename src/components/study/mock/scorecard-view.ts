import { html, type TemplateResult } from 'lit-html';
import { live } from 'lit-html/directives/live.js';
import '../base/share-link-element.ts';
import { describeTotal } from '../../../domain/mock/scorecard.ts';
import { titleOfCard } from '../../../domain/mock/scorecard-of-run.ts';
import { longestCandidate, type ScorecardRun } from '../../../domain/mock/scorecard-run.ts';
import type { ScoredQuestion } from '../../../domain/mock/scored-question.ts';
import { totalOf } from '../../../domain/mock/scored-question.ts';
import { clockText } from '../../../domain/words/clock-text.ts';
import { counted } from '../base/format.ts';
import type { StudyContext } from '../base/study-context.ts';
import { type CardQuestionActions, cardQuestionView, scoredText } from './card-question-view.ts';
import { compareView } from './compare-view.ts';
import { confirmView } from './confirm-view.ts';

/** The scorecard of a mock. */
export interface ScorecardState {
  readonly card: ScorecardRun;
  /** The scores on it, with times up to now. */
  readonly scored: readonly ScoredQuestion[];
  /** Whole address of the mock. */
  readonly address: string;
  /** What the interviewer is asked to confirm. */
  readonly confirms: 'clear' | 'lock' | undefined;
}

/** What the interviewer can do. */
export interface ScorecardActions extends CardQuestionActions {
  readonly name: (candidate: string) => void;
  readonly showQuestion: (code: string) => void;
  readonly print: () => void;
  readonly saveMarkdown: () => void;
  readonly saveCsv: () => void;
  readonly askToClear: () => void;
  readonly askToLock: () => void;
  readonly confirm: () => void;
  readonly cancel: () => void;
  readonly compare: (code: string) => void;
  readonly showKeys: () => void;
}

type Context = Pick<StudyContext, 'questions' | 'paths'>;

/** The whole scorecard: who, the questions, what can be made of it. */
export function scorecardView(
  state: ScorecardState,
  context: Context,
  actions: ScorecardActions,
): TemplateResult {
  const { card, scored } = state;
  const total = totalOf(card.questions.flatMap(({ scores }) => scores));
  return html`<div class="scorecard stack">
    <h2 tabindex="-1"><span class="no-print">Scorecard</span><span class="printed-line">${titleOfCard(card)}</span></h2>
    <p class="printed">Total: ${describeTotal(total)}. ${state.address}</p>
    ${introView(state, context, actions)}
    ${card.questions.map((entry, place) =>
      cardQuestionView(
        {
          entry,
          question: context.questions.get(entry.code),
          place,
          seconds: scored[place]?.seconds ?? 0,
          isLocked: card.isLocked,
          page: context.paths.question(context.questions.get(entry.code)?.slug ?? ''),
        },
        actions,
      ),
    )}
    ${endView(state, context, actions)}
  </div>`;
}

function introView(
  { card, scored, address }: ScorecardState,
  { questions }: Context,
  actions: ScorecardActions,
): TemplateResult {
  return html`<div class="stack no-print">
    <p>
      Everything here stays on this device. What you don’t score counts as not assessed, never as
      zero.
    </p>
    <label class="field name">
      Name of the candidate, if you like
      <input
        autocomplete="off"
        maxlength=${longestCandidate}
        aria-describedby="name-hint"
        .value=${live(card.candidate)}
        @input=${(event: Event) => actions.name((event.target as HTMLInputElement).value)}
      />
    </label>
    <p class="note" id="name-hint">
      It stands on what you print and save, and never in a link or a score code.
    </p>
    <ol class="plain lines overview">
      ${card.questions.map((entry, place) => {
        const question = questions.get(entry.code);
        return html`<li>
          <button type="button" class="quiet" @click=${() => actions.showQuestion(entry.code)}>
            ${place + 1}. ${question?.title ?? `Question ${entry.code}`}
          </button>
          <span class="note">
            ${scoredText(entry, question?.criteria.length ?? entry.scores.length)},
            ${clockText(scored[place]?.seconds ?? 0)}
          </span>
        </li>`;
      })}
    </ol>
    ${card.isLocked ? html`<p class="good">The scores are locked. Notes can be changed.</p>` : ''}
    <div class="row">
      <share-link data-address=${address} data-name="the candidate’s page"></share-link>
      <button type="button" class="quiet" @click=${actions.showKeys}>Keyboard shortcuts</button>
    </div>
  </div>`;
}

function endView(
  state: ScorecardState,
  { questions }: Context,
  actions: ScorecardActions,
): TemplateResult {
  const { card, scored, confirms } = state;
  return html`<section class="stack no-print">
      <h2>Keep it</h2>
      <p>Total: ${describeTotal(totalOf(card.questions.flatMap(({ scores }) => scores)))}</p>
      <div class="row">
        <button type="button" @click=${actions.print}>Print</button>
        <button type="button" @click=${actions.saveMarkdown}>Save as Markdown</button>
        <button type="button" @click=${actions.saveCsv}>Save as CSV</button>
        <button type="button" class="push" data-opens="clear" @click=${actions.askToClear}>
          Clear the scorecard
        </button>
      </div>
      ${
        confirms === 'clear'
          ? confirmView(
              {
                question: 'Clear all scores, notes, times and the name? They are nowhere else.',
                yes: 'Clear it',
                no: 'Keep it',
              },
              actions,
            )
          : ''
      }
    </section>
    <div class="no-print">
      ${
        card.isLocked
          ? compareView(
              {
                link: card.link,
                own: scored,
                partnerCode: card.partnerCode,
                other: 'the candidate, or of another interviewer',
                questions,
              },
              actions.compare,
            )
          : lockView(state, actions)
      }
    </div>`;
}

function lockView({ card, confirms }: ScorecardState, actions: ScorecardActions): TemplateResult {
  const open = totalOf(card.questions.flatMap(({ scores }) => scores)).notAssessed;
  return html`<section class="panel main stack">
    <h2>Compare scores</h2>
    <p>
      Score first, compare then: lock your scores to get their code and to see the candidate’s or
      another interviewer’s beside them. Locked scores can’t be changed; notes can.
    </p>
    <p>
      <button type="button" class="primary" data-opens="lock" @click=${actions.askToLock}>
        Lock my scores
      </button>
    </p>
    ${
      confirms === 'lock'
        ? confirmView(
            {
              question: `${counted(open, 'criterion is', 'criteria are')} not assessed. Lock the scores as they are?`,
              yes: 'Lock them',
              no: 'Go on scoring',
            },
            actions,
          )
        : ''
    }
  </section>`;
}
