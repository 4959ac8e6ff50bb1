import { html, nothing, type TemplateResult } from 'lit-html';
import { now } from '../../../browser/clock.ts';
import { scoredOnCard } from '../../../domain/mock/scorecard-steps.ts';
import type { ScoredQuestion } from '../../../domain/mock/scored-question.ts';
import { counted } from '../base/format.ts';
import { compareView } from './compare-view.ts';
import { keyOfScreen, type MockScreen, type OwnScores } from './mock-screen.ts';
import type { Room } from './room.ts';

/** The comparison that a link with scores opens. */
export function comparisonView(
  screen: Extract<MockScreen, { name: 'comparison' }>,
  room: Room,
): TemplateResult {
  const { open, own } = screen;
  const { paths } = room.context;
  return html`<p class="note" tabindex="-1" data-focus-key=${keyOfScreen(screen)}>
      Mock interview, ${counted(open.questions.length, 'question')} in
      ${counted(open.mock.minutes, 'minute')}.
      ${
        own === undefined
          ? 'You’re watching: you haven’t scored it.'
          : html`<a
              href=${
                own.as === 'candidate'
                  ? `${paths.mock}?result=${own.record.id}#${open.link}`
                  : `${paths.mock}?as=interviewer#${open.link}`
              }
              >${own.as === 'candidate' ? 'Your result' : 'Your scorecard'}</a
            >`
      }
    </p>
    ${compareView({ link: open.link, own: scoresOf(own) }, room)}
    ${
      own === undefined
        ? html`<p><a href="${paths.mock}#${open.link}">Open the mock interview</a></p>`
        : nothing
    }`;
}

function scoresOf(own: OwnScores | undefined): readonly ScoredQuestion[] | undefined {
  if (own === undefined) return undefined;
  return own.as === 'candidate' ? own.record.questions : scoredOnCard(own.card, now());
}
