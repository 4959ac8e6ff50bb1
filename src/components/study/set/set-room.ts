import '../base/share-link.ts';
import { html, nothing, type TemplateResult } from 'lit-html';
import { live } from 'lit-html/directives/live.js';
import { repeat } from 'lit-html/directives/repeat.js';
import { DraftSet, setAddress } from '../../../browser/draft-set.ts';
import { describeMinutes, suggestMinutes } from '../../../domain/mock/draw.ts';
import { maxMinutes, mockWords, writeMockLink } from '../../../domain/mock/mock-link.ts';
import { missingSentences, writePracticeLink } from '../../../domain/practice/practice-link.ts';
import type { StudyQuestion } from '../../../domain/practice/study-data.ts';
import {
  addToSet,
  buildSet,
  maxNameLength,
  moveInSet,
  readSetLink,
  removeFromSet,
  renameSet,
  type SetLink,
  type StudySet,
  writeSetLink,
} from '../../../domain/study-set/set-link.ts';
import { hasWords } from '../../../domain/words/has-words.ts';
import { levels, topics } from '../../../guide.ts';
import { counted, numberIn, typedIn } from '../base/format.ts';
import { questionLink, retiredView } from '../base/question-link.ts';
import type { StudyContext } from '../base/study-context.ts';
import { StudyElement } from '../base/study-element.ts';

/** Milliseconds for which a message is shown; Undo stays until the next change. */
const shown = 6000;

/**
 * The page of question sets: the set in the URL, or the reader's own, which is stored on the device
 * and the same in all tabs. Its name is the title of the page.
 */
export class SetRoomElement extends StudyElement {
  filter = '';
  /** The name as typed; cleaning it would remove the space before the next word. */
  typedName: string | undefined;
  /** Minutes of a mock interview with the set; undefined follows the suggestion. */
  minutes: number | undefined;
  /** Made in `start`, before the first view. */
  own!: DraftSet;
  #timer: ReturnType<typeof setTimeout> | undefined;

