import { html, nothing, type TemplateResult } from 'lit-html';
import { setBookmark } from '../../../browser/bookmarks-and-notes.ts';
import { DraftSet } from '../../../browser/draft-set.ts';
import { addToSet, removeFromSet } from '../../../domain/study-set/set-link.ts';
import { adoptStyles } from '../base/adopt-styles.ts';
import { counted } from '../base/format.ts';
import type { StudyContext } from '../base/study-context.ts';
import { StudyElement } from '../base/study-element.ts';
import { noteEditor, openNotes } from '../notes/note-editor.ts';
import notes from '../notes/notes.css?inline';
import study from '../study.css?inline';

export class QuestionPanelElement extends StudyElement {
  onSaved: ((isSaved: boolean) => void) | undefined;
  #draft: DraftSet | undefined;
  readonly #opened = Promise.withResolvers<StudyContext>();

  async save(isSaved: boolean): Promise<void> {
    const { model } = await this.#opened.promise;
    await setBookmark(model.store, this.dataset['code'] ?? '', isSaved);
  }

  protected override async start(context: StudyContext, signal: AbortSignal): Promise<void> {
    const { data, model } = context;
    this.#draft = new DraftSet(data.book);
    this.#draft.onElsewhere(() => this.update(), signal);
    await openNotes(model);
    this.#opened.resolve(context);
    model.addEventListener('change', () => this.#report(context), { signal });
  }

  #report({ model }: StudyContext): void {
    const code = this.dataset['code'];
    this.onSaved?.(model.progress.bookmarks.some((bookmark) => bookmark.code === code));
  }

  protected view({ model, paths, questions }: StudyContext): TemplateResult | typeof nothing {
    const question = questions.get(this.dataset['code'] ?? '');
    const draft = this.#draft;
    if (question === undefined || draft === undefined) return nothing;
    const { code } = question;
    const { codes } = draft.set;
    return html`<section class="panel stack" aria-label="Saved with this question">
      <div class="row">
        <label class="check">
          <input
            type="checkbox"
            .checked=${codes.includes(code)}
            @change=${({ target }: Event) => this.#put(code, (target as HTMLInputElement).checked)}
          />
          In my set
        </label>
      </div>
      ${noteEditor(question, model)}
      <p class="row note">
        ${
          codes.length === 0
            ? nothing
            : html`<a href=${paths.set}>Open the set (${counted(codes.length, 'question')})</a>`
        }
        <a href=${paths.saved}>All saved questions and notes</a>
      </p>
      ${draft.isSaved ? nothing : html`<p class="warning">${notSaved}</p>`}
    </section>`;
  }

  #put(code: string, isIn: boolean): void {
    this.#draft?.change((set) => (isIn ? addToSet(set, code) : removeFromSet(set, code)));
    this.update();
  }
}

const notSaved =
  'This browser doesn’t let the guide save your set. You’ll lose it when you leave this page.';

export function questionPanel(
  base: string,
  code: string,
  onSaved: (isSaved: boolean) => void,
): QuestionPanelElement {
  adoptStyles(study, notes);
  if (customElements.get('question-panel') === undefined) {
    customElements.define('question-panel', QuestionPanelElement);
  }
  const panel = document.createElement('question-panel') as QuestionPanelElement;
  panel.onSaved = onSaved;
  panel.dataset['base'] = base;
  panel.dataset['code'] = code;
  return panel;
}
