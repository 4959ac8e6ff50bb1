import { html, type TemplateResult } from 'lit-html';
import type { StudyQuestion } from '../../../domain/practice/study-data.ts';
import { levels } from '../../../guide.ts';
import type { StudyContext } from './study-context.ts';

/** A link to a question's page, with its level. */
export function questionLink(
  { slug, title, level }: StudyQuestion,
  { paths }: Pick<StudyContext, 'paths'>,
): TemplateResult {
  return html`<a href=${paths.question(slug)}>${title}</a> ${levelTag(level)}`;
}

/** The colored name of a level. */
export function levelTag(level: string): TemplateResult {
  const label = levels.find(({ id }) => id === level)?.label ?? level;
  return html`<span class="tag" data-level=${level}>${label}</span>`;
}
