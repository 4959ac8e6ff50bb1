import { html, nothing, type TemplateResult } from 'lit-html';
import { QuestionSets } from '../../../browser/question-sets.ts';
import { addToSet, draftName, removeFromSet } from '../../../domain/study-set/set-link.ts';
import { adoptStyles } from '../base/adopt-styles.ts';
import { counted } from '../base/format.ts';
import type { StudyContext } from '../base/study-context.ts';
import { StudyElement } from '../base/study-element.ts';
import { noteEditor, openNotes } from '../notes/note-editor.ts';
import notes from '../notes/notes.css?inline';
import study from '../study.css?inline';

export class QuestionPanelElement extends StudyElement {
  onSaved: ((isSaved: boolean) => void) | undefined;
  /** Set in `start`, before the first render. */
  #sets!: QuestionSets;
  readonly #opened = Promise.withResolvers<void>();

  /** Opens or closes the panel. When it opens, moves the focus to the note. */
  async toggle(isOpen: boolean): Promise<void> {
    this.hidden = !isOpen;
    await this.#opened.promise;
    if (isOpen) this.querySelector('textarea')?.focus();
  }

  protected override async start(context: StudyContext, signal: AbortSignal): Promise<void> {
    const { data, model } = context;
    this.#sets = new QuestionSets(data.book);
    this.#sets.onElsewhere(() => this.update(), signal);
    await openNotes(model);
    const report = () => {
      const code = this.dataset['code'];
      this.onSaved?.(model.progress.bookmarks.some((bookmark) => bookmark.code === code));
    };
    model.addEventListener('change', report, { signal });
  }

  override update(): void {
    super.update();
    if (this.querySelector('note-editor') !== null) this.#opened.resolve();
  }

  protected view({ model, paths, questions }: StudyContext): TemplateResult | typeof nothing {
    const question = questions.get(this.dataset['code'] ?? '');
    const { draft, isSaved } = this.#sets;
    if (question === undefined) return nothing;
    const { code } = question;
    const { codes } = draft;
    const put = ({ target }: Event) => {
      const change = (target as HTMLInputElement).checked ? addToSet : removeFromSet;
      this.#sets.changeDraft((set) => change(set, code));
      this.update();
    };
    const toSet = html`<a href=${paths.set}>
      Open the set (${counted(codes.length, 'question')})
    </a>`;
    return html`<section class="panel stack" aria-label="Your note on this question">
      ${noteEditor(question, model)}
      <p class="row note">
        <label class="check">
          <input type="checkbox" .checked=${codes.includes(code)} @change=${put} />
          <span>Add to <bdi>${draftName(draft)}</bdi></span>
        </label>
        ${codes.length === 0 ? nothing : toSet}
        <a href=${paths.saved}>All saved questions and notes</a>
      </p>
      ${isSaved ? nothing : html`<p class="warning">${notSaved}</p>`}
    </section>`;
  }
}

const notSaved =
  'This browser doesn’t let the guide save your set. You’ll lose it when you leave this page.';

customElements.define('question-panel', QuestionPanelElement);

/** The element with the page's buttons (see `question-tools.ts`). */
export interface QuestionTools extends HTMLElement {
  button(name: 'note' | 'save'): HTMLButtonElement;
  show(isSaved: boolean): void;
}

let panel: QuestionPanelElement | undefined;

export async function toggleNote(tools: QuestionTools, button: HTMLButtonElement): Promise<void> {
  const isOpen = button.ariaExpanded !== 'true';
  button.ariaExpanded = `${isOpen}`;
  panel ??= addPanel(tools, button);
  await panel.toggle(isOpen);
}

function addPanel(tools: QuestionTools, button: HTMLButtonElement): QuestionPanelElement {
  adoptStyles(study, notes);
  const { base = '/', code = '' } = tools.dataset;
  const made = document.createElement('question-panel') as QuestionPanelElement;
  made.className = 'paper';
  made.onSaved = (isSaved) => tools.show(isSaved);
  Object.assign(made.dataset, { base, code });
  made.onkeydown = ({ key, isComposing }) => {
    if (key !== 'Escape' || isComposing) return;
    button.focus();
    void toggleNote(tools, button);
  };
  document.querySelector('.answer-now')?.after(made);
  return made;
}
