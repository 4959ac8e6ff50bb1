import { html, nothing, type TemplateResult } from 'lit-html';
import { repeat } from 'lit-html/directives/repeat.js';
import '../base/share-link.ts';
import { type DraftSet, setAddress } from '../../../browser/draft-set.ts';
import { mockOfSet, writeMockLink } from '../../../domain/mock/mock-link.ts';
import { missingSentences, writePracticeLink } from '../../../domain/practice/practice-link.ts';
import type { StudyQuestion } from '../../../domain/practice/study-data.ts';
import { minutesOf } from '../../../domain/study-set/minutes-of.ts';
import { maxNameLength, type SetLink, type StudySet } from '../../../domain/study-set/set-link.ts';
import { hasWords } from '../../../domain/words/has-words.ts';
import { levels, topics } from '../../../guide.ts';
import { counted, typedIn } from '../base/format.ts';
import { questionLink, retiredView } from '../base/question-link.ts';
import type { StudyContext } from '../base/study-context.ts';
import type { StudyHost } from '../base/study-element.ts';

/** What the page gives to its view. */
interface SetPage extends StudyHost {
  readonly filter: string;
  readonly typedName: string | undefined;
  readonly own: DraftSet;
  rename(name: string): void;
  endNaming(): void;
  narrow(filter: string): void;
  clear(): void;
  adopt(link: SetLink): Promise<void>;
  put(isIn: boolean, codes: readonly string[]): void;
  move(question: StudyQuestion, place: number): void;
  leaveOut(question: StudyQuestion): void;
}

/** The reader's own set, to build, share, and use. */
export function builderView(room: SetPage): TemplateResult {
  const { set, isSaved } = room.own;
  return html`<section class="stack" aria-label="Your set">
      ${isSaved ? nothing : html`<p class="warning">${notStored}</p>`}
      ${missingView(set, room.context)}
      ${set.codes.length === 0 ? emptyView(room.context) : ownSet(set, room)}
      ${room.noticeAt('set')}
    </section>
    ${chooseView(set, room)}`;
}

/** A set that someone shared. */
export function sharedSetView(link: SetLink, room: SetPage): TemplateResult {
  const { length } = room.own.set.codes;
  const own = length === 0 ? 'Build your own set' : `Your own set (${counted(length, 'question')})`;
  const isUsable = link.codes.length > 0;
  const adopt = (): void => void room.adopt(link);
  const edit = html`<button type="button" data-focus="edit" @click=${adopt}>Edit a copy</button>`;
  return html`${missingView(link, room.context)}
    ${isUsable ? usableSet(link, room.context) : nothing}
    <div class="row">
      ${isUsable ? edit : nothing}
      <a href=${room.context.paths.set}>${own}</a>
    </div>`;
}

function usableSet(link: SetLink, context: StudyContext): TemplateResult {
  return html`<p>${lengthOfSet(link, context)}</p>
    ${setActions(link, context, 'practice primary')}
    <ol class="lines set-list">
      ${questionsOf(link, context).map((question) => html`<li>${questionLink(question, context)}</li>`)}
    </ol>
    ${shareSet(link, context)}`;
}

function ownSet(set: SetLink, room: SetPage): TemplateResult {
  const { context } = room;
  return html`<label class="field name">
      Set name (optional)
      <input maxlength=${maxNameLength * 2} autocomplete="off" .value=${room.typedName ?? set.name}
        @input=${(event: Event) => room.rename(typedIn(event))} @change=${() => room.endNaming()} />
    </label>
    <p>${lengthOfSet(set, context)}</p>
    <div class="share-first">${shareSet(set, context)}</div>
    ${chosenView(questionsOf(set, context), room)} ${setActions(set, context)}
    <div class="row">
      <button type="button" class="quiet" @click=${() => room.clear()}>Clear the set</button>
    </div>`;
}

function questionsOf({ codes }: StudySet, { questions }: StudyContext): StudyQuestion[] {
  return codes.flatMap((code) => questions.get(code) ?? []);
}

/** Problems of a link, and its questions that the guide doesn't have. */
function missingView({ problems, retired, unknown }: SetLink, context: StudyContext) {
  const lines = [
    ...problems,
    ...retired.map((entry) => retiredView(entry, context)),
    ...missingSentences({ retired: [], unknown }),
  ];
  if (lines.length === 0) return nothing;
  return html`<div class="warning stack">${lines.map((line) => html`<p>${line}</p>`)}</div>`;
}

function emptyView(context: StudyContext): TemplateResult {
  const example = context.data.questions.slice(0, 3);
  const codes = example.map(({ code }) => code);
  return html`<p>
      No questions yet. Select some below, or use “Build a set” on any list or in search. Your set
      is saved on this device, and anyone with its link gets the same questions in the same order.
    </p>
    <figure class="example">
      <figcaption>Example</figcaption>
      <p><strong>Thursday’s panel</strong></p>
      <p>${lengthOfSet({ name: '', codes }, context)}</p>
      <ol>${example.map(({ title }) => html`<li>${title}</li>`)}</ol>
      <p class="note">One link: ${context.paths.set}#1.${codes.join('')}…</p>
    </figure>`;
}

const notStored =
  'This browser doesn’t let the guide save your set. You’ll lose it when you leave this page: copy its link to keep it.';

/** How long a set is, such as "5 questions, about 14 minutes out loud". */
function lengthOfSet({ codes }: StudySet, { data }: StudyContext): string {
  const minutes = Math.round(minutesOf(codes, data.questions));
  return `${counted(codes.length, 'question')}, about ${counted(minutes, 'minute')} out loud`;
}

