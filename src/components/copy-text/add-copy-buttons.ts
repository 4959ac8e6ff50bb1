import { copyText, linkCopied } from '../../browser/copy-text.ts';
import { addCopyButton, element } from '../button.ts';

/**
 * Adds a copy button to each part of a question, for its URL, and to each listing. The headings of
 * groups and in parts become links that copy their own URLs. The print button prints the page.
 */
export function addCopyButtons(): void {
  // The page's URL may lack its trailing slash, because the worker also answers such requests.
  const here = location.origin + location.pathname.replace(/\/?$/, '/');
  for (const part of document.querySelectorAll<HTMLElement>('details[data-part]')) {
    const container = addAfter(part, `${here}#${part.dataset['part']}`);
    const copy = addCopyButton(container, 'Copy link', linkCopied, 'input');
    copy.ariaLabel = `Copy link to “${part.previousElementSibling?.textContent?.trim()}”`;
  }
  document.querySelector('[data-print]')?.addEventListener('click', () => print());
  for (const heading of document.querySelectorAll('.group-head h2, .part-body h4[id]')) {
    const status = element('span', { role: 'status' });
    const link = element('a', { href: `#${heading.id}`, className: 'heading-link' });
    link.append(...heading.childNodes);
    link.onclick = () => void copyText(here + link.hash, linkCopied, status);
    heading.append(link, status);
  }
  for (const listing of document.querySelectorAll('.listing > pre')) {
    const container = addAfter(listing.parentElement, listing.textContent ?? '');
    addCopyButton(container, 'Copy code', 'Code copied', 'textarea');
  }
}

function addAfter(before: Element | null, text: string): HTMLElement {
  const container = document.createElement('copy-text');
  container.dataset['text'] = text;
  before?.after(container);
  return container;
}
