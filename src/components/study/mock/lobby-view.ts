import { html, nothing, type TemplateResult } from 'lit-html';
import '../base/share-link.ts';
import { now } from '../../../browser/clock.ts';
import { shareAddress } from '../../../browser/mock-address.ts';
import { describeLevels } from '../../../domain/mock/draw.ts';
import { writeComparisonLink } from '../../../domain/mock/mock-link.ts';
import { titleOfCard } from '../../../domain/mock/scorecard.ts';
import { counted, momentText } from '../base/format.ts';
import { describeRun } from './create-view.ts';
import { keyOfScreen, type MockScreen, type OpenMock } from './mock-screen.ts';
import type { Room } from './room.ts';
import { storageView } from './storage-view.ts';

type Lobby = Extract<MockScreen, { name: 'lobby' | 'busy' | 'busy scorecard' }>;

export function lobbyView(screen: Lobby, room: Room): TemplateResult {
  const { open } = screen;
  if (open.questions.length === 0) return emptyView(screen, room);
  const { mock } = room.context.paths;
  const withScores = writeComparisonLink(open.link, open.mock.scoreCodes);
  const candidateView = html`<section class="panel main stack">
    <h3>You’re the candidate</h3>
    <p>
      You see one question at a time and answer out loud. The clock starts right away. You can pause
      it. Then you score yourself.
    </p>
    <p>
      <button type="button" class="primary" @click=${() => room.candidate.start(open)}>
        Start the interview
      </button>
    </p>
  </section>`;
  const interviewerView = html`<section class="panel stack">
    <h3>You’re the interviewer</h3>
    <p>
      A scorecard shows all questions with their rubrics. Don’t open it if you want to answer them
      yourself.
    </p>
    <p><a class="button" href="${mock}?as=interviewer#${withScores}">Score a candidate</a></p>
  </section>`;
  return html`${storageView('unfinished mock interview', room.candidate.stored)}
    <h2 tabindex="-1" data-focus-key=${keyOfScreen(screen)}>
      ${counted(open.questions.length, 'question')} in ${counted(open.mock.minutes, 'minute')}
    </h2>
    <p class="note">
      ${describeLevels(open.questions)}. The questions stay hidden until you start.
    </p>
    ${problemsView(open)} ${inTheWayView(screen, room)} ${scoresView(open, room)}
    <div class="ways">
      ${screen.name === 'busy' ? nothing : candidateView}
      ${screen.name === 'busy scorecard' ? nothing : interviewerView}
    </div>
    <section class="stack">
      <h3>Share this interview</h3>
      <p>
        Everyone who opens this link gets the same questions in the same order. It carries no names
        and no answers.
      </p>
      <share-link data-address=${shareAddress(mock, open.link)} data-name="this mock interview">
      </share-link>
    </section>
    ${resultsView(open, room)}
    <p><a href=${mock}>Create another mock interview</a></p>`;
}

/** Scores that came with the link stay hidden: they would influence the reader's own. */
function scoresView({ link, mock }: OpenMock, room: Room): TemplateResult | typeof nothing {
  const count = room.comparing.of(link).length;
  if (mock.scoreCodes.length === 0 || count === 0) return nothing;
  const { paths } = room.context;
  const address = writeComparisonLink(link, mock.scoreCodes);
  return html`<section class="panel stack">
    <h3>${counted(count, 'person has', 'people have')} shared scores with you</h3>
    <p>
      Score first, so theirs don’t sway you. The comparison opens as soon as you lock your own
      scores.
    </p>
    <p><a href="${paths.mock}?as=observer#${address}">Compare without scoring</a></p>
  </section>`;
}

function inTheWayView(screen: Lobby, room: Room): TemplateResult | typeof nothing {
  if (screen.name === 'lobby') return nothing;
  const way =
    screen.name === 'busy'
      ? {
          title: 'You have an unfinished mock interview',
          text: `${describeRun(screen.run, now())} Continue it, or discard it and start this one.`,
          address: `#${screen.run.link}`,
          question: 'Discard the unfinished mock interview?',
          lost: 'This deletes its times, scores, notes, and recordings. You cannot undo this.',
          discard: () => room.candidate.discard(),
        }
      : {
          title: 'You have another scorecard open',
          text: `${titleOfCard(screen.card)}. Continue it and save it as a file, or discard it and start a new one.`,
          address: `?as=interviewer#${screen.card.link}`,
          question: 'Discard the other scorecard?',
          lost: 'This deletes its scores, notes, times, and the candidate name. You cannot undo this.',
          discard: () => room.interviewer.clear(),
        };
  const discard = async (): Promise<void> => {
    const answer = await room.host.confirm(way.question, [way.lost], 'Discard');
    if (answer !== undefined) way.discard();
  };
  return html`<section class="panel main stack">
    <h3>${way.title}</h3>
    <p>${way.text}</p>
    <div class="row">
      <a class="button primary" href="${room.context.paths.mock}${way.address}">Continue</a>
      <button type="button" @click=${() => void discard()}>Discard</button>
    </div>
  </section>`;
}

function problemsView({ problems, isFromOtherVersion }: OpenMock): TemplateResult {
  const changed = html`<p class="note">
    The guide has changed since this mock interview was created. The questions and their order are
    the same, but the texts and rubrics are today’s.
  </p>`;
  return html`${problems.map((problem) => html`<p class="warning">${problem}</p>`)}
    ${isFromOtherVersion ? changed : nothing}`;
}

function emptyView(screen: Lobby, { context }: Room): TemplateResult {
  return html`<h2 tabindex="-1" data-focus-key=${keyOfScreen(screen)}>
      This link has no questions
    </h2>
    ${problemsView(screen.open)}
    <p>Ask for the link again, or create a mock interview of your own.</p>
    <p><a class="button primary" href=${context.paths.mock}>Create a mock interview</a></p>`;
}

function resultsView({ link }: OpenMock, { context }: Room): TemplateResult | typeof nothing {
  const results = context.model.progress.mocks
    .filter((record) => record.link === link)
    .sort((a, b) => b.at - a.at);
  if (results.length === 0) return nothing;
  return html`<section class="stack">
    <h3>Your earlier results</h3>
    <ul class="plain">
      ${results.map(
        ({ id, at }) => html`<li>
          <a href="${context.paths.mock}?result=${id}#${link}">Result of ${momentText(at)}</a>
        </li>`,
      )}
    </ul>
  </section>`;
}
