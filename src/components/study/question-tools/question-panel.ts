import { html, nothing, type TemplateResult } from 'lit-html';
import { DraftSet } from '../../../browser/draft-set.ts';
import { addToSet, removeFromSet } from '../../../domain/study-set/edit-set.ts';
import { adoptStyles } from '../base/adopt-styles.ts';
import { counted } from '../base/format.ts';
import type { StudyContext } from '../base/study-context.ts';
import { StudyElement } from '../base/study-element.ts';
import { bookmarkButton, noteEditor, openNotes } from '../notes/marks-view.ts';
import notes from '../notes/notes.css?inline';
import study from '../study.css?inline';

/** What the reader keeps about the question `data-code`: a bookmark, a place in a set, a note. */
class QuestionPanelElement extends StudyElement {
  #draft: DraftSet | undefined;

  protected override async start(
    { data, model }: StudyContext,
    signal: AbortSignal,
  ): Promise<void> {
    this.#draft = new DraftSet(data.book);
    this.#draft.onElsewhere(() => this.update(), signal);
    await openNotes(model);
  }

  protected view({ model, paths, questions }: StudyContext): TemplateResult | typeof nothing {
    const question = questions.get(this.dataset['code'] ?? '');
    const draft = this.#draft;
    if (question === undefined || draft === undefined) return nothing;
    const { code } = question;
    const { codes } = draft.set;
    const isMarked = model.progress.bookmarks.some((bookmark) => bookmark.code === code);
    return html`<section class="panel stack" aria-label="What you keep about this question">
      <div class="row">
        ${bookmarkButton(question, isMarked, model)}
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
        <a href=${paths.saved}>All bookmarks and notes</a>
      </p>
      ${draft.isKept ? nothing : html`<p class="warning">${notKept}</p>`}
    </section>`;
  }

  #put(code: string, isIn: boolean): void {
    this.#draft?.change((set) => (isIn ? addToSet(set, code) : removeFromSet(set, code)));
    this.update();
  }
}

const notKept =
  'This browser does not let the guide keep your set. It is lost when you leave this page.';

/** Makes the panel for a question. @param base the site's base path */
export function questionPanel(base: string, code: string): HTMLElement {
  adoptStyles(study, notes);
  if (customElements.get('question-panel') === undefined) {
    customElements.define('question-panel', QuestionPanelElement);
  }
  const panel = document.createElement('question-panel');
  panel.dataset['base'] = base;
  panel.dataset['code'] = code;
  return panel;
}
