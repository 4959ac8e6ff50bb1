import '../base/share-link.ts';
import { html, nothing } from 'lit-html';
import { live } from 'lit-html/directives/live.js';
import { now, offsetAt } from '../../../browser/clock.ts';
import { setWith } from '../../../browser/question-sets.ts';
import { systemRandom } from '../../../browser/random-seed.ts';
import { shareAddress } from '../../../browser/room-address.ts';
import {
  countFor,
  describeLevels,
  drawQuestions,
  questionsIn,
  suggestMinutes,
} from '../../../domain/mock/draw.ts';
import {
  maxMinutes,
  maxQuestions,
  mockWords,
  writeMockLink,
} from '../../../domain/mock/mock-link.ts';
import { isUnfinished } from '../../../domain/mock/mock-run.ts';
import { describeTotal, totalOf } from '../../../domain/mock/scored-question.ts';
import { hasPlan } from '../../../domain/plan/plan.ts';
import type { StudyQuestion } from '../../../domain/practice/study-data.ts';
import type { SetLink } from '../../../domain/study-set/set-link.ts';
import { clockText } from '../../../domain/words/clock-text.ts';
import { levels, topics } from '../../../guide-settings.ts';
import { listOf } from '../../../lib/text.ts';
import { counted, momentText, numberIn } from '../base/format.ts';
import { backToSet } from '../base/question-link.ts';
import type { StudyContext } from '../base/study-context.ts';
import { storageView } from './asking-view.ts';
import { keyOfScreen, type MockScreen, type OpenMock, openMock } from './mock-screen.ts';
import { type CreateForm, emptyForm, type Room } from './room.ts';

const defaultMinutes = 30;

/** The lengths of the interviews that can be started right away, in minutes. */
const lengths = [20, 30, 45] as const;

export function createView({ isFormOpen }: Extract<MockScreen, { name: 'create' }>, room: Room) {
  return html`${storageView(room)}
    ${unfinishedView(room)} ${startView(room)} ${formView(isFormOpen, room)}
    ${resultsView(room)}`;
}

function startView(room: Room) {
  const { data } = room.context;
  const pool = poolOf(room);
  const choices = lengths.map((minutes) => {
    const count = countFor(pool, minutes);
    return html`<li>
      <button type="button" class="length ink" @click=${() => void startNow(room, minutes, count)}>
        <span><b class="numeral">${minutes}</b> minutes</span>
        <span class="note">${counted(count, 'question')}</span>
      </button>
    </li>`;
  });
  return html`<section class="stack" aria-labelledby="start-title">
    <h2 id="start-title" tabindex="-1" data-focus-key="create">Start now</h2>
    <ul class="lengths plain">
      ${choices}
    </ul>
    ${plannedIn(room).length > 0 ? planBox(room) : nothing}
    <p class="note">
      Questions ${pool === data.questions ? 'from all levels' : 'from your plan'} are picked at random; the easier ones come first. The clock starts right away. You can pause it.
    </p>
  </section>`;
}

function planBox(room: Room) {
  const change = ({ target }: Event) => {
    room.isOfPlan = (target as HTMLInputElement).checked;
    room.update();
  };
  return html`<label class="check">
    <input type="checkbox" .checked=${room.isOfPlan} @change=${change} />
    Only questions from my plan
  </label>`;
}

/** Returns the questions in the reader's plan, if there is one. */
function plannedIn({ context: { data, settings } }: Room): readonly StudyQuestion[] {
  if (!hasPlan({ settings, now: now(), offsetAt })) return [];
  return data.questions.filter(({ code }) => settings.planCodes?.includes(code));
}

/** Returns the questions to pick from. The plan may have been deleted since its box was checked. */
function poolOf(room: Room): readonly StudyQuestion[] {
  const planned = room.isOfPlan ? plannedIn(room) : [];
  return planned.length > 0 ? planned : room.context.data.questions;
}

async function startNow(room: Room, minutes: number, count: number): Promise<void> {
  const { context } = room;
  const link = create({ ...emptyForm, minutes, count }, room);
  const open = openMock(link, context);
  if (open !== undefined && (await start(open, room))) room.open(`${context.paths.mock}#${link}`);
}

/**
 * Starts a mock interview. If another one is unfinished, asks first. Returns true if it started.
 */
async function start(open: OpenMock, room: Room): Promise<boolean> {
  const { running } = room;
  if (running.run !== undefined && isUnfinished(running.run)) {
    if (!(await confirmDiscard(room, 'Discard and start this one'))) return false;
  }
  running.start(open);
  return true;
}

async function confirmDiscard(room: Room, button: string): Promise<boolean> {
  const lost = 'This deletes its times, scores, notes, and recordings. You cannot undo this.';
  const title = 'Discard the unfinished mock interview?';
  return (await room.confirm(title, [lost], button)) !== undefined;
}

