import { html, nothing, type TemplateResult } from 'lit-html';
import { live } from 'lit-html/directives/live.js';
import { now } from '../../../browser/clock.ts';
import { systemRandom } from '../../../browser/random-seed.ts';
import { remaining } from '../../../domain/mock/clock.ts';
import { drawQuestions, questionsIn, suggestMinutes } from '../../../domain/mock/draw.ts';
import { maxMinutes, maxQuestions, writeMockLink } from '../../../domain/mock/mock-link.ts';
import { isUnfinished, type MockRun } from '../../../domain/mock/mock-run.ts';
import { titleOfCard } from '../../../domain/mock/scorecard.ts';
import { isBlank, type ScorecardRun } from '../../../domain/mock/scorecard-run.ts';
import { describeTotal, totalOf } from '../../../domain/mock/scored-question.ts';
import type { StudyQuestion } from '../../../domain/practice/study-data.ts';
import type { MockRecord } from '../../../domain/progress/records.ts';
import { clockText } from '../../../domain/words/clock-text.ts';
import { levels, topics } from '../../../guide.ts';
import { counted, momentText } from '../base/format.ts';
import type { StudyContext } from '../base/study-context.ts';
import { openMock } from './mock-screen.ts';
import { type CreateForm, emptyForm, type Room } from './room.ts';
import { storageView } from './storage-view.ts';

const lengths = [
  { minutes: 20, count: 3 },
  { minutes: 30, count: 5 },
  { minutes: 45, count: 8 },
] as const;

export function createView(room: Room): TemplateResult {
  const { candidate, interviewer, comparing } = room;
  return html`${storageView('unfinished mock interview', candidate.stored)}
    ${storageView('scorecard', interviewer.stored)}
    ${storageView('scores from others', comparing.stored)}
    ${unfinishedView(room)} ${startView(room)} ${formView(room)} ${pastView(room)}`;
}

function startView(room: Room): TemplateResult {
  return html`<section class="stack" aria-labelledby="start-title">
    <h2 id="start-title" tabindex="-1" data-focus-key="create">Start now</h2>
    <ul class="lengths plain">
      ${lengths.map(
        ({ minutes, count }) => html`<li>
          <button type="button" class="length ink" @click=${() => start(room, minutes, count)}>
            <span class="minutes">${minutes}<span> minutes</span></span>
            <span class="note">${count} questions</span>
          </button>
        </li>`,
      )}
    </ul>
    <p class="note">
      Questions from all levels are picked at random, the easier ones first. The clock starts right away. You can pause it.
    </p>
  </section>`;
}

function start(room: Room, minutes: number, count: number): void {
  const { candidate, context } = room;
  const link = create({ ...emptyForm, minutes, count }, context);
  const open = openMock(link, context);
  const isFree = candidate.run === undefined || !isUnfinished(candidate.run);
  if (isFree && open !== undefined) candidate.start(open);
  room.open(`${context.paths.mock}#${link}`);
}

function create(form: CreateForm, { data: { questions, contentVersion } }: StudyContext): string {
  return writeMockLink({
    minutes: minutesOf(form, questions),
    contentVersion,
    codes: drawQuestions(questions, { ...form, random: systemRandom }),
  });
}

function minutesOf(form: CreateForm, pool: readonly StudyQuestion[]): number {
  return form.minutes ?? suggestMinutes(questionsIn(pool, form), form.count)?.inAll ?? 30;
}

function formView(room: Room): TemplateResult {
  const { form, context } = room;
  const fitting = questionsIn(context.data.questions, form);
  const chosen = form.topics.length;
  const submit = (event: Event): void => {
    event.preventDefault();
    if (fitting.length > 0) room.open(`${context.paths.mock}#${create(form, context)}`);
  };
  return html`<details class="panel create">
    <summary><h2>Create one to share, or choose levels and topics</h2></summary>
    <form class="stack" @submit=${submit}>
      <p>
        You get a link. Everyone who opens it gets the same questions in the same order, and can
        answer them or score a candidate.
      </p>
      ${numbersView(room)}
      <fieldset class="stack">
        <legend>Levels</legend>
        <p class="note">Leave all unchecked to include every level.</p>
        <div class="choices">${choices(levels, 'levels', room)}</div>
      </fieldset>
      <details>
        <summary>Topics: ${chosen === 0 ? 'all' : `${chosen} selected`}</summary>
        <fieldset class="stack">
          <legend class="sr-only">Topics</legend>
          <p class="note">A question matches if it has any topic you check.</p>
          <div class="choices">${choices(topics, 'topics', room)}</div>
        </fieldset>
      </details>
      <p role="status">${fittingText(fitting.length, form.count)}</p>
      <div class="row">
        <button class="primary" ?disabled=${fitting.length === 0}>Create mock interview</button>
      </div>
    </form>
  </details>`;
}

function change(room: Room, form: Partial<CreateForm>): void {
  room.form = { ...room.form, ...form };
  room.host.update();
}