  protected override start({ data }: StudyContext, signal: AbortSignal): void {
    this.own = new DraftSet(data.book);
    this.own.onElsewhere(() => this.#clearMessage(), signal);
    const onAddress = () => {
      this.#clearMessage();
      this.#focus('heading');
    };
    for (const event of ['popstate', 'hashchange']) {
      window.addEventListener(event, onAddress, { signal });
    }
    const heading = document.querySelector('h1');
    const observer = new IntersectionObserver(([entry]) => {
      this.toggleAttribute('data-away', entry?.isIntersecting === false);
    });
    if (heading !== null) observer.observe(heading);
    signal.addEventListener('abort', () => {
      observer.disconnect();
      clearTimeout(this.#timer);
    });
  }

  override update(): void {
    super.update();
    const heading = document.querySelector<HTMLElement>('h1');
    if (heading === null) return;
    const link = this.#sharedLink();
    const [empty, unnamed] =
      link === undefined
        ? [buildSet, 'Your question set']
        : ['This link has no questions', 'A shared question set'];
    const { name: given, codes } = link ?? this.own.set;
    const name = given || (codes.length === 0 ? empty : unnamed);
    // The page's own heading: the name of the set is its title.
    if (heading.textContent !== name) heading.textContent = name;
    heading.dir = 'auto';
    heading.tabIndex = -1;
    heading.dataset['focus'] = 'heading';
  }

  protected view(): TemplateResult {
    const link = this.#sharedLink();
    return link === undefined ? builderView(this) : sharedSetView(link, this);
  }

  rename(name: string): void {
    this.typedName = name;
    this.#change((set) => renameSet(set, name));
  }

  endNaming(): void {
    this.typedName = undefined;
    this.update();
  }

  narrow(filter: string): void {
    this.filter = filter;
    this.update();
  }

  clear(): void {
    this.#changeWithUndo(() => ({ name: '', codes: [] }), 'Your set was cleared.');
    this.focusOn('.notice button');
  }

  /** Copies a shared set into the reader's own; asks whether to replace or extend another one. */
  async adopt(link: SetLink): Promise<void> {
    const copy = { name: link.name, codes: link.codes };
    const { set } = this.own;
    const isFree = set.codes.length === 0 || writeSetLink(set) === writeSetLink(copy);
    const name = set.name === '' ? 'Your set' : `“${set.name}”`;
    const length = counted(set.codes.length, 'question');
    const text = `${name} has ${length}. You can undo either choice.`;
    const choices = ['Replace my set', 'Add to my set'];
    const ask = () => this.confirm('You already have a set', [text], ...choices);
    const answer = isFree ? undefined : await ask();
    if (!isFree && answer === undefined) return;
    // Back opens the shared set again.
    history.pushState(null, '', this.context.paths.set);
    const add = (before: StudySet): StudySet => ({
      ...addToSet(before, ...copy.codes),
      name: before.name || copy.name,
    });
    if (isFree) this.#change(() => copy);
    else if (answer === 'Add to my set') this.#changeWithUndo(add, 'The questions were added.');
    else this.#changeWithUndo(() => copy, 'Your set was replaced.');
    this.#focus('heading');
  }

  put(isIn: boolean, codes: readonly string[]): void {
    const top = () => this.querySelector('#choose-title')?.getBoundingClientRect().top ?? 0;
    const before = top();
    // No message, because the checkbox and the count show it.
    this.#change((set) => (isIn ? addToSet(set, ...codes) : removeFromSet(set, ...codes)));
    // The set above changed its height; scroll so that the checkboxes don't move.
    window.scrollBy(0, top() - before);
  }

  /** @param place counted from 0 */
  move({ code, title }: StudyQuestion, place: number): void {
    const focused = document.activeElement?.getAttribute('data-focus');
    const text = `“${title}” is now number ${place + 1} of ${this.own.set.codes.length}.`;
    this.#change((set) => moveInSet(set, code, place), text);
    // A button that moves with its question loses focus.
    if (focused) this.#focus(focused);
  }

  leaveOut({ code, title }: StudyQuestion): void {
    const { codes } = this.own.set;
    const place = codes.indexOf(code);
    this.#change((set) => removeFromSet(set, code), `“${title}” was removed.`);
    const next = codes[place + 1] ?? codes[place - 1];
    this.#focus(next === undefined ? 'heading' : `remove ${next}`);
  }

  /** The set in the URL; undefined for the reader's own. */
  #sharedLink(): SetLink | undefined {
    const { hash } = location;
    return hash.length > 1 ? readSetLink(hash, this.context.data.book) : undefined;
  }

  #change(edit: (set: StudySet) => StudySet, message = ''): void {
    this.own.change(edit);
    this.#clearMessage();
    if (message === '') return;
    this.notify('set', { tone: 'good', text: message });
    this.#timer = setTimeout(() => this.#clearMessage(), shown);
  }

  #changeWithUndo(edit: (set: StudySet) => StudySet, text: string): void {
    const { name, codes } = this.own.set;
    this.#change(edit);
    const undo = () => {
      this.#change(() => ({ name, codes }), 'Undone.');
      this.focusOn('.name input, #choose-title');
    };
    this.notify('set', { tone: 'good', text, undo: { label: 'Undo', run: undo } });
  }

  #clearMessage(): void {
    clearTimeout(this.#timer);
    this.notify('set', undefined);
  }

  #focus(place: string): void {
    document.querySelector<HTMLElement>(`[data-focus="${place}"]`)?.focus();
  }
}

function builderView(room: SetRoomElement) {
  const { set, isSaved } = room.own;
  return html`<section class="stack" aria-label="Your set">
      ${isSaved ? nothing : html`<p class="warning">${notStored}</p>`}
      ${missingView(set, room.context)}
      ${set.codes.length === 0 ? emptyView(room.context) : ownSet(set, room)}
      ${room.noticeAt('set')}
    </section>
    ${chooseView(set, room)}`;
}

function sharedSetView(link: SetLink, room: SetRoomElement) {
  const { length } = room.own.set.codes;
  const own = length === 0 ? 'Build your own set' : `Your own set (${counted(length, 'question')})`;
  const isUsable = link.codes.length > 0;
  const adopt = () => void room.adopt(link);
  const edit = html`<button type="button" data-focus="edit" @click=${adopt}>Edit a copy</button>`;
  return html`${missingView(link, room.context)}
    ${isUsable ? usableSet(link, room) : nothing}
    <div class="row">
      ${isUsable ? edit : nothing}
      <a href=${room.context.paths.set}>${own}</a>
    </div>`;
}

