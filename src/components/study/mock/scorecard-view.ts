import { html, nothing, type TemplateResult } from 'lit-html';
import { live } from 'lit-html/directives/live.js';
import '../base/share-link.ts';
import { now } from '../../../browser/clock.ts';
import { shareAddress } from '../../../browser/mock-address.ts';
import { titleOfCard } from '../../../domain/mock/scorecard.ts';
import {
  lockCard,
  maxCandidateLength,
  nameCandidate,
  type ScorecardRun,
  scoredOnCard,
} from '../../../domain/mock/scorecard-run.ts';
import {
  describeTotal,
  type ScoredQuestion,
  totalOf,
} from '../../../domain/mock/scored-question.ts';
import { clockText } from '../../../domain/words/clock-text.ts';
import { counted, typedIn } from '../base/format.ts';
import { shortcutsButton } from './asking-view.ts';
import { cardQuestionView, scoredText } from './card-question-view.ts';
import { compareView } from './compare-view.ts';
import { keyOfScreen, type MockScreen, type OpenMock } from './mock-screen.ts';
import type { Room } from './room.ts';
import { openText } from './scoring-view.ts';
import { storageView } from './storage-view.ts';

interface Card {
  readonly open: OpenMock;
  readonly card: ScorecardRun;
  readonly scored: readonly ScoredQuestion[];
  readonly address: string;
}

export function scorecardView(
  screen: Extract<MockScreen, { name: 'scorecard' }>,
  room: Room,
): TemplateResult {
  const { open } = screen;
  const card = room.interviewer.cardOf(open);
  const scored = scoredOnCard(card, now());
  const address = shareAddress(room.context.paths.mock, open.link);
  const state = { open, card, scored, address };
  return html`${storageView('scorecard', room.interviewer.stored)}
    <div class="scorecard stack">
      <h2 tabindex="-1" data-focus-key=${keyOfScreen(screen)}>
        <span class="no-print">Scorecard</span><span class="printed-line">${titleOfCard(card)}</span>
      </h2>
      <p class="printed">Total: ${totalText(card)}. ${address}</p>
      ${introView(state, room)}
      ${card.questions.map((entry, place) => {
        const seconds = scored[place]?.seconds ?? 0;
        return cardQuestionView({ open, entry, place, seconds, isLocked: card.isLocked }, room);
      })}
      ${saveView(state, room)}
      <div class="no-print">
        ${card.isLocked ? compareView(card.link, scored, room) : lockView(open, card, room)}
      </div>
    </div>`;
}

function totalText(card: ScorecardRun): string {
  return describeTotal(totalOf(card.questions.flatMap(({ scores }) => scores)));
}

function introView({ open, card, scored, address }: Card, room: Room): TemplateResult {
  const { questions } = room.context;
  const name = (event: Event): void =>
    room.interviewer.change(open, (card) => nameCandidate(card, typedIn(event)));
  const focus = (code: string) => (): void => room.host.focusOn(`[data-question="${code}"] h3`);
  return html`<div class="stack no-print">
    <p>
      Everything here stays on this device. What you don’t score counts as not assessed, never as
      zero.
    </p>
    ${open.problems.map((problem) => html`<p class="warning">${problem}</p>`)}
    <label class="field name">
      Candidate name (optional)
      <input autocomplete="off" maxlength=${maxCandidateLength} aria-describedby="name-hint"
        .value=${live(card.candidate)} @input=${name} />
    </label>
    <p class="note" id="name-hint">
      Appears on printouts and saved files, never in links or score codes.
    </p>
    <ol class="plain lines overview">
      ${card.questions.map((entry, place) => {
        const question = questions.get(entry.code);
        return html`<li>
          <button type="button" class="quiet" @click=${focus(entry.code)}>
            ${place + 1}. ${question?.title ?? `Question ${entry.code}`}
          </button>
          <span class="note">
            ${scoredText(entry, question?.criteria.length ?? entry.scores.length)},
            ${clockText(scored[place]?.seconds ?? 0)}
          </span>
        </li>`;
      })}
    </ol>
    ${card.isLocked ? html`<p class="good">The scores are locked. You can still edit notes.</p>` : nothing}
    <div class="row">
      <share-link data-address=${address} data-name="the candidate’s page"></share-link>
      ${shortcutsButton(room)}
    </div>
  </div>`;
}

function saveView({ open, card, address }: Card, room: Room): TemplateResult {
  const { interviewer, host } = room;
  const clear = async (): Promise<void> => {
    const text =
      'This deletes all scores, notes, times, and the candidate name. You cannot undo this.';
    const answer = await host.confirm('Delete the scorecard?', [text], 'Delete scorecard');
    if (answer === undefined) return;
    interviewer.clear();
    host.focusOn('h2[tabindex]');
  };
  return html`<section class="stack no-print">
    <h2>Save the scorecard</h2>
    <p>Total: ${totalText(card)}</p>
    <div class="row">
      <button type="button" @click=${() => window.print()}>Print</button>
      <button type="button" @click=${() => interviewer.save(open, address, 'md')}>
        Save as Markdown
      </button>
      <button type="button" @click=${() => interviewer.save(open, address, 'csv')}>Save as CSV</button>
      <button type="button" class="push" @click=${() => void clear()}>Delete scorecard</button>
    </div>
  </section>`;
}

function lockView(open: OpenMock, card: ScorecardRun, room: Room): TemplateResult {
  const waiting = room.comparing.of(card.link).length;
  const shared = counted(waiting, 'person has', 'people have');
  return html`<section class="panel main stack">
    <h2>Compare scores</h2>
    <p>
      Score first, then compare. Lock your scores to get a link you can share and to see someone
      else’s scores next to yours. You can’t change locked scores, but you can still edit notes.
    </p>
    ${waiting === 0 ? nothing : html`<p>${shared} shared scores with you.</p>`}
    <p>
      <button type="button" class="primary" @click=${() => void lock(open, card, room)}>
        Lock my scores
      </button>
    </p>
  </section>`;
}

async function lock(open: OpenMock, { questions }: ScorecardRun, room: Room): Promise<void> {
  const { notAssessed } = totalOf(questions.flatMap(({ scores }) => scores));
  if (notAssessed > 0) {
    const text = openText(notAssessed);
    const answer = await room.host.confirm('Lock the scores as they are?', [text], 'Lock scores');
    if (answer === undefined) return;
  }
  room.interviewer.change(open, lockCard);
  room.host.focusOn('.compare h2');
}
