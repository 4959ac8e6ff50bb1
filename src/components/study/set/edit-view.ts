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
  writeSetLink,
} from '../../../domain/study-set/set-link.ts';
import { dayOf, daysText, type SetTime } from '../../../domain/study-set/set-time.ts';
import { cards } from '../../band/drawings.ts';
import { foldedList } from '../base/folded-list.ts';
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
    ${missingView(set, context)} ${room.host.noticeAt('set')} ${savedView(set, room)}
    <div class="set-columns even">
      ${chooseView(set, room)}
      <section class="panel stack" aria-labelledby="set-title">
        <h2 id="set-title">Name and day</h2>
        ${factsView(set, room)} ${peopleView(set, room)} ${chosenView(set, room)}
        ${draftActions(set, room)}
      </section>
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
  const split = html`<button type="button" @click=${() => room.split()}>Split evenly</button>`;
  const whose = html`<span class="note push" aria-hidden="true">Who takes it</span>`;
  return html`<div class="set-part">
      <h3>${lengthOfSet(set, room.context)}</h3>
      <div class="row">
        ${people.length > 0 && codes.length > 1 ? split : nothing}
        ${codes.length > 1 ? reorder : nothing} ${people.length > 0 ? whose : nothing}
      </div>
      ${room.host.noticeAt('split')}
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

/** How many sets are listed above the set being built. The others are folded. */
const listed = 3;

/**
 * Lists the other sets on this device, because someone whose group sent a link looks for it here.
 * Each has a button that deletes it. The set being built isn't listed, so nothing moves down when
 * its first question is picked.
 */
function savedView(draft: SetLink, room: SetRoom) {
  const draftId = idOf(draft);
  const { sets } = room.sets.saved;
  const others = sets.filter(({ link }) => idOf(peekAtSet(link)) !== draftId);
  if (room.sets.isUnreadable) return unreadableView(room);
  if (others.length === 0) return nothing;
  return html`<section class="panel saved-sets no-print" aria-labelledby="saved-title">
    <h2 id="saved-title">Your sets</h2>
    ${foldedList(others, listed, (one) => savedLine(one, room), { look: 'lines', noun: 'more set' })}
  </section>`;
}

function draftActions(draft: SetLink, room: SetRoom) {
  if (draft.codes.length === 0) return nothing;
  const link = writeSetLink(setIn(draft));
  return html`<div class="set-part">
    <div class="row">
      <button type="button" @click=${() => room.startNew()}>New set</button>
      ${deleteButton(link, room)}
    </div>
  </div>`;
}

function deleteButton(link: string, room: SetRoom) {
  const name = peekAtSet(link).name || unnamed;
  return html`<button type="button" class="quiet push" aria-label="Delete: ${name}"
    @click=${() => room.delete(link)}>
    Delete
  </button>`;
}

function unreadableView(room: SetRoom) {
  const start = () => {
    room.sets.startList();
    room.host.update();
  };
  return html`<div class="warning stack">
    <p>
      We couldn’t read the list of your sets. It stays as it is, in case a newer version of the guide
      saved it. The set you’re building is safe.
    </p>
    <div class="row"><button type="button" @click=${start}>Start a new list</button></div>
  </div>`;
}

const unnamed = 'A set without a name';

function savedLine({ link }: SavedSet, room: SetRoom) {
  const { name, all, when } = peekAtSet(link);
  const day = when && `${dayText(dayOf(when, offsetAt))}, ${daysText(when, now(), offsetAt)}`;
  const facts = [day, counted(all.length, 'question')];
  return html`<li class="row">
    <span>
      <a dir="auto" href="${room.context.paths.set}#${link}">${name || unnamed}</a>
      <span class="note">${facts.filter(Boolean).join('. ')}</span>
    </span>
    ${deleteButton(link, room)}
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