async function discard(room: Room): Promise<void> {
  if (!(await confirmDiscard(room, 'Discard'))) return;
  room.running.discard();
  room.update();
}

function create(form: CreateForm, room: Room): string {
  const questions = poolOf(room);
  return writeMockLink({
    minutes: minutesOf(form, questions),
    contentVersion: room.context.data.contentVersion,
    codes: drawQuestions(questions, { ...form, random: systemRandom }),
  });
}

function minutesOf(form: CreateForm, pool: readonly StudyQuestion[]): number {
  return (
    form.minutes ?? suggestMinutes(questionsIn(pool, form), form.count)?.inAll ?? defaultMinutes
  );
}

function formView(isOpen: boolean, room: Room) {
  const { form, context } = room;
  const pool = poolOf(room);
  const fitting = questionsIn(pool, form);
  const from = pool === context.data.questions ? '' : ' from your plan';
  const chosen = form.topics.length;
  const submit = (event: Event) => {
    event.preventDefault();
    if (fitting.length > 0) room.open(`${context.paths.mock}#${create(form, room)}`);
  };
  return html`<details class="panel create" ?open=${isOpen}>
    <summary><h2>Create a mock interview to share, or choose levels and topics</h2></summary>
    <form class="stack" @submit=${submit}>
      <p>
        You get a link. Everyone who opens it gets the same questions in the same order, and can
        answer them or score a candidate.
      </p>
      ${numbersView(room)}
      <fieldset class="stack">
        <legend>Levels (none means all)</legend>
        <div class="row">${choices(levels, 'levels', room)}</div>
      </fieldset>
      <details>
        <summary>Topics: ${chosen === 0 ? 'all' : `${chosen} selected`}</summary>
        <fieldset class="stack">
          <legend class="sr-only">Topics</legend>
          <p class="note">A question matches if it has any topic you choose.</p>
          <div class="row">${choices(topics, 'topics', room)}</div>
        </fieldset>
      </details>
      <p role="status">${fittingText(fitting.length, form.count, from)}</p>
      <div class="row">
        <button class="primary" ?disabled=${fitting.length === 0}>Create mock interview</button>
      </div>
    </form>
  </details>`;
}

function change(room: Room, form: Partial<CreateForm>): void {
  room.form = { ...room.form, ...form };
  room.update();
}

function numbersView(room: Room) {
  const { form } = room;
  const total = minutesOf(form, poolOf(room));
  const setCount = (event: Event) =>
    change(room, { count: numberIn(event, maxQuestions) ?? form.count });
  const setMinutes = (event: Event) => change(room, { minutes: numberIn(event, maxMinutes) });
  return html`<div class="row end">
    <label class="field">
      Number of questions
      <input type="number" name="count" required min="1" max=${maxQuestions}
        .value=${live(String(form.count))} @change=${setCount} />
    </label>
    <label class="field">
      Total minutes
      <input type="number" name="minutes" required min="1" max=${maxMinutes}
        .value=${live(String(total))} @change=${setMinutes} />
    </label>
  </div>`;
}

function choices(
  terms: readonly { readonly id: string; readonly label: string }[],
  kind: 'levels' | 'topics',
  room: Room,
) {
  const chosen = room.form[kind];
  return terms.map(({ id, label }) => {
    const ids = chosen.includes(id) ? chosen.filter((one) => one !== id) : [...chosen, id];
    const only = { levels: [], topics: [], [kind]: [id] };
    const { length } = questionsIn(poolOf(room), only);
    return html`<label class="pick">
      <input type="checkbox" class="cover" value=${id} .checked=${chosen.includes(id)}
        @change=${() => change(room, { [kind]: ids })} />
      ${label} <span>${length}</span>
    </label>`;
  });
}

/** @param from where the questions are from, such as " from your plan" */
function fittingText(fitting: number, count: number, from: string): string {
  if (fitting === 0) return `No questions${from} match. Choose more levels or topics.`;
  const matching = counted(fitting, `question${from} matches`, `questions${from} match`);
  return `${matching}. ${Math.min(count, fitting)} will be picked at random.`;
}

function unfinishedView(room: Room) {
  const { run, timeLeft, isPaused, isTimeUp } = room.running;
  if (run === undefined || !isUnfinished(run)) return nothing;
  const { stage, clock, codes } = run;
  const left = `The clock is ${isPaused ? 'paused' : 'running'}: ${clockText(Math.ceil(timeLeft / 1000))} left.`;
  const position = `Question ${clock.question + 1} of ${codes.length}. ${isTimeUp ? 'Time is up.' : left}`;
  return html`<section class="panel main stack">
    <h2>You have an unfinished mock interview</h2>
    <p>${stage === 'asking' ? position : 'Its result isn’t saved yet.'}</p>
    <div class="row">
      <a class="button primary" href="${room.context.paths.mock}#${run.link}">Continue</a>
      <button type="button" class="quiet" @click=${() => void discard(room)}>Discard</button>
    </div>
  </section>`;
}

