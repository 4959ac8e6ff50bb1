import { html, nothing, type TemplateResult } from 'lit-html';
import { missingSentences } from '../../../domain/practice/practice-link.ts';
import type { StudyQuestion } from '../../../domain/practice/study-data.ts';
import type { RetiredCode } from '../../../domain/study-set/code-book.ts';
import { levels } from '../../../guide.ts';
import type { StudyContext } from './study-context.ts';

/** A link to a question's page, with its level. */
export function questionLink(
  { slug, title, level }: StudyQuestion,
  { paths }: Pick<StudyContext, 'paths'>,
): TemplateResult {
  return html`<a href=${paths.question(slug)}>${title}</a> ${levelTag(level)}`;
}

/** The name of a level on its field of color. */
export function levelChip(level: string): TemplateResult {
  return html`<span class="chip" data-level=${level}>${labelOf(level)}</span>`;
}

/** The colored name of a level. */
export function levelTag(level: string): TemplateResult {
  return html`<span class="tag" data-level=${level}>${labelOf(level)}</span>`;
}

function labelOf(level: string): string {
  return levels.find(({ id }) => id === level)?.label ?? level;
}

/** Says what became of a question that was taken out, and which one to read instead. */
export function retiredView(retired: RetiredCode, context: StudyContext): TemplateResult {
  const instead = context.questions.get(retired.instead ?? '');
  return html`${missingSentences({ retired: [retired], unknown: [] })}
  ${instead === undefined ? nothing : html`Read instead: ${questionLink(instead, context)}`}`;
}
