import { html, nothing, type TemplateResult } from 'lit-html';
import { missingSentences } from '../../../domain/practice/practice-link.ts';
import type { RetiredCode } from '../../../domain/study-set/code-book.ts';
import { questionLink } from './question-link.ts';
import type { StudyContext } from './study-context.ts';

/** Says what became of a question that was taken out, and which one to read instead. */
export function retiredView(retired: RetiredCode, context: StudyContext): TemplateResult {
  const instead = context.questions.get(retired.instead ?? '');
  return html`${missingSentences({ retired: [retired], unknown: [] })}
  ${instead === undefined ? nothing : html`Read instead: ${questionLink(instead, context)}`}`;
}
