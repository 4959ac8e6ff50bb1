import { html, render } from 'lit-html';
import {
  stashUnsavedNote,
  storeNote,
  storeUnsavedNote,
} from '../../../browser/bookmarks-and-notes.ts';
import type { ProgressModel } from '../../../browser/progress-model.ts';
import type { Store } from '../../../browser/store.ts';
import type { StoreChangeEvent } from '../../../browser/store-events.ts';
import type { StudyQuestion } from '../../../domain/practice/study-data.ts';
import {
  applyRemoteNote,
  isUnsaved,
  type NoteDraft,
  noteAfterSave,
  openNote,
  typeNote,
} from '../../../domain/progress/note-draft.ts';
import { maxNoteLength } from '../../../domain/progress/records.ts';

/** How long after the last keystroke the note is saved, in milliseconds. */
const pause = 600;

/**
 * The private note on the question in `data-code`, whose name is in `data-title`. The note is saved
 * shortly after typing stops, and when the reader leaves the field or the page.
 */
class NoteEditorElement extends HTMLElement {
  /** Set before the element is added to the page. */
  model: ProgressModel | undefined;
  #stop: AbortController | undefined;
  #draft: NoteDraft | undefined;
  #last: NoteEvent = 'none';
  #timer: ReturnType<typeof setTimeout> | undefined;
  /**
   * Saves run one after another, so that this editor doesn't mistake its own save for a remote
   * change.
   */
  #saving: Promise<void> = Promise.resolve();

  connectedCallback(): void {
    if (this.model === undefined) return;
    const { store, progress } = this.model;
    this.#stop = new AbortController();
    const { signal } = this.#stop;
    this.#draft ??= openNote(progress.notes.find(({ code }) => code === this.#code));
    this.addEventListener('input', (event) => this.#onInput(event), { signal });
    this.addEventListener('focusout', () => this.#save(), { signal });
    window.addEventListener('pagehide', () => this.#leave(), { signal });
    const hide = () => document.hidden && this.#leave();
    document.addEventListener('visibilitychange', hide, { signal });
    store.listen('change', (event) => this.#onChange(event, store), signal);
    this.#update();
    // Text that the reader typed just before this element was last removed may not have been read
    // yet.
    void this.#hear(store);
  }

  disconnectedCallback(): void {
    this.#stop?.abort();
    this.#save();
  }

  get #code(): string {
    return this.dataset['code'] ?? '';
  }

  #onInput({ target }: Event): void {
    if (!(target instanceof HTMLTextAreaElement) || this.#draft === undefined) return;
    this.#draft = typeNote(this.#draft, target.value);
    this.#last = 'none';
    this.#saveSoon();
    this.#update();
  }

  #onChange({ changes, isElsewhere }: StoreChangeEvent, store: Store): void {
    const isMine = changes.some(
      (change) => change.store === 'notes' && (change.key === this.#code || change.key === '*'),
    );
    if (isElsewhere && isMine) void this.#hear(store);
  }

  async #hear(store: Store): Promise<void> {
    const outcome = await store.get('notes', this.#code);
    if (this.#draft === undefined || !('value' in outcome)) return;
    const merged = applyRemoteNote(this.#draft, outcome.value);
    if (merged === this.#draft) return;
    this.#draft = merged;
    this.#last = 'changed';
    if (isUnsaved(merged)) this.#saveSoon();
    this.#update();
  }

  #saveSoon(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#save(), pause);
  }

  #save(): void {
    clearTimeout(this.#timer);
    this.#saving = this.#saving.then(() => this.#saveNow());
  }

  /**
   * Stashes unsaved text, because the page may close before the store has saved it. Phones may even
   * close a page as soon as it is hidden.
   */
  #leave(): void {
    if (this.#draft && isUnsaved(this.#draft)) stashUnsavedNote(this.#code, this.#draft);
    this.#save();
  }

  async #saveNow(): Promise<void> {
    const sent = this.#draft;
    if (this.model === undefined || sent === undefined) return;
    if (!isUnsaved(sent) || sent.rival !== undefined) return;
    const outcome = await storeNote(this.model.store, this.#code, sent);
    if ('value' in outcome) {
      const { joined, note } = outcome.value;
      this.#draft = noteAfterSave(this.#draft ?? sent, sent, joined, note);
      this.#last = 'saved';
      if (isUnsaved(this.#draft)) this.#saveSoon();
    } else this.#last = 'failed';
    this.#update();
  }

  #update(): void {
    const draft = this.#draft;
    if (draft === undefined) return;
    render(
      html`<label class="field">
          <span>Private note<span class="sr-only"> on ${this.dataset['title']}</span></span>
          <textarea rows="3" maxlength=${maxNoteLength}></textarea>
        </label>
        <p class="note" role="status">${noteStatus(draft, this.#last)}</p>`,
      this,
    );
    const field = this.querySelector('textarea');
    if (field !== null) showText(field, draft.typed);
  }
}

/** Shows text in a field without moving the caret. */
function showText(field: HTMLTextAreaElement, text: string): void {
  // Fields normalize line endings. Setting the same text again would clear the undo history.
  if (field.value === text.replace(/\r\n?/g, '\n')) return;
  const { selectionStart, selectionEnd } = field;
  field.value = text;
  field.setSelectionRange(selectionStart, selectionEnd);
}

customElements.define('note-editor', NoteEditorElement);

type NoteEvent = 'none' | 'saved' | 'failed' | 'changed';

function noteStatus(draft: NoteDraft, last: NoteEvent): string {
  if (draft.rival !== undefined) return noRoom;
  if (last === 'failed') return 'Not saved. What you typed is still here.';
  const joined = draft.isJoined ? bothSaved : '';
  if (isUnsaved(draft)) return joined;
  if (last === 'changed') return 'This note was changed in another tab. Here is the new text.';
  if (last !== 'saved') return 'Saved automatically, on this device only.';
  return joined + (draft.stored === '' ? 'The note was removed.' : 'Saved on this device.');
}

const bothSaved =
  'This note was changed in another tab while you typed. We saved both versions, yours on top. ';
const noRoom =
  'This note was changed in another tab while you typed, and both versions together are too long for one note. Yours isn’t saved. Shorten it or copy it.';

export function noteEditor(
  { code, title }: Pick<StudyQuestion, 'code' | 'title'>,
  model: ProgressModel,
) {
  return html`<note-editor data-code=${code} data-title=${title} .model=${model}></note-editor>`;
}

/**
 * Restores a note if its page was closed while the reader was typing. Await this before showing
 * notes.
 */
export async function openNotes(model: ProgressModel): Promise<void> {
  if (await storeUnsavedNote(model.store)) await model.read();
}
