import { adoptStyles } from '../study/base/adopt-styles.ts';
import sheet from './copy-link.css?inline';

/**
 * Makes a button of the link that is there, puts one beside the facts about a question and beside
 * each of its parts, and one that copies the code below each listing.
 */
export function offerLinks(): void {
  adoptStyles(sheet);
  for (const place of document.querySelectorAll<HTMLElement>('copy-link')) {
    const address = place.querySelector('a')?.href ?? '';
    place.replaceChildren(...copyLinkButton(place.dataset['name'] ?? '', address));
  }
  // Last in its line, so that nothing moves under a finger. The worker also answers without the last slash.
  const here = location.origin + location.pathname.replace(/\/?$/, '/');
  offerAfter(document.querySelector('question-tools'), 'this question', here);
  for (const part of document.querySelectorAll<HTMLElement>('.part > [data-part]')) {
    const name = `the part “${part.querySelector('h2')?.textContent}”`;
    offerAfter(part, name, `${here}#${part.dataset['part']}`);
  }
  for (const listing of document.querySelectorAll('.listing > pre')) {
    const place = document.createElement('copy-link');
    place.append(...copyButton('Copy code', 'Code copied', listing.textContent ?? ''));
    listing.after(place);
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
 * A button that copies a text, and where what happened is written: in a live region, for eyes and
 * screen readers alike.
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
  button.onclick = () => void copy(text, copied, status);
  return [button, status];
}

async function copy(address: string, copied: string, status: HTMLElement): Promise<void> {
  try {
    await navigator.clipboard.writeText(address);
    status.textContent = copied;
  } catch {
    // No permission, or not a secure context.
    const { showAddress } = await import('./show-address.ts');
    showAddress(address, status);
  }
}
