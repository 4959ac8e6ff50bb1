import '../../copy-text/copy-text-element.ts';
import { html, nothing } from 'lit-html';
import { live } from 'lit-html/directives/live.js';
import { QuestionSets, setWith } from '../../../browser/question-sets.ts';
import type { Alarm } from '../../../domain/mock/clock.ts';
import { codesInMockLink } from '../../../domain/mock/mock-link.ts';
import {
  finishAsking,
  type MockRun,
  maxAnswerNoteLength,
  noteAnswer,
  scoreCriterion,
} from '../../../domain/mock/mock-run.ts';
import { describeGaps, totalOf } from '../../../domain/mock/scored-question.ts';
import { describeTurn } from '../../../domain/mock/turns.ts';
import type { SetLink } from '../../../domain/study-set/set-link.ts';
import { clockText } from '../../../domain/words/clock-text.ts';
import { firstUnscored, rubricView } from '../base/criterion-view.ts';
import { typedIn } from '../base/format.ts';
import { backToSet, levelTag, nameOf } from '../base/question-link.ts';
import { questionParts } from '../base/question-parts.ts';
import type { StudyContext } from '../base/study-context.ts';
import { unreadableView } from '../base/unreadable-view.ts';
import { keyOfScreen, type MockScreen } from './mock-screen.ts';
import type { Room } from './room.ts';

type Asking = Extract<MockScreen, { name: 'asking' | 'scoring' }>;

const alertTexts: Readonly<Record<Alarm, string>> = {
  half: 'Half your time is left.',
  soon: 'Two minutes are left.',
  up: 'Time is up. Finish your sentence, then score your answers.',
};

/** Warns if the unfinished mock interview can't be read or saved. */
export function storageView({ running }: Room) {
  const { unreadable, isRefused } = running.stored;
  if (unreadable !== undefined) {
    return unreadableView(
      'We couldn’t open your unfinished mock interview. It stays on this device until you start ' +
        'something new. To keep it, copy the raw data.',
      unreadable,
    );
  }
  return isRefused
    ? html`<p class="trouble">
        This browser can’t save your work. Go ahead, but don’t close or reload this page.
      </p>`
    : nothing;
}

export function askingView(screen: Asking, room: Room) {
  const { run } = screen;
  const { running } = room;
  const { clock, codes } = run;
  const index = clock.question;
  const isUp = running.isTimeUp;
  const isLast = isUp || index + 1 === codes.length;
  const isGroup = groupOf(run, room.context) !== undefined;
  const alert = isUp ? 'up' : running.alarm;
  const { problem } = running.recorder;
  const paused = running.isPaused ? 'Paused. The question is hidden until you resume.' : undefined;
  const next = html`<button type="button" class="primary" @click=${() => running.next()}>
    Next question <kbd aria-hidden="true">n</kbd>
  </button>`;
  return html`${storageView(room)}
    <section class="asking stack">
      <div class="ink panel stage">
        ${headingView(screen, 'Question', index, paused, room)}
        ${timesView(run, room)} ${toolsView(room)}
      </div>
      <p role="status" class=${isUp ? 'warning' : 'note'}>${alert && alertTexts[alert]}</p>
      <div role="alert">${problem && html`<p class="warning">${problem}</p>`}</div>
      ${noteView(run, index, room)}
      <div class="row">
        ${isLast ? nothing : next}
        <button type="button" class=${isLast ? 'primary' : ''} @click=${() => void finish(room)}>
          ${isUp && !isGroup ? 'Score my answers' : 'Finish'} <kbd aria-hidden="true">f</kbd>
        </button>
      </div>
    </section>`;
}

/**
 * @param hidden the text to show instead of the question, for example while the interview is paused
 */
function headingView(
  screen: Asking,
  name: string,
  index: number,
  hidden: string | undefined,
  { context }: Room,
) {
  const { codes } = screen.run;
  const code = codes[index] ?? '';
  const question = context.questions.get(code);
  const number = `${name} ${index + 1} of ${codes.length}`;
  const turn = turnText(screen, code, context);
  return html`<p class="eyebrow flow">
      ${question && levelTag(question.level, 'chip')} <span aria-hidden="true">${number}</span>
    </p>
    ${turn ? html`<p class="turn">${turn}</p>` : nothing}
    <h2 tabindex="-1" data-focus-key=${keyOfScreen(screen)}>
      <span class="sr-only">${number}: </span>
      <span class="asked">${hidden ?? question?.title ?? `The guide no longer has question ${code}.`}</span>
    </h2>`;
}

