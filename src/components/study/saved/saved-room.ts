import type { TemplateResult } from 'lit-html';
import { saveFile } from '../../../browser/save-file.ts';
import { writeNotesMarkdown } from '../../../domain/progress/notes-markdown.ts';
import { type SavedQuestions, savedQuestions } from '../../../domain/progress/saved-questions.ts';
import { hasWords } from '../../../domain/words/has-words.ts';
import { guide } from '../../../guide.ts';
import type { StudyContext } from '../base/study-context.ts';
import { StudyElement } from '../base/study-element.ts';
import { openNotes } from '../notes/note-editor.ts';
import { savedView } from './saved-view.ts';

export class SavedRoomElement extends StudyElement {
  filter = '';
  /** Codes of questions whose note is or was open, even without text. */
  readonly openNotes = new Set<string>();
  /** Matches at the time of typing, so that nothing disappears while it is edited. */
  #found: ReadonlySet<string> = new Set();
  /** Questions listed since the page was opened, so that none disappears. */
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
    const found = texts.filter(({ code, title, note }) =>
      hasWords(`${title} ${code} ${note?.text ?? ''}`, filter),
    );
    this.#found = new Set(found.map(({ code }) => code));
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
    const text = writeNotesMarkdown(this.#saved(), `Notes: ${guide.title}`, addressOf);
    saveFile('interview-notes.md', text, 'text/markdown');
  }

  #saved(): SavedQuestions {
    return savedQuestions(this.context.model.progress, this.context.data, this.#listed);
  }
}
