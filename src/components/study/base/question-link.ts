import { html, nothing } from 'lit-html';
import { setAddress } from '../../../browser/question-sets.ts';
import { labelOf } from '../../../domain/guide/label-of.ts';
import { missingSentences } from '../../../domain/practice/practice-link.ts';
import type { StudyQuestion } from '../../../domain/practice/study-data.ts';
import type { RetiredCode } from '../../../domain/study-set/code-book.ts';
import { type SetLink, setIn } from '../../../domain/study-set/set-link.ts';
import { levelIcons, levels } from '../../../guide-settings.ts';
import type { StudyContext } from './study-context.ts';

export function questionLink({ slug, title, level }: StudyQuestion, { paths }: StudyContext) {
  return html`<a href=${paths.question(slug)}>${title}</a> ${levelTag(level)}`;
}

export function backToSet(set: SetLink, { paths }: StudyContext, look = '') {
  return html`<a class="button ${look}" href=${setAddress(setIn(set), paths)}>Back to the set</a>`;
}

/** Shows the name of the set as a link back to it. */
export function setNameLink(set: SetLink, { paths }: StudyContext) {
  const name = set.name === '' ? 'Your set' : set.name;
  return html`<a href=${setAddress(setIn(set), paths)} dir="auto">${name}</a>`;
}

export function nameOf({ label, title }: StudyQuestion): string {
  return label ?? title;
}

export function levelTile(level: string) {
  return html`<svg class="guide-icon tile" viewBox="0 0 24 24" aria-hidden="true" data-level=${level}>
    <path d=${levelIcons[level] ?? ''} />
  </svg>`;
}

/**
 * Draws a ring around a number or a letter.
 * @param share how full the ring is, from 0 to 1
 * @param name the accessible name; without one, the ring is only decoration
 */
export function ringView(share: number, text: string | number, name?: string) {
  return html`<svg class="ring" viewBox="0 0 36 36" role=${name === undefined ? nothing : 'img'}
    aria-label=${name ?? nothing} aria-hidden=${name === undefined ? 'true' : nothing}>
    <circle cx="18" cy="18" r="16" />
    <circle class="filling" cx="18" cy="18" r="16" pathLength="1" stroke-dasharray="${share} 1" />
    <text x="18" y="22.5">${text}</text>
  </svg>`;
}

export function levelTag(level: string, look: 'tag' | 'chip' = 'tag') {
  return html`<span class=${look} data-level=${level}>${labelOf(levels, level)}</span>`;
}

export function retiredView(retired: RetiredCode, context: StudyContext) {
  const instead = context.questions.get(retired.instead ?? '');
  return html`${missingSentences({ retired: [retired], unknown: [] })}
  ${instead && html`Read instead: ${questionLink(instead, context)}`}`;
}
