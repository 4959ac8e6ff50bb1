import '../../copy-text/copy-text.ts';
import { html, nothing } from 'lit-html';
import { repeat } from 'lit-html/directives/repeat.js';
import { QuestionSets } from '../../../browser/question-sets.ts';
import { labelOf } from '../../../domain/guide/label-of.ts';
import {
  candidateOf,
  isOpenForQuestions,
  nameCandidate,
  nameOfInterview,
  renameInterview,
  replan,
} from '../../../domain/kit/interview.ts';
import { readyKits } from '../../../domain/kit/ready-kits.ts';
import { maxMinutes } from '../../../domain/mock/mock-link.ts';
import type { StudyQuestion } from '../../../domain/practice/study-data.ts';
import {
  candidateLabels,
  type InterviewRecord,
  maxCandidateLength,
} from '../../../domain/progress/records.ts';
import { maxNameLength } from '../../../domain/study-set/set-link.ts';
import { hasWords } from '../../../domain/words/has-words.ts';
import { levels } from '../../../guide.ts';
import { counted, numberIn, typedIn } from '../base/format.ts';
import { unreadableView } from '../base/unreadable-view.ts';
import { levelTile, ringView } from './parts.ts';
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
    <ul class="plain own">
      ${repeat(
        all,
        ({ id }) => id,
        (interview) => html`<li class="panel">
          <a href="${room.context.paths.kit}#i=${interview.id}">
            <b>${nameOfInterview(interview)}</b>
            <span class="note">
              ${counted(interview.questions.length, 'question')},
              ${counted(interview.candidates.length, 'candidate')}
            </span>
          </a>
          <span class="rings">${interview.candidates.map((one) => ringView(interview, one.label, room))}</span>
        </li>`,
      )}
    </ul>
  </section>`;
}

function builderView(room: KitRoom) {
  const { draft } = room;
  const title = draft.editing === undefined ? 'New interview' : 'Edit the interview';
  const submit = (event: Event) => {
    event.preventDefault();
    if (draft.codes.length > 0) finish(room);
  };
  return html`<form class="builder" aria-label=${title} @submit=${submit}
    @dragover=${(event: Event) => event.preventDefault()}
    @drop=${(event: DragEvent) => {
      event.preventDefault();
      void openFile(event.dataTransfer?.files[0], room);
    }}>
    <section class="stack kits" aria-labelledby="kits-title">
      <h2 id="kits-title">1. Start from a kit</h2>
      ${kitsView(room)} ${fileView(room)}
    </section>
    ${chooseView(room)} ${sumView(room)}
  </form>`;
}

function kitsView(room: KitRoom) {
  const { draft, context } = room;
  const kits = readyKits(context.data);
  const kitView = ({ name, minutes, codes }: (typeof kits)[number]) => html`<button type="button"
    class="kit" aria-pressed=${draft.codes.join() === codes.join()}
    @click=${() => {
      draft.begin(name, codes, minutes);
      room.update();
    }}>
    <b>${name}</b>
    <span class="note">${counted(codes.length, 'question')}</span>
    <span class="bars" aria-hidden="true">
      ${codes.map((code) => html`<i class="level-${context.questions.get(code)?.level}"></i>`)}
    </span>
  </button>`;
  const takePath = (event: Event) => {
    const path = context.data.learningPaths.find(({ id }) => id === typedIn(event));
    if (path === undefined) return;
    draft.begin(path.title, path.codes);
    room.update();
  };
  const set = new QuestionSets(context.data.book).draft;
  const setCount = counted(set.codes.length, 'question');
  const current = context.data.learningPaths.find(
    ({ codes }) => codes.join() === draft.codes.join(),
  );
  return html`${kits.map(kitView)}
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
        : html`<button type="button" @click=${() => {
            draft.begin(set.name, set.codes);
            room.update();
          }}>
            Use your question set (${setCount})
          </button>`
    }`;
}

function fileView(room: KitRoom) {
  const take = (event: Event) => {
    const input = event.target as HTMLInputElement;
    void openFile(input.files?.[0], room).then(() => {
      input.value = '';
    });
  };
  return html`<label class="field">
    Or open a saved interview
    <input type="file" accept=".json,application/json" @change=${take} />
  </label>`;
}

export async function openFile(file: File | undefined, room: KitRoom): Promise<void> {
  if (file === undefined) return;
  const opened = await room.interviews.openFile(file);
  if ('problem' in opened) {
    room.notify('kit', { tone: 'problem', text: `${file.name}: ${opened.problem}` });
    return;
  }
  const { interview, isNew } = opened.value;
  room.notify('kit', undefined);
  room.openPlace(interview.id, { view: 'compare' });
  const title = isNew
    ? `Opened ${file.name}.`
    : `Nothing changed: this device has the same interview, or a newer version of it.`;
  room.show({ tone: 'good', title });
}

function chooseView(room: KitRoom) {
  const { draft, context } = room;
  const { filter } = draft;
  const text = ({ title, short = '', level, topics }: StudyQuestion) =>
    `${title} ${short} ${labelOf(levels, level)} ${topics.join(' ')}`;
  const shown = context.data.questions.filter((question) => hasWords(text(question), filter));
  const chosen = shown.filter(({ code }) => draft.codes.includes(code)).length;
  const all = shown.map(({ code }) => code);
  const isAll = chosen === shown.length && chosen > 0;
  const these = shown.length === 1 ? 'this one' : `these ${shown.length}`;
  const toggleAll = () => draft.select(all, !isAll);
  return html`<section class="panel choose" aria-labelledby="choose">
    <div class="choose-head">
      <h2 id="choose" tabindex="-1">2. Choose the questions</h2>
      <input type="search" aria-label="Filter questions" placeholder="Filter: safety, FDA, senior"
        .value=${filter} @input=${(event: Event) => draft.change({ filter: typedIn(event) })}
        @keydown=${(event: KeyboardEvent) => {
          if (event.key === 'Enter') event.preventDefault();
        }} />
      <label class="check">
        <input type="checkbox" .checked=${isAll} .indeterminate=${chosen > 0 && !isAll}
          ?disabled=${shown.length === 0} @change=${toggleAll} />
        ${filter.trim() === '' ? `Select all ${shown.length}` : `Select ${these}`}
      </label>
    </div>
    <ul class="plain" tabindex="0" aria-label="Questions of the guide">
      ${shown.map(
        ({ code, title, level }) => html`<li>
          <label>
            <input type="checkbox" .checked=${draft.codes.includes(code)}
              @change=${() => draft.select([code], !draft.codes.includes(code))} />
            ${levelTile(level)}
            <span>${title}</span>
          </label>
        </li>`,
      )}
      ${shown.length === 0 ? html`<li class="note">No question matches. Try fewer words.</li>` : nothing}
    </ul>
  </section>`;
}

function sumView(room: KitRoom) {
  const { draft } = room;
  const { length } = draft.codes;
  const setMinutes = (event: Event) => draft.change({ minutes: numberIn(event, maxMinutes) });
  return html`<section class="ink sum stack" aria-labelledby="sum-title">
    <h2 id="sum-title">${draft.editing === undefined ? '3. Add candidates' : '3. Save your changes'}</h2>
    <dl>
      <div>
        <dd>${length}</dd>
        <dt>${length === 1 ? 'question' : 'questions'}</dt>
      </div>
      <div>
        <dd>${length === 0 ? 0 : draft.allMinutes}</dd>
        <dt>minutes</dt>
      </div>
    </dl>
    <label class="field">
      Name of the interview
      <input autocomplete="off" maxlength=${maxNameLength} placeholder="Senior PM, March"
        .value=${draft.name} @input=${(event: Event) => draft.change({ name: typedIn(event) })} />
    </label>
    <label class="field minutes">
      Minutes in all
      <input type="number" min="1" max=${maxMinutes} .value=${length === 0 ? '' : String(draft.allMinutes)} @change=${setMinutes} />
    </label>
    ${draft.editing === undefined ? candidatesView(room) : nothing}
    <button class="primary" ?disabled=${length === 0}>
      ${draft.editing === undefined ? 'Score candidate A' : 'Save changes'}
    </button>
    ${length === 0 ? html`<p class="note">Choose a kit or at least one question first.</p>` : nothing}
  </section>`;
}

function candidatesView({ draft }: KitRoom) {
  const { names } = draft;
  return html`<ol class="plain stack">
      ${names.map((name, place) => {
        const label = candidateLabels[place];
        const rename = (event: Event) => draft.change({ names: names.with(place, typedIn(event)) });
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
  if (editing !== undefined) {
    room.change(editing.id, renameInterview(name));
    const latest = interviews.get(editing.id);
    if (latest !== undefined && isOpenForQuestions(latest)) {
      room.change(editing.id, replan(codes, allMinutes));
    }
    draft.editing = undefined;
    room.openPlace(editing.id, {
      view: 'score',
      label: editing.candidates[0]?.label ?? 'A',
      question: 0,
    });
    return;
  }
  const labels = candidateLabels.slice(0, names.length);
  const interview = interviews.create({ name, codes, minutes: allMinutes, labels });
  for (const [place, candidate] of names.entries()) {
    const label = labels[place];
    if (label !== undefined && candidate.trim() !== '') {
      room.change(interview.id, nameCandidate(label, candidate));
    }
  }
  draft.begin('', []);
  draft.names = [''];
  const first = candidateOf(interview, 'A')?.label ?? 'A';
  room.openPlace(interview.id, { view: 'score', label: first, question: 0 });
}
