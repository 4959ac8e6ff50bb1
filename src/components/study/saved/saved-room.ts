import { html, nothing, type TemplateResult } from 'lit-html';
import { repeat } from 'lit-html/directives/repeat.js';
import { setBookmark } from '../../../browser/bookmarks-and-notes.ts';
import { saveFile } from '../../../browser/save-file.ts';
import { missingSentences, writePracticeLink } from '../../../domain/practice/practice-link.ts';
import { writeNotesMarkdown } from '../../../domain/progress/notes-markdown.ts';
import {
  type SavedElsewhere,
  type SavedQuestion,
  type SavedQuestions,
  savedQuestions,
} from '../../../domain/progress/saved-questions.ts';
import { writeSetLink } from '../../../domain/study-set/set-link.ts';
import { hasWords } from '../../../domain/words/has-words.ts';
import { settings } from '../../../guide-settings.ts';
import { icons } from '../../icon/icons.ts';
import { counted, typedIn } from '../base/format.ts';
import { levelTile, retiredView } from '../base/question-link.ts';
import type { StudyContext } from '../base/study-context.ts';
import { StudyElement } from '../base/study-element.ts';
import { noteEditor, openNotes } from '../notes/note-editor.ts';

export class SavedRoomElement extends StudyElement {
  filter = '';
  /** The codes of the questions whose note has been opened, even if it has no text. */
  readonly openNotes = new Set<string>();
  /**
   * The codes of the questions that matched when the reader last typed in the filter, so that no
   * question disappears while its note is being edited.
   */
  #found: ReadonlySet<string> = new Set();
  /**
   * The codes of all questions that have been listed since the page was opened, so that none
   * disappears.
   */
  readonly #listed = new Set<string>();

  protected override start({ model }: StudyContext): Promise<void> {
    return openNotes(model);
  }

  protected view(): TemplateResult {
    const { bookmarks, notes } = this.context.model.progress;
    for (const { code } of [...bookmarks, ...notes]) this.#listed.add(code);
    for (const { code } of notes) this.openNotes.add(code);
    const saved = this.#saved();
    const isShown = (code: string) => this.filter.trim() === '' || this.#found.has(code);
    const shown = {
      known: saved.known.filter(({ question }) => isShown(question.code)),
      others: saved.others.filter(({ code }) => isShown(code)),
    };
    return savedView(saved, shown, this);
  }

  narrow(filter: string): void {
    const { known, others } = this.#saved();
    const texts = [
      ...known.map(({ question, note }) => ({ ...question, note })),
      ...others.map((entry) => ({ ...entry, title: '' })),
    ];
    const matches = texts.filter(({ code, title, note }) =>
      hasWords(`${title} ${code} ${note?.text ?? ''}`, filter),
    );
    this.#found = new Set(matches.map(({ code }) => code));
    this.filter = filter;
    this.update();
  }

  beginNote(code: string): void {
    this.openNotes.add(code);
    this.update();
    this.focusOn(`[data-code="${code}"] textarea`);
  }

