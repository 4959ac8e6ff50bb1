import { html, nothing, type TemplateResult } from 'lit-html';
import type { SetLink, StudySet } from '../../../domain/study-set/set-link.ts';
import { counted } from '../base/format.ts';
import { questionLink } from '../base/question-link.ts';
import type { StudyContext } from '../base/study-context.ts';
import { missingView } from './missing-view.ts';
import { lengthOfSet, setActions, shareSet } from './set-actions-view.ts';

export interface SharedState {
  readonly link: SetLink;
  readonly own: StudySet;
}

/** Shows a shared set. @param edit makes a copy of it the reader's own */
export function sharedSetView(
  { link, own }: SharedState,
  edit: () => void,
  context: StudyContext,
): TemplateResult {
  return html`${missingView(link, context)}
    ${link.codes.length === 0 ? nothing : usableSet(link, context)}
    <div class="row">
      ${
        link.codes.length === 0
          ? nothing
          : html`<button type="button" data-focus="edit" @click=${edit}>Edit a copy</button>`
      }
      <a href=${context.paths.set}>${
        own.codes.length === 0
          ? 'Build your own set'
          : `Your own set (${counted(own.codes.length, 'question')})`
      }</a>
    </div>`;
}

function usableSet(link: SetLink, context: StudyContext): TemplateResult {
  const questions = link.codes.flatMap((code) => context.questions.get(code) ?? []);
  return html`<p>${lengthOfSet(link, context)}</p>
    ${setActions(link, context, 'practice')}
    <ol class="lines set-list">
      ${questions.map((question) => html`<li>${questionLink(question, context)}</li>`)}
    </ol>
    ${shareSet(link, context)}`;
}
