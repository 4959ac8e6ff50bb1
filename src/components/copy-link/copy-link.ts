import { adoptStyles } from '../study/base/adopt-styles.ts';
import sheet from './copy-link.css?inline';

/**
 * Makes a button of the link that is there, and puts one beside the facts about a question and beside
 * each of its parts.
 */
export function offerLinks(): void {
  adoptStyles(sheet);
  for (const place of document.querySelectorAll<HTMLElement>('copy-link')) {
    const address = place.querySelector('a')?.href ?? '';
    place.replaceChildren(...copyButton(place.dataset['name'] ?? '', address));
  }
  // Last in its line, so that nothing moves under a finger. The worker also answers without the last slash.
  const here = location.origin + location.pathname.replace(/\/?$/, '/');
  offerAfter(document.querySelector('question-tools'), 'this question', here);
  for (const part of document.querySelectorAll<HTMLElement>('.part > [data-part]')) {
    const name = `the part “${part.querySelector('h2')?.textContent}”`;
    offerAfter(part, name, `${here}#${part.dataset['part']}`);
  }
}

function offerAfter(before: Element | null, name: string, address: string): void {
  const place = document.createElement('copy-link');
  place.append(...copyButton(name, address));
  before?.after(place);
}

/**
 * A button that copies an address, and where what happened is written: in a live region, for eyes and
 * screen readers alike.
 */
function copyButton(name: string, address: string): readonly [HTMLElement, HTMLElement] {
  const button = document.createElement('button');
  const status = document.createElement('span');
  button.type = 'button';
  button.textContent = 'Copy link';
  button.ariaLabel = `Copy link to ${name}`;
  status.role = 'status';
  button.onclick = () => void copy(address, status);
  return [button, status];
}

async function copy(address: string, status: HTMLElement): Promise<void> {
  try {
    await navigator.clipboard.writeText(address);
    status.textContent = 'Link copied';
  } catch {
    // No permission, or not a secure context.
    const { showAddress } = await import('./show-address.ts');
    showAddress(address, status);
  }
}