  download(): void {
    const { paths } = this.context;
    const addressOf = (slug: string): string => new URL(paths.question(slug), location.origin).href;
    const text = writeNotesMarkdown(this.#saved(), `Notes: ${settings.title}`, addressOf);
    saveFile('interview-notes.md', text, 'text/markdown');
  }

  #saved(): SavedQuestions {
    return savedQuestions(this.context.model.progress, this.context.data, this.#listed);
  }
}

/** With fewer questions than this, there is no filter. */
const manyQuestions = 11;

function savedView(saved: SavedQuestions, shown: SavedQuestions, room: SavedRoomElement) {
  const all = [...saved.known, ...saved.others];
  if (all.length === 0) return emptyView(room.context);
  const questions = all.filter(({ isBookmarked }) => isBookmarked).length;
  const notes = all.filter(({ note }) => note !== undefined).length;
  const { known, others } = shown;
  const entry = (one: SavedQuestion) => entryView(one, room);
  const otherEntry = (one: SavedElsewhere) => otherEntryView(one, room);
  const othersView = html`<section class="stack" aria-labelledby="others-title">
    <h2 id="others-title">No longer in the guide</h2>
    <ul class="entries">
      ${repeat(others, ({ code }) => code, otherEntry)}
    </ul>
  </section>`;
  return html`<p>
      ${counted(questions, 'saved question')} and ${counted(notes, 'note')}, in guide order, only on
      this device.
    </p>
    ${topActions(saved, notes > 0, room)}
    ${filterField(all.length, known.length + others.length, room)}
    <ol class="entries">
      ${repeat(known, ({ question }) => question.code, entry)}
    </ol>
    ${others.length === 0 ? nothing : othersView}`;
}

function emptyView({ data, paths }: StudyContext) {
  const [example] = data.questions;
  return html`<p>
      Nothing saved yet. Press “Save” on a question to find it here, with your private note. Both
      stay on this device.
    </p>
    <figure class="example">
      <figcaption>Example</figcaption>
      <p class="row">${example && levelTile(example.level)} <strong>${example?.title}</strong></p>
      <p class="own-note">${exampleNote}</p>
    </figure>
    <p><a class="button primary" href=${paths.questions}>Browse the questions</a></p>`;
}

const exampleNote =
  'Start with intended use. One example on each side of the line, then what would move it.';

function topActions({ known }: SavedQuestions, hasNotes: boolean, room: SavedRoomElement) {
  const { paths } = room.context;
  const codes = known
    .filter(({ isBookmarked }) => isBookmarked)
    .map(({ question }) => question.code);
  const practice = `${paths.practice}#${writePracticeLink({ kind: 'bookmarked' })}`;
  const use = html`<a class="button primary" href=${practice}>Practice saved questions</a>
    <a class="button" href="${paths.set}#${writeSetLink({ name: '', codes })}">
      Build a set from saved questions
    </a>`;
  const download = html`<button type="button" @click=${() => room.download()}>
    Download notes (Markdown)
  </button>`;
  return html`<div class="row">
    ${codes.length === 0 ? nothing : use} ${hasNotes ? download : nothing}
  </div>`;
}

function filterField(all: number, found: number, room: SavedRoomElement) {
  if (all < manyQuestions && room.filter === '') return nothing;
  return html`<div>
    <label class="field">
      Filter by words in questions and notes
      <input type="search" autocomplete="off" .value=${room.filter}
        @input=${(event: Event) => room.narrow(typedIn(event))} />
    </label>
    <p role="status" class="note">
      ${found === all ? '' : `${found === 0 ? 'None' : found} of ${all} shown.`}
    </p>
  </div>`;
}

function entryView({ question, isBookmarked }: SavedQuestion, room: SavedRoomElement) {
  const { code, title, slug, level } = question;
  const { context } = room;
  const practice = `${context.paths.practice}#${writePracticeLink({ kind: 'question', code })}`;
  const isOpen = room.openNotes.has(code);
  const begin = () => room.beginNote(code);
  const add = html`<button type="button" aria-label="Add a note: ${title}" @click=${begin}>
    Add a note
  </button>`;
  return html`<li>
    ${levelTile(level)}
    <a href=${context.paths.question(slug)}>${title}</a>
    <div class="row">
      ${savedButton(question, isBookmarked, context)}
      <a class="button" href=${practice} aria-label="Practice: ${title}">Practice</a>
      ${isOpen ? nothing : add}
    </div>
    ${isOpen ? noteEditor(question, context.model) : nothing}
  </li>`;
}

function otherEntryView(
  { code, isBookmarked, retired }: SavedElsewhere,
  { context, openNotes }: SavedRoomElement,
) {
  const named = { code, title: `the question ${code}` };
  const unknown = missingSentences({ retired: [], unknown: [code] });
  return html`<li class="gone">
    <p>${retired === undefined ? unknown : retiredView(retired, context)}</p>
    <div class="row">${savedButton(named, isBookmarked, context)}</div>
    ${openNotes.has(code) ? noteEditor(named, context.model) : nothing}
  </li>`;
}

function savedButton(
  { code, title }: { readonly code: string; readonly title: string },
  isSaved: boolean,
  { model }: StudyContext,
) {
  const label = isSaved ? 'Saved' : 'Save';
  const turn = () => void setBookmark(model.store, code, !isSaved);
  return html`<button type="button" aria-pressed=${isSaved} aria-label="${label}: ${title}"
    @click=${turn}>
    <svg class="guide-icon" viewBox="0 0 24 24" aria-hidden="true"><path d=${icons.star} /></svg>
    ${label}
  </button>`;
}
