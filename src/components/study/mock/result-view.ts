import { html, nothing } from 'lit-html';
import { setWith } from '../../../browser/question-sets.ts';
import { codesInMockLink, mockWords, readMockLink } from '../../../domain/mock/mock-link.ts';
import {
  chooseWhatNext,
  describeTotal,
  notAssessed,
  type ScoredQuestion,
  totalOf,
} from '../../../domain/mock/scored-question.ts';
import { writePracticeLink } from '../../../domain/practice/practice-link.ts';
import type { StudyQuestion } from '../../../domain/practice/study-data.ts';
import type { MockRecord, Score } from '../../../domain/progress/records.ts';
import { clockText } from '../../../domain/words/clock-text.ts';
import { counted, momentText } from '../base/format.ts';
import { backToSet, questionLink } from '../base/question-link.ts';
import type { StudyContext } from '../base/study-context.ts';
import { soundsView } from './asking-view.ts';
import { keyOfScreen, type MockScreen } from './mock-screen.ts';
import type { Room } from './room.ts';

type Result = Extract<MockScreen, { name: 'result' }>;

export function resultView(screen: Result, room: Room) {
  const { record, run } = screen;
  const { running, context } = room;
  const { link, questions } = record;
  const set = setWith(codesInMockLink(link), context.data.book);
  const saved = html`<p class="note">
    Finished on ${momentText(record.at)} and saved on this device.
  </p>`;
  const notSaved = html`<div class="row warning">
    This result isn’t saved yet.
    <button type="button" @click=${() => void running.save()}>Save result</button>
  </div>`;
  const score = html`<a class="button" href="${context.paths.kit}#${link}">${mockWords.score}</a>`;
  return html`<h2 tabindex="-1" data-focus-key=${keyOfScreen(screen)}>Your result</h2>
    ${figuresView(record, readMockLink(link, context.data.book).minutes)}
    ${run?.isSaved === false ? notSaved : saved}
    ${nextView(questions, context)} ${questionsView(screen, room)}
    <div class="row">
      ${set && backToSet(set, context)}
      <a class="button" href="${context.paths.kit}#${ownLink(screen)}">Compare scores with others</a>
      <a class="button" href="${context.paths.mock}?as=creator">${mockWords.another}</a>
      <button type="button" @click=${() => startAgain(screen, room)}>Restart this interview</button>
      ${set === undefined ? score : nothing}
    </div>`;
}

/**
 * Returns the fragment of the kit's link to the reader's result, with the partner's code if an old
 * run has one.
 */
function ownLink({ record, run }: Result): string {
  const partner = run?.partnerCode.replace(/[^0-9a-z]/gi, '') ?? '';
  return `own=${[record.id, partner].filter((field) => field !== '').join('.')}`;
}

function startAgain({ record, run }: Result, room: Room): void {
  const { running, context } = room;
  // A saved result stays in the list of past results, so its run can be discarded.
  const stored = run ?? running.run;
  if (stored?.link === record.link && stored.stage === 'locked' && stored.isSaved) {
    running.discard();
  }
  room.open(`${context.paths.mock}#${record.link}`);
}

function figuresView({ questions }: MockRecord, minutes: number) {
  const total = totalOf(questions.flatMap(({ scores }) => scores));
  const seconds = questions.reduce((sum, question) => sum + question.seconds, 0);
  return html`<dl class="ink panel times">
    <div>
      <dt>Score</dt>
      <dd><span class="numeral time-left">${total.mean?.toFixed(1) ?? '–'}</span></dd>
    </div>
    <div>
      <dt>${describeTotal(total)}</dt>
      <dd>${clockText(seconds)} <span class="note">of ${clockText(minutes * 60)}</span></dd>
    </div>
  </dl>`;
}

function questionsView({ record, run }: Result, room: Room) {
  const { questions } = room.context;
  const onDevice = html`<p class="note">
    Your notes and recordings stay on this device until you start another mock interview.
  </p>`;
  return html`<section class="stack">
    <h2>Question by question</h2>
    ${record.questions.map(({ code, scores, seconds }, place) => {
      const question = questions.get(code);
      const note = run?.notes?.[place] ?? '';
      const gone = `Question ${code}, no longer in the guide`;
      return html`<section class="scored stack">
        <h3>${question === undefined ? gone : questionLink(question, room.context)}</h3>
        <p class="note">${describeTotal(totalOf(scores))}, ${clockText(seconds)}</p>
        ${scores.every((score) => score === null) ? nothing : linesOf(scores, question)}
        ${note === '' ? nothing : html`<p class="own-note">${note}</p>`}
        ${run === undefined ? nothing : soundsView(place, room)}
      </section>`;
    })}
    ${run === undefined ? nothing : onDevice}
  </section>`;
}

function linesOf(scores: readonly Score[], question: StudyQuestion | undefined) {
  return html`<ul class="plain lines">
    ${scores.map(
      (score, index) => html`<li>
        <span>${question?.criteria[index]?.criterion ?? `Criterion ${index + 1}`}</span>
        <span>${score ?? notAssessed}</span>
      </li>`,
    )}
  </ul>`;
}

function nextView(scored: readonly ScoredQuestion[], context: StudyContext) {
  const { codes, isAllStrong } = chooseWhatNext(scored, context.questions);
  const { practice, progress } = context.paths;
  const set = { name: 'After the mock interview', codes };
  const harder = html`<p>You scored 4 or 5 on everything. Try a mock interview at a harder level.</p>`;
  const button = html`<p>
    <a class="button primary" href="${practice}#${writePracticeLink({ kind: 'set', set })}">
      Practice ${counted(codes.length, 'question')}, weakest first
    </a>
  </p>`;
  return html`<p class="note">
      <a href=${progress}>Your progress</a> counts practice, not mock interviews.
    </p>
    ${codes.length > 0 ? button : isAllStrong ? harder : nothing}`;
}