/** In a group's interview, says who answers the question. */
function turnText({ name, run }: Asking, code: string, context: StudyContext): string {
  const set = groupOf(run, context);
  if (set === undefined || name !== 'asking') return '';
  return describeTurn(set, code, new QuestionSets(context.data.book).saved.me);
}

function timesView({ clock, codes }: MockRun, { running }: Room) {
  return html`<dl class="times">
      <div>
        <dt>Time left${running.isPaused ? ' (paused)' : ''}</dt>
        <dd>
          <span role="timer" class="numeral time-left">${clockText(Math.ceil(running.timeLeft / 1000))}</span>
        </dd>
      </div>
      <div>
        <dt>This question</dt>
        <dd class="time-question"
          >${clockText(Math.floor(running.onThis / 1000))} <span class="note"
            >of about ${clockText(clock.total / codes.length / 1000)} with follow-ups</span
          ></dd
        >
      </div>
    </dl>
    <span class="meter" aria-hidden="true"
      ><span .style="width: ${((1 - running.timeLeft / clock.total) * 100).toFixed(1)}%"></span
    ></span>`;
}

function toolsView(room: Room) {
  const { running } = room;
  const { recorder, hasAlerts } = running;
  const pause = html`<button type="button" @click=${() => running.pauseOrResume()}>
    ${running.isPaused ? 'Resume' : 'Pause'} <kbd aria-hidden="true">p</kbd>
  </button>`;
  return html`<div class="row tools">
    ${running.isTimeUp ? nothing : pause}
    <button type="button" aria-pressed=${recorder.isOn} @click=${() => recorder.switch()}>
      Record answers <kbd aria-hidden="true">r</kbd>
    </button>
    <button type="button" aria-pressed=${hasAlerts} @click=${() => running.switchAlerts()}>
      Time alerts <kbd aria-hidden="true">a</kbd>
    </button>
    ${shortcutsButton(room)}
  </div>`;
}

function shortcutsButton(room: Room) {
  return html`<button type="button" class="quiet keys" @click=${() => room.showShortcuts()}>
    Shortcuts
  </button>`;
}

function noteView(run: MockRun, index: number, { running }: Room) {
  const type = (event: Event) =>
    running.step((latest) => noteAnswer(latest, index, typedIn(event)));
  return html`<label class="field answer-note">
    Your notes (optional)
    <textarea rows="3" maxlength=${maxAnswerNoteLength} .value=${live(run.notes?.[index] ?? '')}
      @input=${type}></textarea>
  </label>`;
}

export async function finish(room: Room): Promise<void> {
  const { running } = room;
  const { run } = running;
  if (run === undefined) return;
  const open = run.codes.length - run.clock.question - 1;
  if (open > 0 && !running.isTimeUp) {
    const questions = open === 1 ? 'one unanswered question' : `${open} unanswered questions`;
    const answer = await room.confirm('Finish now?', [`You have ${questions}.`], 'Finish now');
    if (answer === undefined) return;
  }
  running.step(finishAsking);
}

export function scoringView(screen: Asking, room: Room) {
  const set = groupOf(screen.run, room.context);
  return set === undefined ? ownScoringView(screen, room) : groupEndView(screen, set, room);
}

/** Returns the set of a group that interviews each other. Undefined for an interview alone. */
function groupOf(run: MockRun, { data }: StudyContext): SetLink | undefined {
  const set = setWith(codesInMockLink(run.link), data.book);
  return (set?.people ?? []).length > 1 ? set : undefined;
}

