import { html, nothing, type TemplateResult } from 'lit-html';
import { repeat } from 'lit-html/directives/repeat.js';
import { writePracticeLink } from '../../../domain/practice/practice-link.ts';
import type { SavedQuestions } from '../../../domain/progress/saved-questions.ts';
import { writeSetLink } from '../../../domain/study-set/set-link.ts';
import { counted } from '../base/format.ts';
import { levelTag } from '../base/question-link.ts';
import type { StudyContext } from '../base/study-context.ts';
import { entryView, otherEntryView } from './saved-entry-view.ts';

const manyQuestions = 11;

export interface SavedState {
  readonly saved: SavedQuestions;
  readonly shown: SavedQuestions;
  readonly filter: string;
  readonly open: ReadonlySet<string>;
}

export interface SavedActions {
  readonly narrow: (filter: string) => void;
  readonly beginNote: (code: string) => void;
  readonly download: () => void;
}

export function savedView(
  state: SavedState,
  actions: SavedActions,
  context: StudyContext,
): TemplateResult {
  const { known, others } = state.saved;
  if (known.length + others.length === 0) return emptyView(context);
  return html`${summary(state.saved)} ${topActions(state.saved, actions, context)}
    ${filterField(state, actions)}
    <ol class="plain lines">
      ${repeat(
        state.shown.known,
        ({ question }) => question.code,
        (entry) => entryView(entry, state.open.has(entry.question.code), actions, context),
      )}
    </ol>
    ${othersView(state, context)}`;
}

function emptyView({ data, paths }: StudyContext): TemplateResult {
  const [example] = data.questions;
  return html`<p>
      Nothing saved yet. Press “Save” on a question to find it here, with your private note. Both
      stay on this device.
    </p>
    ${
      example === undefined
        ? nothing
        : html`<figure class="example">
            <figcaption>Example</figcaption>
            <p><strong>${example.title}</strong> ${levelTag(example.level)}</p>
            <p class="own-note">${exampleNote}</p>
          </figure>`
    }
    <p><a class="button primary" href=${paths.questions}>Browse the questions</a></p>`;
}

const exampleNote =
  'Start with intended use. One example on each side of the line, then what would move it.';

function summary({ known, others }: SavedQuestions): TemplateResult {
  const all = [...known, ...others];
  const questions = all.filter(({ isBookmarked }) => isBookmarked).length;
  const notes = all.filter(({ note }) => note !== undefined).length;
  return html`<p>
    ${counted(questions, 'saved question')} and ${counted(notes, 'note')}, in guide order, only on
    this device.
  </p>`;
}

function topActions(
  { known, others }: SavedQuestions,
  { download }: SavedActions,
  { paths }: StudyContext,
): TemplateResult {
  const codes = known
    .filter(({ isBookmarked }) => isBookmarked)
    .map(({ question }) => question.code);
  const hasNotes = [...known, ...others].some(({ note }) => note !== undefined);
  return html`<div class="row">
    ${
      codes.length === 0
        ? nothing
        : html`<a
              class="button primary"
              href="${paths.practice}#${writePracticeLink({ kind: 'bookmarked' })}"
            >
              Practice saved questions
            </a>
            <a class="button" href="${paths.set}#${writeSetLink({ name: '', codes })}">
              Build a set from them
            </a>`
    }
    ${
      hasNotes
        ? html`<button type="button" @click=${download}>Download notes (Markdown)</button>`
        : nothing
    }
  </div>`;
}

function filterField(
  { saved, shown, filter }: SavedState,
  { narrow }: SavedActions,
): TemplateResult | typeof nothing {
  const all = saved.known.length + saved.others.length;
  if (all < manyQuestions && filter === '') return nothing;
  const found = shown.known.length + shown.others.length;
  return html`<div>
    <label class="field">
      Filter by words in questions and notes
      <input
        type="search"
        autocomplete="off"
        .value=${filter}
        @input=${({ target }: Event) => narrow((target as HTMLInputElement).value)}
      />
    </label>
    <p role="status" class="note">
      ${found === all ? '' : `${found === 0 ? 'None' : found} of ${all} shown.`}
    </p>
  </div>`;
}

function othersView(
  { shown, open }: SavedState,
  context: StudyContext,
): TemplateResult | typeof nothing {
  if (shown.others.length === 0) return nothing;
  return html`<section class="stack" aria-labelledby="others-title">
    <h2 id="others-title">No longer in the guide</h2>
    <ul class="plain lines">
      ${repeat(
        shown.others,
        ({ code }) => code,
        (entry) => otherEntryView(entry, open.has(entry.code), context),
      )}
    </ul>
  </section>`;
}
