import '../../copy-text/copy-text-element.ts';
import { html, nothing } from 'lit-html';
import { live } from 'lit-html/directives/live.js';
import { now, offsetAt } from '../../../browser/clock.ts';
import { setAddress } from '../../../browser/question-sets.ts';
import type { StudyQuestion } from '../../../domain/practice/study-data.ts';
import { localTime } from '../../../domain/review/days.ts';
import { cleanInitials, initialsRule, maxPeople } from '../../../domain/study-set/practice-code.ts';
import { idOf, type SavedSet } from '../../../domain/study-set/saved-sets.ts';
import {
  addPerson,
  buildSet,
  giveQuestion,
  maxNameLength,
  peekAtSet,
  removePerson,
  type SetLink,
  setIn,
  setSteps,
  splitEvenly,
  writeSetLink,
} from '../../../domain/study-set/set-link.ts';
import { dayOf, daysText, type SetTime } from '../../../domain/study-set/set-time.ts';
import { cards } from '../../band/drawings.ts';
import { counted, dayText, fieldsOf, typedIn } from '../base/format.ts';
import { questionOrder } from '../base/question-order.ts';
import { questionPicker } from '../base/question-picker.ts';
import type { SetRoom } from './room.ts';
import { lengthOfSet, missingView, questionsOf, whenText } from './set-parts.ts';

export function editBand(room: SetRoom) {
  const set = room.sets.draft;
  const { codes, name, when } = set;
  const { length } = room.context.data.questions;
  if (codes.length === 0) {
    return {
      title: name || buildSet,
      lead: setSteps,
      figure: '0',
      unit: `of ${length} questions picked`,
      drawing: cards(3, 0),
    };
  }
  return {
    title: name || 'Your question set',
    lead: when === undefined ? setSteps : whenText(when),
    figure: String(codes.length),
    unit: codes.length === 1 ? 'question' : 'questions',
    drawing: cards(codes.length, room.practicedByMe(set).length),
  };
}

export function editView(room: SetRoom) {
  const { context, sets } = room;
  const set = sets.draft;
  return html`${sets.isSaved ? nothing : html`<p class="warning">${notStored}</p>`}
    ${missingView(set, context)} ${room.host.noticeAt('set')}
    <div class="set-columns even">
      ${chooseView(set, room)}
      <section class="panel stack" aria-labelledby="set-title">
        <h2 id="set-title">Name and day</h2>
        ${factsView(set, room)} ${peopleView(set, room)} ${chosenView(set, room)}
      </section>
      ${savedView(set, room)}
    </div>
    ${barView(set, room)}`;
}

const notStored =
  'This browser doesn’t let the guide save your set. You’ll lose it when you leave this page: copy its link to keep it.';

function barView(set: SetLink, room: SetRoom) {
  const { paths } = room.context;
  const link = writeSetLink(setIn(set));
  const open = (event: Event) => {
    event.preventDefault();
    room.goTo(link);
  };
  const noLink = html`<button type="button" disabled aria-describedby="set-count">
    Copy link
  </button>`;
  const count = html`<strong>${counted(set.codes.length, 'question')}</strong>
    <span class="note">Changes go into the link: send it again when you’re done.</span>`;
  const share = html`<copy-text data-text=${setAddress(setIn(set), paths)} data-label="Copy link" data-primary></copy-text>
    <a class="button" href="${paths.set}#${link}" @click=${open}>See the set</a>`;
  const isEmpty = set.codes.length === 0;
  return html`<section class="panel dock row set-bar no-print" aria-label="Share the set">
    <p id="set-count" role="status">${isEmpty ? 'Pick a question to get a link.' : count}</p>
    ${isEmpty ? noLink : share}
  </section>`;
}

