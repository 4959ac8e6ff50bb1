import { html, nothing, type TemplateResult } from 'lit-html';
import '../base/share-link-element.ts';
import { describeSource } from '../../../domain/mock/describe-mock.ts';
import type { MockRecord } from '../../../domain/progress/records.ts';
import { counted, momentText } from '../base/format.ts';
import type { OpenMock } from './open-mock.ts';

/** What the first screen of a mock shows. */
export interface LobbyState {
  readonly open: OpenMock;
  /** Whole address of the mock, to pass on. */
  readonly address: string;
  /** Address of the mock page. */
  readonly page: string;
  /** Results of this very mock, the latest first. */
  readonly results: readonly MockRecord[];
  /** What can't be done, because something else is under way. */
  readonly blocked: 'taking' | 'scoring' | undefined;
  /** What is under way, if it is in the way. */
  readonly inTheWay: TemplateResult | typeof nothing;
}

/** Says what the mock is, and offers to take it or to score somebody; shows no question. */
export function lobbyView(
  { open, address, page, results, blocked, inTheWay }: LobbyState,
  take: () => void,
): TemplateResult {
  const { mock, questions, link } = open;
  if (questions.length === 0) return nothingHereView(open, page);
  const source = describeSource(mock);
  return html`<h2 tabindex="-1">
      ${counted(questions.length, 'question')} in ${counted(mock.minutes, 'minute')}
    </h2>
    ${source === '' ? nothing : html`<p class="note">Drawn from ${source}.</p>`}
    ${problemsView(open)} ${inTheWay}
    <div class="ways">
      ${
        blocked === 'taking'
          ? nothing
          : html`<section class="panel main stack">
              <h3>Take it</h3>
              <p>
                You see one question at a time and answer aloud. The clock starts at once; you can
                pause it. Then you score yourself by the rubrics.
              </p>
              <p><button type="button" class="primary" @click=${take}>Take it</button></p>
            </section>`
      }
      ${
        blocked === 'scoring'
          ? nothing
          : html`<section class="panel stack">
              <h3>Score somebody</h3>
              <p>
                A scorecard for the interviewer. It shows all questions with their rubrics, so don’t
                open it if you will take this mock yourself.
              </p>
              <p><a class="button" href="${page}?as=interviewer#${link}">Score somebody</a></p>
            </section>`
      }
    </div>
    <section class="stack">
      <h3>Share it</h3>
      <p>
        Everybody who opens this link gets the same questions in the same order, also after the
        guide has grown. It holds no names and no answers.
      </p>
      <share-link data-address=${address} data-name="this mock interview"></share-link>
    </section>
    ${resultsView(results, page)}
    <p><a href=${page}>Draw another mock interview</a></p>`;
}

function problemsView({ problems, isFromOtherVersion }: OpenMock): TemplateResult {
  return html`${problems.map((problem) => html`<p class="warning">${problem}</p>`)}
  ${
    isFromOtherVersion
      ? html`<p class="note">
          The guide has changed since this mock was drawn. The questions and their order are the
          same; their texts and rubrics are today’s.
        </p>`
      : nothing
  }`;
}

function nothingHereView(open: OpenMock, page: string): TemplateResult {
  return html`<h2 tabindex="-1">This link leads to no questions</h2>
    ${problemsView(open)}
    <p>Ask for the link again, or draw a mock interview of your own.</p>
    <p><a class="button primary" href=${page}>Draw a mock interview</a></p>`;
}

function resultsView(results: readonly MockRecord[], page: string) {
  if (results.length === 0) return nothing;
  return html`<section class="stack">
    <h3>You have taken it</h3>
    <ul class="plain">
      ${results.map(
        ({ id, at, link }) => html`<li>
          <a href="${page}?result=${id}#${link}">Result of ${momentText(at)}</a>
        </li>`,
      )}
    </ul>
  </section>`;
}
