import { html, nothing, type TemplateResult } from 'lit-html';
import { missingSentences } from '../../../domain/practice/practice-link.ts';
import type { SetLink } from '../../../domain/study-set/set-link.ts';
import { questionLink } from '../base/question-link.ts';
import type { StudyContext } from '../base/study-context.ts';

/** Says what is wrong with a link and which of its questions the guide doesn't have. */
export function missingView(
  { problems, retired, unknown }: SetLink,
  context: StudyContext,
): TemplateResult | typeof nothing {
  if (problems.length + retired.length + unknown.length === 0) return nothing;
  return html`<div class="warning stack">
    ${problems.map((problem) => html`<p>${problem}</p>`)}
    ${retired.map((entry) => {
      const instead = context.questions.get(entry.instead ?? '');
      return html`<p>
        ${missingSentences({ retired: [entry], unknown: [] })}
        ${instead === undefined ? nothing : html`Read instead: ${questionLink(instead, context)}`}
      </p>`;
    })}
    ${missingSentences({ retired: [], unknown }).map((sentence) => html`<p>${sentence}</p>`)}
  </div>`;
}