function usableSet(link: SetLink, room: SetRoomElement) {
  const { context } = room;
  return html`<p>${lengthOfSet(link, context)}</p>
    ${setActions(link, room, 'practice primary')}
    <ol class="lines set-list">
      ${questionsOf(link, context).map((question) => html`<li>${questionLink(question, context)}</li>`)}
    </ol>
    ${shareSet(link, context)}`;
}

function ownSet(set: SetLink, room: SetRoomElement) {
  const { context } = room;
  return html`<label class="field name">
      Set name (optional)
      <input maxlength=${maxNameLength * 2} autocomplete="off" .value=${room.typedName ?? set.name}
        @input=${(event: Event) => room.rename(typedIn(event))} @change=${() => room.endNaming()} />
    </label>
    <p>${lengthOfSet(set, context)}</p>
    <div class="share-first">${shareSet(set, context)}</div>
    ${chosenView(questionsOf(set, context), room)} ${setActions(set, room)}
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

function emptyView(context: StudyContext) {
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
function lengthOfSet(set: StudySet, context: StudyContext): string {
  const minutes = timeOf(set, context)?.answers ?? 0;
  return `${counted(set.codes.length, 'question')}, about ${counted(minutes, 'minute')} out loud`;
}

function timeOf(set: StudySet, context: StudyContext) {
  return suggestMinutes(questionsOf(set, context), set.codes.length);
}

function setActions(set: StudySet, room: SetRoomElement, look = '') {
  const { data, paths } = room.context;
  const suggested = timeOf(set, room.context);
  const minutes = room.minutes ?? suggested?.inAll ?? 1;
  const { contentVersion } = data;
  const mock = writeMockLink({ minutes, contentVersion, codes: set.codes });
  const setMinutes = (event: Event) => {
    room.minutes = numberIn(event, maxMinutes);
    room.update();
  };
  return html`<div class="row">
      <a class="button ${look}" href="${paths.practice}#${writePracticeLink({ kind: 'set', set })}">
        Practice this set
      </a>
    </div>
    <div class="row end">
      <label class="field">
        Mock interview minutes
        <input type="number" min="1" max=${maxMinutes} aria-describedby="minutes-hint"
          .value=${live(String(minutes))} @change=${setMinutes} />
      </label>
      <a class="button" href="${paths.mock}#${mock}">Start a mock interview</a>
      <a class="button" href="${paths.mock}?as=interviewer#${mock}">${mockWords.score}</a>
    </div>
    <p class="note no-print" id="minutes-hint">${suggested && describeMinutes(suggested)}</p>`;
}

function shareSet(set: StudySet, { paths }: StudyContext) {
  return html`<share-link data-address=${setAddress(set, paths)} data-name="this set"></share-link>`;
}

function chosenView(chosen: readonly StudyQuestion[], room: SetRoomElement) {
  const drop = (place: number, event: DragEvent) => {
    event.preventDefault();
    const code = event.dataTransfer?.getData('text/plain');
    const dragged = chosen.find((question) => question.code === code);
    if (dragged !== undefined) room.move(dragged, place);
  };
  const moveButton = (way: 'up' | 'down', question: StudyQuestion, to: number) => {
    const isPossible = to >= 0 && to < chosen.length;
    // Not "disabled", so that the focus isn't lost at the end of the list.
    return html`<button type="button" data-focus="${way} ${question.code}"
      aria-label="Move ${way}: ${question.title}" aria-disabled=${!isPossible}
      @click=${() => isPossible && room.move(question, to)}>
      ${way === 'up' ? '↑' : '↓'}
    </button>`;
  };
  const lineView = (question: StudyQuestion, place: number) => {
    const { code, title } = question;
    const drag = ({ dataTransfer }: DragEvent) => dataTransfer?.setData('text/plain', code);
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

function chooseView({ codes }: StudySet, room: SetRoomElement) {
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
  room: SetRoomElement,
) {
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