function factsView(set: SetLink, room: SetRoom) {
  const { when } = set;
  const day = when === undefined ? '' : dayOf(when, offsetAt);
  const time = when !== undefined && 'at' in when ? timeIn(when.at) : '';
  const setWhen = (event: Event) => {
    const fields = (event.target as HTMLElement).closest('.set-facts');
    const value = (name: string) =>
      fields?.querySelector<HTMLInputElement>(`[name=${name}]`)?.value ?? '';
    const changed = whenOf(value('day'), value('time'));
    room.change((before) => ({ ...before, when: changed }));
  };
  const timeField = html`<label class="field">
    Time
    <input type="time" name="time" aria-describedby="time-note" .value=${live(time)}
      @change=${setWhen} />
  </label>`;
  return html`<div class="set-facts">
    <label class="field name">
      Set name (optional)
      <input maxlength=${maxNameLength * 2} autocomplete="off" placeholder="Thursday: the basics"
        .value=${room.typedName ?? set.name}
        @input=${(event: Event) => room.rename(typedIn(event))} @change=${() => room.endNaming()} />
    </label>
    <label class="field">
      Day
      <input type="date" name="day" max="2199-12-31" .value=${live(day)} @change=${setWhen} />
    </label>
    ${day === '' ? html`<p class="note no-time">Pick a day to add a time.</p>` : timeField}
    <p id="time-note" class="note">
      ${time === '' ? '' : 'Your time. Someone in another time zone sees their own.'}
    </p>
  </div>`;
}

/**
 * Returns the instant of a local day and time. Without a time, returns just the day. Without a day,
 * returns undefined.
 */
function whenOf(day: string, time: string): SetTime | undefined {
  if (day === '') return undefined;
  const at = time === '' ? Number.NaN : new Date(`${day}T${time}`).getTime();
  return Number.isNaN(at) ? { day } : { at };
}

/** Returns the local time of an instant, as `HH:mm`. */
function timeIn(at: number): string {
  return new Date(localTime(at, offsetAt)).toISOString().slice(11, 16);
}

function peopleView({ people = [] }: SetLink, room: SetRoom) {
  const add = (event: SubmitEvent) => {
    const form = event.target as HTMLFormElement;
    const initials = String(fieldsOf(event).get('person'));
    const { length } = people;
    const known = people.find((person) => person === cleanInitials(initials));
    room.change((set) => addPerson(set, initials));
    const isAdded = (room.sets.draft.people ?? []).length > length;
    const text = known === undefined ? initialsRule : `${known} is already in.`;
    room.host.notify('people', isAdded ? undefined : { tone: 'problem', text });
    if (isAdded) form.reset();
  };
  const person = (initials: string) => html`<li>
    <button type="button" class="person" aria-label="Remove ${initials}"
      @click=${() => room.change((set) => removePerson(set, initials), `${initials} was removed.`)}>
      ${initials} <span aria-hidden="true">✕</span>
    </button>
  </li>`;
  const addForm = html`<form class="row end" @submit=${add}>
    <label class="field">
      Initials
      <input name="person" required maxlength="8" size="4" autocomplete="off"
        autocapitalize="characters" />
    </label>
    <button>Add</button>
  </form>`;
  return html`<div class="set-part">
    <h3>Who’s in <span class="note">(initials only, in the link)</span></h3>
    <div class="row end">
      <ul class="plain row">${people.map(person)}</ul>
      ${people.length < maxPeople ? addForm : nothing}
    </div>
    ${room.host.noticeAt('people')}
  </div>`;
}

function chosenView(set: SetLink, room: SetRoom) {
  const { codes, people = [] } = set;
  const chosen = questionsOf(set, room.context);
  if (chosen.length === 0) {
    return html`<div class="set-part">
      <h3>No questions yet</h3>
      <p class="note">
        The questions you pick appear here, and each person can take some. Your set is saved on this
        device.
      </p>
    </div>`;
  }
  const reorder = html`<label class="check reorder"><input type="checkbox" /> Reorder</label>`;
  const split = html`<button type="button" @click=${() => room.change(splitEvenly)}>
    Split evenly
  </button>`;
  const whose = html`<span class="note push" aria-hidden="true">Who takes it</span>`;
  return html`<div class="set-part">
      <h3>${lengthOfSet(set, room.context)}</h3>
      <div class="row">
        ${people.length > 0 && codes.length > 1 ? split : nothing}
        ${codes.length > 1 ? reorder : nothing} ${people.length > 0 ? whose : nothing}
      </div>
      ${questionOrder(
        chosen,
        room.context,
        (question, place) => room.move(question, place),
        (question) => lineControls(question, set, room),
      )}
    </div>`;
}

