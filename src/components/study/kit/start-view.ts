import '../../copy-text/copy-text-element.ts';
import { html, nothing } from 'lit-html';
import { repeat } from 'lit-html/directives/repeat.js';
import { QuestionSets } from '../../../browser/question-sets.ts';
import {
  isOpenForQuestions,
  nameCandidate,
  nameOfInterview,
  neededMinutes,
  questionMinutes,
  renameInterview,
  replan,
  startAndEndMinutes,
} from '../../../domain/kit/interview.ts';
import { readyKits } from '../../../domain/kit/ready-kits.ts';
import { maxMinutes } from '../../../domain/mock/mock-link.ts';
import {
  candidateLabels,
  type InterviewRecord,
  maxCandidateLength,
} from '../../../domain/progress/records.ts';
import { maxNameLength } from '../../../domain/study-set/set-link.ts';
import { counted, numberIn, typedIn } from '../base/format.ts';
import { nameOf } from '../base/question-link.ts';
import { questionOrder } from '../base/question-order.ts';
import { questionPicker } from '../base/question-picker.ts';
import { unreadableView } from '../base/unreadable-view.ts';
import { candidateRing } from './head-view.ts';
import type { KitRoom } from './room.ts';

export function startView(room: KitRoom) {
  const { all } = room.interviews;
  return html`${room.problem && html`<p class="warning" role="alert">${room.problem}</p>`}
    ${earlierView(room)} ${room.noticeAt('kit')}
    ${all.length === 0 || room.draft.editing ? nothing : ownView(all, room)}
    ${builderView(room)}`;
}

function earlierView({ interviews: { unreadable } }: KitRoom) {
  if (unreadable === undefined) return nothing;
  return unreadableView(
    'We couldn’t open the scorecard that an earlier version saved. It stays on this device. To keep ' +
      'a copy, copy the raw data.',
    unreadable,
  );
}

function ownView(all: readonly InterviewRecord[], room: KitRoom) {
  return html`<section class="stack" aria-labelledby="own-title">
    <h2 id="own-title" tabindex="-1">Your interviews</h2>
    <ul class="plain rows">
      ${repeat(
        all,
        ({ id }) => id,
        (interview) => html`<li>
          <a href="${room.context.paths.kit}#i=${interview.id}">
            <span>
              <b>${nameOfInterview(interview)}</b>
              <small>
                ${counted(interview.questions.length, 'question')},
                ${peopleIn(interview, room)}
              </small>
            </span>
            <span class="row">${interview.candidates.map((one) => candidateRing(interview, one.label, room))}</span>
          </a>
        </li>`,
      )}
    </ul>
  </section>`;
}

function peopleIn(interview: InterviewRecord, room: KitRoom): string {
  const { noun, nouns } = room.words(interview);
  return counted(interview.candidates.length, noun, nouns);
}

function builderView(room: KitRoom) {
  const { draft, context } = room;
  const title = draft.editing === undefined ? 'New interview' : 'Edit the interview';
  const submit = (event: Event) => {
    event.preventDefault();
    if (draft.codes.length > 0) finish(room);
  };
  // Once anything has been recorded, and in mock interviews, only the name can be changed.
  if (draft.editing !== undefined && !isOpenForQuestions(draft.editing)) {
    return html`<form class="panel stack" aria-label=${title} @submit=${submit}>
      ${nameView(room)}
      <p class="note">You can’t change the questions once something has been scored.</p>
      <div class="row"><button class="primary">Save changes</button> ${cancelView(room)}</div>
    </form>`;
  }
  return html`<form aria-label=${title} @submit=${submit}>
    <div class="builder">
    <section class="panel stack kits" aria-labelledby="kits-title">
      <h2 id="kits-title">1. Start from a kit</h2>
      ${kitsView(room)}
    </section>
    ${questionPicker({
      title: '2. Choose the questions',
      questions: context.data.questions,
      codes: draft.codes,
      filter: draft.filter,
      setFilter: (filter) => draft.change({ filter }),
      select: (codes, isIn) => draft.put(isIn, codes),
    })}
    <div class="stack">${chosenView(room)} ${sumView(room)}</div>
    </div>
    ${barView(room)}
  </form>`;
}

/** Shows the chosen questions beside all others, so that choosing a kit shows what is in it. */
function chosenView(room: KitRoom) {
  const { draft, context } = room;
  const remove = (code: string) => {
    draft.put(false, [code]);
    room.focusOn('#order-title');
  };
  const chosen = draft.codes.flatMap((code) => context.questions.get(code) ?? []);
  const order = questionOrder(
    chosen,
    context,
    ({ code }, index) => draft.move(code, index),
    ({ code, title }) => html`<button type="button" class="quiet" aria-label="Remove: ${title}"
      @click=${() => remove(code)}>
      ✕
    </button>`,
  );
  const timeNote = html`<p class="note">
    Plan about ${questionMinutes} minutes for each question with its follow-ups, and ${startAndEndMinutes} for the start
    and the end.
  </p>`;
  return html`<section class="panel stack" aria-labelledby="order-title">
    <h2 id="order-title" tabindex="-1">3. Check the order</h2>
    ${chosen.length === 0 ? html`<p class="note">Choose a kit or at least one question first.</p>` : html`${order} ${timeNote}`}
  </section>`;
}