function setActions(set: StudySet, { data, paths }: StudyContext, look = ''): TemplateResult {
  const mock = writeMockLink(mockOfSet(set, data));
  return html`<div class="row">
    <a class="button ${look}" href="${paths.practice}#${writePracticeLink({ kind: 'set', set })}">
      Practice this set
    </a>
    <a class="button" href="${paths.mock}#${mock}">Start a mock interview</a>
    <a class="button" href="${paths.mock}?as=interviewer#${mock}">Score a candidate</a>
  </div>`;
}

function shareSet(set: StudySet, { paths }: StudyContext): TemplateResult {
  return html`<share-link data-address=${setAddress(set, paths)} data-name="this set"></share-link>`;
}

function chosenView(chosen: readonly StudyQuestion[], room: SetPage): TemplateResult {
  const drop = (place: number, event: DragEvent): void => {
    event.preventDefault();
    const code = event.dataTransfer?.getData('text/plain');
    const dragged = chosen.find((question) => question.code === code);
    if (dragged !== undefined) room.move(dragged, place);
  };
  const moveButton = (way: 'up' | 'down', question: StudyQuestion, to: number): TemplateResult => {
    const isPossible = to >= 0 && to < chosen.length;
    // Not "disabled", so that the focus isn't lost at the end of the list.
    return html`<button type="button" data-focus="${way} ${question.code}"
      aria-label="Move ${way}: ${question.title}" aria-disabled=${!isPossible}
      @click=${() => isPossible && room.move(question, to)}>
      ${way === 'up' ? '↑' : '↓'}
    </button>`;
  };
  const lineView = (question: StudyQuestion, place: number): TemplateResult => {
    const { code, title } = question;
    const drag = ({ dataTransfer }: DragEvent): void => dataTransfer?.setData('text/plain', code);
    return html`<li
      @dragover=${(event: DragEvent) => event.preventDefault()}
      @drop=${(event: DragEvent) => drop(place, event)}
    >
      <div class="set-line">
        <span>${questionLink(question, room.context)}</span>
        <span class="set-buttons">
          ${moveButton('up', question, place - 1)} ${moveButton('down', question, place + 1)}
          <button type="button" data-focus="remove ${code}" aria-label="Remove: ${title}"
            @click=${() => room.leaveOut(question)}>
            Remove
          </button>
          <span class="grip" draggable="true" aria-hidden="true" @dragstart=${drag}></span>
        </span>
      </div>
    </li>`;
  };
  return html`<ol class="lines set-list">
    ${repeat(chosen, ({ code }) => code, lineView)}
  </ol>`;
}

/** All questions with checkboxes, by level, and a filter. */
function chooseView({ codes }: StudySet, room: SetPage): TemplateResult {
  const { questions } = room.context.data;
  const shown = questions.filter((question) => hasWords(wordsOf(question), room.filter));
  const byLevel = Map.groupBy(shown, ({ level }) => level);
  const found =
    shown.length === 0
      ? 'No questions match'
      : counted(shown.length, 'question matches', 'questions match');
  const count = html`<div class="row set-count">
    <p role="status">${codes.length} selected</p>
    <a href="#_top" @click=${toTop}>Back to your set</a>
  </div>`;
  return html`<section class="stack no-print" aria-labelledby="choose-title">
    <h2 id="choose-title" tabindex="-1">All questions</h2>
    <label class="field">
      Filter by words in the question, its level, or its topics
      <input type="search" autocomplete="off" .value=${room.filter}
        @input=${(event: Event) => room.narrow(typedIn(event))} />
    </label>
    <p role="status" class="note">${shown.length === questions.length ? '' : `${found}.`}</p>
    ${levels.map((level) => levelView(level, byLevel.get(level.id), room))}
    ${codes.length === 0 ? nothing : count}
  </section>`;
}

/** Without a fragment in the URL, which would be a link to another set. */
function toTop(event: Event): void {
  event.preventDefault();
  document.querySelector<HTMLElement>('h1')?.focus({ preventScroll: true });
  window.scrollTo(0, 0);
}

function levelView(
  { id, label }: (typeof levels)[number],
  questions: readonly StudyQuestion[] | undefined,
  room: SetPage,
): TemplateResult | typeof nothing {
  if (questions === undefined) return nothing;
  const { codes } = room.own.set;
  const own = questions.map(({ code }) => code);
  const areAllIn = own.every((code) => codes.includes(code));
  const all = `${areAllIn ? 'Remove' : 'Add'} all ${own.length}`;
  return html`<div role="group" class="set-level" aria-labelledby="choose-${id}">
    <div class="row">
      <h3 id="choose-${id}">${label}</h3>
      <button type="button" class="quiet" aria-label="${all}: ${label}"
        @click=${() => room.put(!areAllIn, own)}>
        ${all}
      </button>
    </div>
    ${questions.map(({ code, title }) => {
      const isIn = codes.includes(code);
      return html`<label class="check">
        <input type="checkbox" .checked=${isIn} @change=${() => room.put(!isIn, [code])} />
        ${title}
      </label>`;
    })}
  </div>`;
}

function wordsOf({ title, level, topics: ids }: StudyQuestion): string {
  const labels = [...levels, ...topics].filter(({ id }) => id === level || ids.includes(id));
  return [title, ...labels.map(({ label }) => label)].join(' ');
}
