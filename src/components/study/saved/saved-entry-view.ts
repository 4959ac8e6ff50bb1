import { html, nothing, type TemplateResult } from 'lit-html';
import { missingSentences, writePracticeLink } from '../../../domain/practice/practice-link.ts';
import type { SavedElsewhere, SavedQuestion } from '../../../domain/progress/saved-questions.ts';
import { questionLink } from '../base/question-link.ts';
import { retiredView } from '../base/retired-view.ts';
import type { StudyContext } from '../base/study-context.ts';
import { bookmarkButton, noteEditor } from '../notes/marks-view.ts';

/** What a reader does with an entry, beside what its own controls do. */
interface EntryActions {
  readonly beginNote: (code: string) => void;
}

/** A question with what the reader keeps about it. */
export function entryView(
  { question, isBookmarked }: SavedQuestion,
  isOpen: boolean,
  actions: EntryActions,
  context: StudyContext,
): TemplateResult {
  const { code, title } = question;
  const practice = `${context.paths.practice}#${writePracticeLink({ kind: 'question', code })}`;
  return html`<li class="stack">
    <p>${questionLink(question, context)}</p>
    <div class="row">
      ${bookmarkButton(question, isBookmarked, context.model)}
      <a class="button" href=${practice} aria-label="Practice: ${title}">Practice</a>
      ${isOpen ? nothing : beginNote(question, actions)}
    </div>
    ${isOpen ? noteEditor(question, context.model) : nothing}
  </li>`;
}

function beginNote(
  { code, title }: { readonly code: string; readonly title: string },
  actions: EntryActions,
): TemplateResult {
  return html`<button
    type="button"
    aria-label="Add a note: ${title}"
    @click=${() => actions.beginNote(code)}
  >
    Add a note
  </button>`;
}

/** What the reader keeps about a question that the guide does not have. */
export function otherEntryView(
  { code, isBookmarked, retired }: SavedElsewhere,
  isOpen: boolean,
  context: StudyContext,
): TemplateResult {
  const named = { code, title: `the question ${code}` };
  return html`<li class="stack">
    <p>
      ${
        retired === undefined
          ? missingSentences({ retired: [], unknown: [code] })
          : retiredView(retired, context)
      }
    </p>
    <div class="row">${bookmarkButton(named, isBookmarked, context.model)}</div>
    ${isOpen ? noteEditor(named, context.model) : nothing}
  </li>`;
}
