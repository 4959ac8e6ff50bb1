import { html, nothing, type TemplateResult } from 'lit-html';
import { readMockLink } from '../../../domain/mock/mock-link.ts';
import {
  describeTotal,
  notAssessed,
  type ScoredQuestion,
  totalOf,
} from '../../../domain/mock/scored-question.ts';
import { chooseWhatNext, type QuestionToPractice } from '../../../domain/mock/what-next.ts';
import { writePracticeLink } from '../../../domain/practice/practice-link.ts';
import type { MockRecord } from '../../../domain/progress/records.ts';
import { clockText } from '../../../domain/words/clock-text.ts';
import { momentText } from '../base/format.ts';
import { questionLink } from '../base/question-link.ts';
import type { StudyContext } from '../base/study-context.ts';
import { compareView } from './compare-view.ts';
import { keyOfScreen, type MockScreen } from './mock-screen.ts';
import type { Room } from './room.ts';
import { soundsView } from './scoring-view.ts';

type Result = Extract<MockScreen, { name: 'result' }>;

export function resultView(screen: Result, room: Room): TemplateResult {
  const { record, run } = screen;
  const { candidate, context } = room;
  const { link, questions } = record;
  return html`<h2 tabindex="-1" data-focus-key=${keyOfScreen(screen)}>Your result</h2>
    ${figuresView(record, readMockLink(link, context.data.book).minutes)}
    ${
      (run?.isSaved ?? true)
        ? html`<p class="note">Locked on ${momentText(record.at)} and saved on this device.</p>`
        : html`<div class="row warning">
            <span>This result isn’t saved yet.</span>
            <button type="button" @click=${() => void candidate.save()}>Save result</button>
          </div>`
    }
    ${nextView(questions, context)} ${compareView({ link, own: questions }, room)}
    ${questionsView(screen, room)}
    <div class="row">
      <a class="button" href=${context.paths.mock}>Create another mock interview</a>
      <button type="button" @click=${() => startAgain(screen, room)}>Start this one again</button>
      <a class="button" href="${context.paths.mock}?as=interviewer#${link}">Score a candidate</a>
    </div>`;
}

function startAgain({ record, run }: Result, { candidate, context, open }: Room): void {
  // A saved result is listed with the past ones.
  const stored = run ?? candidate.run;
  if (stored?.link === record.link && stored.stage === 'locked' && stored.isSaved) {
    candidate.discard();
  }
  open(`${context.paths.mock}#${record.link}`);
}

function figuresView({ questions }: MockRecord, minutes: number): TemplateResult {
  const total = totalOf(questions.flatMap(({ scores }) => scores));
  const seconds = questions.reduce((sum, question) => sum + question.seconds, 0);
  const figures = [
    ['Score', total.mean === null ? '–' : total.mean.toFixed(1), 'of 5'],
    ['Points', total.mean === null ? notAssessed : String(total.sum), `of ${total.outOf}`],
    ['Not assessed', String(total.notAssessed), 'criteria'],
    ['Time used', clockText(seconds), `of ${clockText(minutes * 60)}`],
  ];
  return html`<dl class="ink tally">
    ${figures.map(
      ([name, value, more]) => html`<div>
        <dt>${name}</dt>
        <dd>${value} <span class="note">${more}</span></dd>
      </div>`,
    )}
  </dl>`;
}

function questionsView({ record, run }: Result, room: Room): TemplateResult {
  const { questions } = room.context;
  return html`<section class="stack">
    <h2>Question by question</h2>
    ${record.questions.map(({ code, scores, seconds }, place) => {
      const question = questions.get(code);
      const note = run?.notes?.[place] ?? '';
      return html`<section class="scored stack">
        <h3>
          ${question === undefined ? `Question ${code}, which the guide no longer has` : questionLink(question, room.context)}
        </h3>
        <p class="note">${describeTotal(totalOf(scores))}, ${clockText(seconds)}</p>
        <ul class="plain lines">
          ${scores.map(
            (score, index) => html`<li>
              <span>${question?.criteria[index]?.criterion ?? `Criterion ${index + 1}`}</span>
              <span class="given">${score ?? notAssessed}</span>
            </li>`,
          )}
        </ul>
        ${scores.length === 0 ? html`<p>This question has no rubric.</p>` : nothing}
        ${note === '' ? nothing : html`<p class="own-note">${note}</p>`}
        ${run === undefined ? nothing : soundsView(place, room)}
      </section>`;
    })}
    ${
      run === undefined
        ? nothing
        : html`<p class="note">
            Your notes and recordings stay on this device until you start another mock interview.
          </p>`
    }
  </section>`;
}

function nextView(
  scored: readonly ScoredQuestion[],
  context: Pick<StudyContext, 'questions' | 'paths'>,
): TemplateResult {
  const { practice, notAssessed } = chooseWhatNext(scored);
  const weak = practice.filter(({ code }) => context.questions.has(code));
  const open = notAssessed.filter((code) => context.questions.has(code));
  const codes = [...weak.map(({ code }) => code), ...open];
  return html`<section class="stack">
    <h2>What to practice next</h2>
    ${
      weak.length === 0
        ? html`<p>
            ${
              open.length === scored.length
                ? 'You haven’t scored an answer, so there’s nothing to suggest yet.'
                : 'You scored 4 or 5 on everything you assessed. Try a mock interview with harder levels.'
            }
          </p>`
        : html`<ol>
            ${weak.map((question) => html`<li>${weakView(question, context)}</li>`)}
          </ol>`
    }
    ${
      open.length === 0
        ? nothing
        : html`<p>You haven’t scored these:</p>
            <ul>
              ${open.map((code) => html`<li>${practiceLink(code, context)}</li>`)}
            </ul>`
    }
    ${
      codes.length < 2
        ? nothing
        : html`<p>
            <a
              class="button primary"
              href="${context.paths.practice}#${writePracticeLink({
                kind: 'set',
                set: { name: 'After the mock interview', codes },
              })}"
              >Practice these ${codes.length} questions</a
            >
          </p>`
    }
  </section>`;
}

function weakView(
  { code, weak }: QuestionToPractice,
  context: Pick<StudyContext, 'questions' | 'paths'>,
): TemplateResult {
  const criteria = context.questions.get(code)?.criteria ?? [];
  const named = weak.map(
    ({ criterion, score }) =>
      `${criteria[criterion]?.criterion ?? `Criterion ${criterion + 1}`} (${score})`,
  );
  return html`${practiceLink(code, context)}
    <br /><span class="note">Weakest: ${named.join('; ')}</span>`;
}

function practiceLink(
  code: string,
  { questions, paths }: Pick<StudyContext, 'questions' | 'paths'>,
): TemplateResult {
  const link = writePracticeLink({ kind: 'question', code });
  return html`<a href="${paths.practice}#${link}">${questions.get(code)?.title ?? code}</a>`;
}
