import { html, nothing, type TemplateResult } from 'lit-html';
import { setBookmark } from '../../../browser/marks.ts';
import type { ProgressModel } from '../../../browser/progress-model.ts';
import { missingSentences, writePracticeLink } from '../../../domain/practice/practice-link.ts';
import type { SavedElsewhere, SavedQuestion } from '../../../domain/progress/saved-questions.ts';
import { icons } from '../../icon/icons.ts';
import { questionLink, retiredView } from '../base/question-link.ts';
import type { StudyContext } from '../base/study-context.ts';
import { noteEditor } from '../notes/note-editor.ts';

interface EntryActions {
  readonly beginNote: (code: string) => void;
}

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
      ${savedButton(question, isBookmarked, context.model)}
      <a class="button" href=${practice} aria-label="Practice: ${title}">Practice</a>
      ${isOpen ? nothing : beginNote(question, actions)}
    </div>
    ${isOpen ? noteEditor(question, context.model) : nothing}
  </li>`;
}

function savedButton(
  { code, title }: { readonly code: string; readonly title: string },
  isSaved: boolean,
  { store }: Pick<ProgressModel, 'store'>,
): TemplateResult {
  const label = isSaved ? 'Saved' : 'Save';
  return html`<button
    type="button"
    aria-pressed=${isSaved}
    aria-label="${label}: ${title}"
    @click=${() => void setBookmark(store, code, !isSaved)}
  >
    <svg class="icon" viewBox="0 0 24 24" aria-hidden="true"><path d=${icons.star} /></svg>
    ${label}
  </button>`;
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
    <div class="row">${savedButton(named, isBookmarked, context.model)}</div>
    ${isOpen ? noteEditor(named, context.model) : nothing}
  </li>`;
}
