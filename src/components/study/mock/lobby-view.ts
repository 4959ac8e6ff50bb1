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
  const { paths } = room.context;
  return html`${storageView('unfinished mock interview', room.candidate.stored)}
    <h2 tabindex="-1" data-focus-key=${keyOfScreen(screen)}>
      ${counted(open.questions.length, 'question')} in ${counted(open.mock.minutes, 'minute')}
    </h2>
    <p class="note">
      ${describeLevels(open.questions)}. The questions stay hidden until you start.
    </p>
    ${problemsView(open)} ${inTheWayView(screen, room)} ${scoresView(open, room)}
    <div class="ways">
      ${
        screen.name === 'busy'
          ? nothing
          : html`<section class="panel main stack">
              <h3>You’re the candidate</h3>
              <p>
                You see one question at a time and answer out loud. The clock starts right away. You can pause it. Then you score yourself.
              </p>
              <p>
                <button type="button" class="primary" @click=${() => room.candidate.start(open)}>
                  Start the interview
                </button>
              </p>
            </section>`
      }
      ${
        screen.name === 'busy scorecard'
          ? nothing
          : html`<section class="panel stack">
              <h3>You’re the interviewer</h3>
              <p>
                A scorecard shows all questions with their rubrics. Don’t open it if you want to
                answer them yourself.
              </p>
              <p>
                <a class="button" href="${paths.mock}?as=interviewer#${linkWithScores(open)}">
                  Score a candidate
                </a>
              </p>
            </section>`
      }
    </div>
    <section class="stack">
      <h3>Share this interview</h3>
      <p>
        Everyone who opens this link gets the same questions in the same order. It carries no names
        and no answers.
      </p>
      <share-link
        data-address=${shareAddress(paths.mock, open.link)}
        data-name="this mock interview"
      ></share-link>
    </section>
    ${resultsView(open, room)}
    <p><a href=${paths.mock}>Create another mock interview</a></p>`;
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

function linkWithScores({ link, mock }: OpenMock): string {
  return writeComparisonLink(link, mock.scoreCodes);
}

function inTheWayView(screen: Lobby, room: Room): TemplateResult | typeof nothing {
  if (screen.name === 'lobby') return nothing;
  const { paths } = room.context;
  const isRun = screen.name === 'busy';
  const discard = async (): Promise<void> => {
    const answer = await room.host.confirm({
      title: isRun ? 'Discard the unfinished mock interview?' : 'Discard the other scorecard?',
      sentences: [
        isRun
          ? 'This deletes its times, scores, notes, and recordings. You cannot undo this.'
          : 'This deletes its scores, notes, times, and the candidate name. You cannot undo this.',
      ],
      choices: ['Discard'],
    });
    if (answer === undefined) return;
    if (isRun) room.candidate.discard();
    else room.interviewer.clear();
  };
  return html`<section class="panel main stack">
    <h3>You have ${isRun ? 'an unfinished mock interview' : 'another scorecard open'}</h3>
    <p>
      ${
        isRun
          ? `${describeRun(screen.run, now())} Continue it, or discard it and start this one.`
          : `${titleOfCard(screen.card)}. Continue it and save it as a file, or discard it and start a new one.`
      }
    </p>
    <div class="row">
      <a
        class="button primary"
        href=${isRun ? `${paths.mock}#${screen.run.link}` : `${paths.mock}?as=interviewer#${screen.card.link}`}
        >Continue</a
      >
      <button type="button" @click=${() => void discard()}>Discard</button>
    </div>
  </section>`;
}

function problemsView({ problems, isFromOtherVersion }: OpenMock): TemplateResult {
  return html`${problems.map((problem) => html`<p class="warning">${problem}</p>`)}
  ${
    isFromOtherVersion
      ? html`<p class="note">
          The guide has changed since this mock interview was created. The questions and their order
          are the same, but the texts and rubrics are today’s.
        </p>`
      : nothing
  }`;
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