function kitsView(room: KitRoom) {
  const { draft, context } = room;
  const kits = readyKits(context.data);
  const kitView = ({ name, minutes, codes }: (typeof kits)[number]) => html`<button type="button"
    class="panel" aria-pressed=${draft.codes.join() === codes.join()}
    @click=${() => draft.begin(name, codes, minutes)}>
    <b>${name}</b>
    <span class="note">${namesOf(codes)}</span>
  </button>`;
  const namesOf = (codes: readonly string[]) => {
    const names = codes.flatMap((code) => context.questions.get(code) ?? []).map(nameOf);
    const more = names.length - 3;
    return names.slice(0, 3).join(', ') + (more > 0 ? `, and ${more} more` : '');
  };
  const takePath = (event: Event) => {
    const path = context.data.learningPaths.find(({ id }) => id === typedIn(event));
    if (path !== undefined) draft.begin(path.title, path.codes);
  };
  const set = new QuestionSets(context.data.book).draft;
  const setCount = counted(set.codes.length, 'question');
  const current = context.data.learningPaths.find(
    ({ codes }) => codes.join() === draft.codes.join(),
  );
  return html`<div class="ready">${kits.map(kitView)}</div>
    <div class="row end">
    <label class="field">
      Or all questions of a learning path
      <select @change=${takePath}>
        <option value="">Choose a path</option>
        ${context.data.learningPaths.map(
          ({ id, title }) =>
            html`<option value=${id} ?selected=${id === current?.id}>${title}</option>`,
        )}
      </select>
    </label>
    ${
      set.codes.length === 0
        ? nothing
        : html`<button type="button" @click=${() => draft.begin(set.name, set.codes)}>
            Use your question set (${setCount})
          </button>`
    }
    ${fileView(room)}
    </div>`;
}

function fileView(room: KitRoom) {
  const take = (event: Event) => {
    const input = event.target as HTMLInputElement;
    void room.openFile(input.files?.[0]).then(() => {
      input.value = '';
    });
  };
  return html`<label class="button file">
    Open a saved interview
    <input type="file" class="cover" accept=".json,application/json" @change=${take} />
  </label>`;
}

function sumView(room: KitRoom) {
  const { draft } = room;
  const { length } = draft.codes;
  const isNew = draft.editing === undefined;
  const setMinutes = (event: Event) => draft.change({ minutes: numberIn(event, maxMinutes) });
  const minutes = length === 0 ? '' : String(draft.allMinutes);
  return html`<section class="panel stack" aria-labelledby="sum-title">
    <h2 id="sum-title">${isNew ? '4. Add candidates' : '4. Save your changes'}</h2>
    <div class="plan">
      ${nameView(room)}
      <label class="field">
        Minutes
        <input type="number" min="1" max=${maxMinutes} .value=${minutes} @change=${setMinutes} />
      </label>
    </div>
    ${isNew ? candidatesView(room) : nothing}
  </section>`;
}

function cancelView({ draft: { editing }, context }: KitRoom) {
  return editing && html`<a class="button" href="${context.paths.kit}#i=${editing.id}">Cancel</a>`;
}

function barView(room: KitRoom) {
  const { draft } = room;
  const { codes, allMinutes, editing } = draft;
  const { length } = codes;
  const over = neededMinutes(length) - allMinutes;
  return html`<div class="panel dock row start-bar" role="region" aria-label="Chosen questions">
    <p>
      <strong>${length === 0 ? 'No questions chosen yet' : counted(length, 'question')}</strong>
      <span class="note ${over > 0 ? 'over' : ''}">
        ${length === 0 ? '' : `about ${neededMinutes(length)} of ${counted(allMinutes, 'minute')}`}${over > 0 ? `, ${over} over` : ''}
      </span>
    </p>
    ${cancelView(room)}
    <button class="primary" ?disabled=${length === 0}>
      ${editing === undefined ? 'Score candidate A' : 'Save changes'}
    </button>
  </div>`;
}

function nameView({ draft }: KitRoom) {
  return html`<label class="field">
    Name of the interview
    <input id="interview-name" autocomplete="off" maxlength=${maxNameLength} placeholder="Senior PM, March"
      .value=${draft.name} @input=${(event: Event) => draft.change({ name: typedIn(event) })} />
  </label>`;
}

function candidatesView({ draft }: KitRoom) {
  const { names } = draft;
  return html`<ol class="plain stack">
      ${names.map((name, index) => {
        const label = candidateLabels[index];
        const rename = (event: Event) => draft.change({ names: names.with(index, typedIn(event)) });
        return html`<li>
          <label class="field">
            Candidate ${label}
            <input autocomplete="off" maxlength=${maxCandidateLength} placeholder="Name (optional)"
              .value=${name} @input=${rename} />
          </label>
        </li>`;
      })}
    </ol>
    ${
      names.length === candidateLabels.length
        ? nothing
        : html`<button type="button" @click=${() => draft.change({ names: [...names, ''] })}>
            Add candidate ${candidateLabels[names.length]}
          </button>`
    }
    <p class="note">Names stay on this device. Links say “candidate A.”</p>`;
}

function finish(room: KitRoom): void {
  const { draft, interviews } = room;
  const { name, codes, allMinutes, names, editing } = draft;
  const labels = candidateLabels.slice(0, names.length);
  const interview = editing ?? interviews.create({ name, codes, minutes: allMinutes, labels });
  if (editing === undefined) {
    for (const [index, label] of labels.entries()) {
      room.change(interview.id, nameCandidate(label, names[index]?.trim() ?? ''));
    }
    draft.names = [''];
    draft.begin('', []);
  } else {
    room.change(interview.id, renameInterview(name));
    if (isOpenForQuestions(interviews.get(interview.id) ?? interview)) {
      room.change(interview.id, replan(codes, allMinutes));
    }
  }
  const label = interview.candidates[0]?.label ?? 'A';
  room.openPlace(interview.id, { view: 'score', label, question: 0 });
}
