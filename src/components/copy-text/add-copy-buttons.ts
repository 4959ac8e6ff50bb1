import { addCopyButton } from '../button.ts';

/** Adds a copy-link button to each part of a question and a copy-code button to each listing. */
export function addCopyButtons(): void {
  // The worker also answers without the last slash.
  const here = location.origin + location.pathname.replace(/\/?$/, '/');
  for (const part of document.querySelectorAll<HTMLElement>('details[data-part]')) {
    const place = addAfter(part, `${here}#${part.dataset['part']}`);
    const copy = addCopyButton(place, 'Copy link', 'Link copied', 'input');
    copy.ariaLabel = `Copy link to “${part.previousElementSibling?.textContent?.trim()}”`;
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