/** In a group, the person who runs the clock scores on the same scorecard as everyone else. */
function groupEndView(screen: Asking, set: SetLink, room: Room) {
  const { run } = screen;
  const { context, running } = room;
  const startOver = async (): Promise<void> => {
    const lost = 'Your notes and recordings of this interview will be deleted.';
    const answer = await room.confirm('Start over?', [lost], 'Start over');
    if (answer !== undefined) running.discard();
  };
  const kept = run.codes.flatMap((code, place) => {
    const note = run.notes?.[place] ?? '';
    if (note === '' && !running.recorder.sounds.has(place)) return [];
    const question = context.questions.get(code);
    return [
      html`<section class="scored stack">
        <h3>${question === undefined ? code : nameOf(question)}</h3>
        ${note === '' ? nothing : html`<p class="own-note">${note}</p>`} ${soundsView(place, room)}
      </section>`,
    ];
  });
  return html`${storageView(room)}
    <section class="stack">
      <h2 tabindex="-1" data-focus-key=${keyOfScreen(screen)}>Now score each other</h2>
      <p>
        That was the last question. Score the answers on your own device, as the others do, and then
        compare your scores.
      </p>
      <div class="row">
        <a class="button primary" href="${context.paths.kit}#${run.link}">Score each other</a>
        ${backToSet(set, context)}
        <button type="button" class="quiet" @click=${() => void startOver()}>Start over</button>
      </div>
      ${kept}
    </section>`;
}

function ownScoringView(screen: Asking, room: Room) {
  const { run } = screen;
  const { running, context } = room;
  const { place, codes, clock, scores } = run;
  const code = codes[place] ?? '';
  const question = context.questions.get(code);
  const criteria = question?.criteria ?? [];
  const given = scores[place] ?? [];
  const seconds = Math.round((clock.used[place] ?? 0) / 1000);
  const spent =
    place <= clock.question
      ? `You spent ${clockText(seconds)} on this question.`
      : 'You didn’t get to this question.';
  const page = question && context.paths.question(question.slug);
  return html`${storageView(room)}
    <section class="scoring stack">
      ${headingView(screen, 'Score answer', place, undefined, room)}
      <p class="note">${spent}</p>
      ${soundsView(place, room)} ${noteView(run, place, room)}
      ${rubricView(
        { name: `score-${code}`, criteria, scores: given, next: firstUnscored(criteria, given) },
        (score, index) => running.step((latest) => scoreCriterion(latest, index, score)),
      )}
      ${page && questionParts(page, 'answer')}
      ${stepsView(screen, room)}
    </section>`;
}

export function soundsView(question: number, { running }: Room) {
  const sounds = running.recorder.sounds.get(question) ?? [];
  if (sounds.length === 0) return nothing;
  return html`<div class="stack sounds">
    ${sounds.map((address, index) => {
      const label = `Your recorded answer${sounds.length === 1 ? '' : `, part ${index + 1}`}`;
      return html`<audio controls preload="metadata" src=${address} aria-label=${label}></audio>`;
    })}
  </div>`;
}

function stepsView({ run }: Asking, room: Room) {
  const { running, context } = room;
  const { place, codes, scores } = run;
  const { mean, assessed, notAssessed } = totalOf(scores.flat());
  const finishScoring = async (): Promise<void> => {
    const scored = codes.map((code, index) => ({ code, scores: scores[index] ?? [] }));
    const gaps = describeGaps(scored, context.questions);
    const sentences = [...gaps, 'You can’t change the scores afterward.'];
    const isSure =
      gaps.length === 0 ||
      (await room.confirm('Finish scoring?', sentences, 'Finish scoring')) !== undefined;
    if (isSure) running.lock();
  };
  const isLast = place + 1 === codes.length;
  const back = html`<button type="button" @click=${() => running.goTo(place - 1)}>
    Back <kbd aria-hidden="true">p</kbd>
  </button>`;
  const done = html`<button type="button" class="primary" @click=${() => void finishScoring()}>
    Finish scoring
  </button>`;
  const next = html`<button type="button" class="primary" @click=${() => running.goTo(place + 1)}>
    Next answer <kbd aria-hidden="true">n</kbd>
  </button>`;
  return html`<div class="ink panel dock row">
    ${mean === null ? nothing : html`<span class="numeral">${mean.toFixed(1)}</span>`}
    <p class="note">${mean === null ? '' : 'out of 5. '}${assessed} of ${assessed + notAssessed} scored</p>
    <span class="row push">
      ${shortcutsButton(room)} ${place === 0 ? nothing : back} ${isLast ? done : next}
    </span>
  </div>`;
}
