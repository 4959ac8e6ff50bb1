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
  #context: StudyContext | undefined;
  #filter = '';
  /** What had the words of the filter when they were typed: nothing vanishes while it is edited. */
  #found: ReadonlySet<string> = new Set();
  /** Questions that were in the list since the page was opened: none jumps away from the reader. */
  readonly #listed = new Set<string>();
  /** Questions whose note is or was open. */
  readonly #open = new Set<string>();

  protected override async start(context: StudyContext): Promise<void> {
    this.#context = context;
    await openNotes(context.model);
  }

  override update(): void {
    const { bookmarks = [], notes = [] } = this.#context?.model.progress ?? {};
    for (const { code } of [...bookmarks, ...notes]) this.#listed.add(code);
    for (const { code } of notes) this.#open.add(code);
    super.update();
  }

  protected view(context: StudyContext): TemplateResult {
    const saved = savedQuestions(context.model.progress, context.data, this.#listed);
    const isShown = (code: string) => this.#filter.trim() === '' || this.#found.has(code);
    const shown = {
      known: saved.known.filter(({ question }) => isShown(question.code)),
      others: saved.others.filter(({ code }) => isShown(code)),
    };
    return savedView(
      { saved, shown, filter: this.#filter, open: this.#open },
      {
        narrow: (filter) => this.#narrow(filter, saved),
        beginNote: (code) => this.#beginNote(code),
        download: () => download(saved, context),
      },
      context,
    );
  }

  #narrow(filter: string, { known, others }: SavedQuestions): void {
    const texts = [
      ...known.map(({ question, note }) => ({ ...question, note })),
      ...others.map((entry) => ({ ...entry, title: '' })),
    ];
    const found = texts.filter(({ code, title, note }) =>
      hasWords(`${title} ${code} ${note?.text ?? ''}`, filter),
    );
    this.#found = new Set(found.map(({ code }) => code));
    this.#filter = filter;
    this.update();
  }

  #beginNote(code: string): void {
    this.#open.add(code);
    this.update();
    this.querySelector<HTMLElement>(`[data-code="${code}"] textarea`)?.focus();
  }
}

function download(saved: SavedQuestions, { paths }: StudyContext): void {
  const text = writeNotesMarkdown(
    saved,
    `Notes: ${guide.title}`,
    (slug) => new URL(paths.question(slug), location.origin).href,
  );
  saveFile('interview-notes.md', text, 'text/markdown');
}