function resultsView({ context }: Room) {
  const { mocks } = context.model.progress;
  if (mocks.length === 0) return nothing;
  return html`<section class="stack">
    <h2>Your mock interviews</h2>
    <ul class="plain rows past">
      ${mocks
        .toSorted((a, b) => b.at - a.at)
        .map(({ id, at, link, questions }) => {
          const total = describeTotal(totalOf(questions.flatMap(({ scores }) => scores)));
          return html`<li>
            <a href="${context.paths.mock}?result=${id}#${link}">
              <span><b>${momentText(at)}</b><small>${counted(questions.length, 'question')}, ${total}</small></span>
            </a>
          </li>`;
        })}
    </ul>
  </section>`;
}

type Lobby = Extract<MockScreen, { name: 'lobby' }>;

export function lobbyBand({ mock, questions }: OpenMock, { data }: StudyContext) {
  const name = setWith(mock.codes, data.book)?.name;
  return {
    lead: name || 'The same questions for everyone with the link',
    figure: String(questions.length),
    unit: questions.length === 1 ? 'question' : 'questions',
  };
}

export function lobbyView(screen: Lobby, room: Room) {
  const { open } = screen;
  if (open.questions.length === 0) return emptyView(screen, room);
  const { mock } = room.context.paths;
  const set = setWith(open.mock.codes, room.context.data.book);
  const people = set?.people ?? [];
  const another = html`<p><a href="${mock}?as=creator">${mockWords.another}</a></p>`;
  const turns = `${listOf(people)} take turns: each question says who answers. `;
  return html`${storageView(room)}
    <h2 tabindex="-1" data-focus-key=${keyOfScreen(screen)}>
      ${counted(open.mock.minutes, 'minute')}, with time for follow-ups
    </h2>
    <p class="note">
      ${people.length > 1 ? turns : ''}${describeLevels(open.questions)}. The questions stay hidden until you start.
    </p>
    ${problemsView(open)} ${unfinishedView(room)}
    ${set === undefined ? rolesView(open, room) : groupView(set, open, room)}
    ${set === undefined ? another : nothing}`;
}

/** In a group, everyone opens the set, which has the link to share. */
function groupView(set: SetLink, open: OpenMock, room: Room) {
  return html`<ul class="plain cells">
      <li class="stack">
        <h3>One of you runs the clock</h3>
        <p>
          You see one question at a time, and who answers it. The clock starts right away. You can
          pause it.
        </p>
        <p>
          <button type="button" class="primary" @click=${() => void start(open, room)}>
            Start the interview
          </button>
        </p>
      </li>
      <li class="stack">
        <h3>The others listen</h3>
        <p>
          Open the set on your own device. You get a scorecard for each answer. Then compare your
          scores.
        </p>
        <p>
          <a class="button" href="${room.context.paths.kit}#${open.link}">Listen and score</a>
        </p>
      </li>
    </ul>
    <p>${backToSet(set, room.context, 'quiet')}</p>`;
}

function rolesView(open: OpenMock, room: Room) {
  const { mock, kit } = room.context.paths;
  return html`<ul class="plain cells">
      <li class="stack">
        <h3>You’re the candidate</h3>
        <p>
          You see one question at a time and answer out loud. The clock starts right away. You can
          pause it. Then you score yourself.
        </p>
        <p>
          <button type="button" class="primary" @click=${() => void start(open, room)}>
            Start the interview
          </button>
        </p>
      </li>
      <li class="stack">
        <h3>${mockWords.interviewer}</h3>
        <p>
          A scorecard shows all questions with their rubrics. Don’t open it if you want to answer
          them yourself.
        </p>
        <p><a class="button" href="${kit}#${open.link}">${mockWords.score}</a></p>
      </li>
    </ul>
    <section class="stack">
      <h3>Share this interview</h3>
      <p>
        Everyone who opens this link gets the same questions in the same order. The link contains
        no names or answers.
      </p>
      <share-link data-address=${shareAddress(mock, open.link)} data-name="this mock interview">
      </share-link>
    </section>`;
}

function problemsView({ problems }: OpenMock) {
  return problems.map((problem) => html`<p class="warning">${problem}</p>`);
}

function emptyView(screen: Lobby, { context }: Room) {
  return html`<h2 tabindex="-1" data-focus-key=${keyOfScreen(screen)}>
      This link has no questions
    </h2>
    ${problemsView(screen.open)}
    <p>Ask for the link again, or create your own mock interview.</p>
    <p><a class="button primary" href="${context.paths.mock}?as=creator">${mockWords.create}</a></p>`;
}