function lineControls(
  { code, title }: StudyQuestion,
  { people = [], takers }: SetLink,
  room: SetRoom,
) {
  const give = (event: Event) =>
    room.change((set) => giveQuestion(set, code, typedIn(event) || undefined));
  const taker = takers?.get(code) ?? '';
  const choice = html`<select aria-label="Who takes: ${title}" .value=${live(taker)} @change=${give}>
    <option value="">Anyone</option>
    ${people.map((person) => html`<option ?selected=${person === taker}>${person}</option>`)}
  </select>`;
  return html`${people.length === 0 ? nothing : choice}
    <button type="button" class="quiet" data-focus="remove ${code}" aria-label="Remove: ${title}"
      @click=${() => room.leaveOut({ code, title })}>
      ✕
    </button>`;
}

/** Lists all sets, starting with the one being built. Each has a button that deletes it. */
function savedView(draft: SetLink, room: SetRoom) {
  const draftId = idOf(draft);
  const { sets } = room.sets.saved;
  const others = sets.filter(({ link }) => idOf(peekAtSet(link)) !== draftId);
  const isEmpty = draft.codes.length === 0;
  const start = html`<button type="button" @click=${() => room.startNew()}>New set</button>`;
  if (room.sets.isUnreadable) return unreadableView(room);
  if (others.length === 0 && isEmpty) return nothing;
  const own = { link: writeSetLink(setIn(draft)) };
  return html`<section class="panel stack" aria-labelledby="saved-title">
    <div class="row">
      <h2 id="saved-title">Your sets</h2>
      ${isEmpty ? nothing : html`<span class="push">${start}</span>`}
    </div>
    <ul class="plain lines">
      ${isEmpty ? nothing : savedLine(own, room, 'Open above')}
      ${others.map((one) => savedLine(one, room))}
    </ul>
  </section>`;
}

function unreadableView(room: SetRoom) {
  const start = () => {
    room.sets.startList();
    room.host.update();
  };
  return html`<div class="warning stack">
    <p>
      We couldn’t read the list of your sets. It stays as it is, in case a newer version of the guide
      saved it. The set above is safe.
    </p>
    <div class="row"><button type="button" @click=${start}>Start a new list</button></div>
  </div>`;
}

function savedLine({ link }: Pick<SavedSet, 'link'>, room: SetRoom, remark = '') {
  const { name, all, when } = peekAtSet(link);
  const title = name || 'A set without a name';
  const day =
    when && `${dayText(dayOf(when, offsetAt), 'long')}, ${daysText(when, now(), offsetAt)}`;
  const facts = [remark, day, counted(all.length, 'question')];
  const open = html`<a dir="auto" href="${room.context.paths.set}#${link}">${title}</a>`;
  return html`<li class="row">
    <span>
      ${remark === '' ? open : html`<b dir="auto">${title}</b>`}
      <span class="note">${facts.filter(Boolean).join('. ')}</span>
    </span>
    <button type="button" class="quiet push" aria-label="Delete: ${title}" @click=${() => room.delete(link)}>
      Delete
    </button>
  </li>`;
}

function chooseView({ codes }: SetLink, room: SetRoom) {
  return questionPicker({
    title: 'Pick questions',
    questions: room.context.data.questions,
    codes,
    filter: room.filter,
    setFilter: (filter) => room.narrow(filter),
    select: (changed, isIn) => room.put(isIn, changed),
  });
}
