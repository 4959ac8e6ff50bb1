import { copyText } from '../../browser/copy-text.ts';
import { addCopyButton, element } from '../button.ts';

/**
 * Adds links that copy their own URL to a question's parts and headings, and a copy button to each
 * listing.
 */
export function addCopyButtons(): void {
  // The page's URL may lack its trailing slash, because the worker answers such requests too.
  const here = location.origin + location.pathname.replace(/\/?$/, '/');
  for (const part of document.querySelectorAll<HTMLElement>('details[data-part]')) {
    const place = addAfter(part, `${here}#${part.dataset['part']}`);
    const copy = addCopyButton(place, 'Copy link', 'Link copied', 'input');
    copy.ariaLabel = `Copy link to “${part.previousElementSibling?.textContent?.trim()}”`;
  }
  document.querySelector('[data-print]')?.addEventListener('click', () => print());
  for (const heading of document.querySelectorAll('.group-head h2, .part-body h4[id]')) {
    const status = element('span', { role: 'status' });
    const link = element('a', { href: `#${heading.id}`, className: 'heading-link' });
    link.append(...heading.childNodes);
    link.onclick = () => void copyText(here + link.hash, 'Link copied', status);
    heading.append(link, status);
  }
  for (const listing of document.querySelectorAll('.listing > pre')) {
    const place = addAfter(listing.parentElement, listing.textContent ?? '');
    addCopyButton(place, 'Copy code', 'Code copied', 'textarea');
  }
}

function addAfter(before: Element | null, text: string): HTMLElement {
  const place = document.createElement('copy-text');
  place.dataset['text'] = text;
  before?.after(place);
  return place;
}
