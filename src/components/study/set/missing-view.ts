import { html, nothing, type TemplateResult } from 'lit-html';
import { missingSentences } from '../../../domain/practice/practice-link.ts';
import type { SetLink } from '../../../domain/study-set/set-link.ts';
import { retiredView } from '../base/question-link.ts';
import type { StudyContext } from '../base/study-context.ts';

export function missingView(
  { problems, retired, unknown }: SetLink,
  context: StudyContext,
): TemplateResult | typeof nothing {
  const lines = [
    ...problems,
    ...retired.map((entry) => retiredView(entry, context)),
    ...missingSentences({ retired: [], unknown }),
  ];
  if (lines.length === 0) return nothing;
  return html`<div class="warning stack">${lines.map((line) => html`<p>${line}</p>`)}</div>`;
}
