import type { Guide } from '../guide/build-guide.ts';
import { dateText } from '../words/date-text.ts';
import { escapeXml } from './part-html.ts';

/** Anchor of a term in the list below. */
export function termAnchor(id: string): string {
  return `term-${id}`;
}

/** All terms, in alphabetical order. */
export function glossaryList({ terms }: Guide): string {
  const entries = [...terms.values()].map(
    ({ id, term, expansion, definition }) =>
      `<dt id="${termAnchor(id)}">${escapeXml(term)}${expansion === undefined ? '' : ` <span class="small">${escapeXml(expansion)}</span>`}</dt><dd>${escapeXml(definition)}</dd>`,
  );
  return `<dl>${entries.join('\n')}</dl>`;
}

/** All sources with their summaries. */
export function sourceList({ sources }: Guide): string {
  const entries = [...sources.values()].map(
    ({ by, title, url, published, says }) =>
      `<li>${escapeXml(by)}: <a href="${escapeXml(url)}">${escapeXml(title)}</a>, ${dateText(published)}. ${escapeXml(says)} ${addressText(url)}</li>`,
  );
  return `<ul>${entries.join('\n')}</ul>`;
}

/** A URL spelled out: paper and e-ink can't be clicked. */
export function addressText(url: string): string {
  return `<span class="address">${escapeXml(url)}</span>`;
}