function numbersView(room: Room): TemplateResult {
  const { form, context } = room;
  const pool = context.data.questions;
  const total = minutesOf(form, pool);
  const suggested = suggestMinutes(questionsIn(pool, form), form.count);
  const hint =
    suggested &&
    `The answers take about ${counted(suggested.answers, 'minute')}. Plan ${suggested.inAll} to leave time for thinking and follow-up questions.`;
  const preset = ({ minutes, count }: (typeof lengths)[number]): TemplateResult =>
    html`<button type="button" aria-pressed=${form.count === count && total === minutes}
      @click=${() => change(room, { count, minutes })}>
      ${minutes} minutes, ${count} questions
    </button>`;
  const setCount = (event: Event): void =>
    change(room, { count: numberIn(event, maxQuestions) ?? form.count });
  const setMinutes = (event: Event): void => change(room, { minutes: numberIn(event, maxMinutes) });
  return html`<div class="row presets" role="group" aria-label="Length">${lengths.map(preset)}</div>
    <div class="row end">
      <label class="field">
        Number of questions
        <input type="number" name="count" required min="1" max=${maxQuestions}
          .value=${live(String(form.count))} @change=${setCount} />
      </label>
      <label class="field">
        Total minutes
        <input type="number" name="minutes" required min="1" max=${maxMinutes}
          aria-describedby="minutes-hint" .value=${live(String(total))} @change=${setMinutes} />
      </label>
    </div>
    <p class="note" id="minutes-hint">${hint}</p>`;
}

/** The whole number in a field, within its limits; undefined if it is empty. */
function numberIn({ target }: Event, max: number): number | undefined {
  const number = (target as HTMLInputElement).valueAsNumber;
  return Number.isNaN(number) ? undefined : Math.min(max, Math.max(1, Math.round(number)));
}

function choices(
  terms: readonly { readonly id: string; readonly label: string }[],
  kind: 'levels' | 'topics',
  room: Room,
): TemplateResult[] {
  const chosen = room.form[kind];
  return terms.map(({ id, label }) => {
    const ids = chosen.includes(id) ? chosen.filter((one) => one !== id) : [...chosen, id];
    const only = { levels: [], topics: [], [kind]: [id] };
    const { length } = questionsIn(room.context.data.questions, only);
    return html`<label class="check">
      <input type="checkbox" value=${id} .checked=${chosen.includes(id)}
        @change=${() => change(room, { [kind]: ids })} />
      <span>${label} <span class="note">${length}</span></span>
    </label>`;
  });
}

function fittingText(fitting: number, count: number): string {
  if (fitting === 0) return 'No questions match. Choose more levels or topics.';
  const matching = counted(fitting, 'question matches', 'questions match');
  return fitting < count
    ? `Only ${matching}. The interview will have all of them.`
    : `${matching} your choice. ${count} of them will be picked at random.`;
}

function unfinishedView({ candidate, interviewer, context }: Room): TemplateResult {
  const { mock } = context.paths;
  const runView = (run: MockRun): TemplateResult => html`<section class="panel main stack">
    <h2>You have an unfinished mock interview</h2>
    <p>${describeRun(run, now())}</p>
    <p><a class="button primary" href="${mock}#${run.link}">Continue</a></p>
  </section>`;
  const cardView = (card: ScorecardRun): TemplateResult => html`<section class="panel stack">
    <h2>You have an open scorecard</h2>
    <p>${titleOfCard(card)}, ${counted(card.questions.length, 'question')}.</p>
    <p><a class="button" href="${mock}?as=interviewer#${card.link}">Continue the scorecard</a></p>
  </section>`;
  const { run } = candidate;
  const card = interviewer.stored.value;
  return html`${run && isUnfinished(run) ? runView(run) : nothing}
    ${card && !isBlank(card) ? cardView(card) : nothing}`;
}

export function describeRun({ stage, clock, codes }: MockRun, at: number): string {
  if (stage === 'locked') return 'Its result isn’t saved yet.';
  if (stage === 'scoring') return 'You answered the questions and are scoring your answers.';
  const left = clockText(Math.ceil(remaining(clock, at) / 1000));
  const place = `Question ${clock.question + 1} of ${codes.length}`;
  return `${place}, ${left} left${clock.status === 'paused' ? ', paused' : ''}.`;
}

function pastView({ context }: Room): TemplateResult | typeof nothing {
  const { mocks } = context.model.progress;
  if (mocks.length === 0) return nothing;
  const mockView = ({ id, at, link, questions }: MockRecord): TemplateResult => {
    const total = describeTotal(totalOf(questions.flatMap(({ scores }) => scores)));
    return html`<li class="row">
      <a href="${context.paths.mock}?result=${id}#${link}">${momentText(at)}</a>
      <span class="note">${counted(questions.length, 'question')}, ${total}</span>
    </li>`;
  };
  return html`<section class="stack">
    <h2>Your mock interviews</h2>
    <ul class="plain lines past">
      ${mocks.toSorted((a, b) => b.at - a.at).map(mockView)}
    </ul>
  </section>`;
}
