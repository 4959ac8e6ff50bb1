import { copyText } from '../../browser/copy-text.ts';

/**
 * Adds a copy-link button at the end of each part of a question, and a copy-code button below each
 * listing.
 */
export function addCopyButtons(): void {
  // The worker also answers without the last slash.
  const here = location.origin + location.pathname.replace(/\/?$/, '/');
  for (const part of document.querySelectorAll<HTMLElement>('details[data-part]')) {
    const name = `the part “${part.querySelector('h2')?.textContent}”`;
    offerAfter(part, name, `${here}#${part.dataset['part']}`);
  }
  for (const listing of document.querySelectorAll('.listing > pre')) {
    const place = document.createElement('copy-link');
    place.append(...copyButton('Copy code', 'Code copied', listing.textContent ?? ''));
    listing.parentElement?.after(place);
  }
}

function offerAfter(before: Element | null, name: string, address: string): void {
  const place = document.createElement('copy-link');
  place.append(...copyLinkButton(name, address));
  before?.after(place);
}

function copyLinkButton(name: string, address: string): readonly [HTMLElement, HTMLElement] {
  const [button, status] = copyButton('Copy link', 'Link copied', address);
  button.ariaLabel = `Copy link to ${name}`;
  return [button, status];
}

/**
 * A button that copies a text, and a live region for the result.
 */
function copyButton(
  label: string,
  copied: string,
  text: string,
): readonly [HTMLElement, HTMLElement] {
  const button = document.createElement('button');
  const status = document.createElement('span');
  button.type = 'button';
  button.textContent = label;
  status.role = 'status';
  button.onclick = () => void copyText(text, copied, status);
  return [button, status];
}
