import { adoptStyles } from '../study/base/adopt-styles.ts';
import sheet from './copy-link.css?inline';

/**
 * Turns the link inside it into a button that copies the address. What happened is written
 * beside the button, in a live region, for eyes and screen readers alike.
 */
class CopyLinkElement extends HTMLElement {
  connectedCallback(): void {
    const link = this.querySelector('a');
    if (link === null) return;
    const button = document.createElement('button');
    const status = document.createElement('span');
    button.type = 'button';
    button.textContent = 'Copy link';
    button.ariaLabel = `Copy link to ${this.dataset['name']}`;
    status.role = 'status';
    button.onclick = () => void copy(link.href, status);
    link.replaceWith(button, status);
  }
}

/**
 * Makes a button of the link that is there, and puts one beside the facts about a question and beside
 * each of its parts.
 */
export function offerLinks(): void {
  adoptStyles(sheet);
  customElements.define('copy-link', CopyLinkElement);
  // Last in its line, so that nothing moves under a finger.
  const tools = document.querySelector('question-tools');
  // The worker also answers without the last slash.
  if (tools !== null) offerLink(tools, 'this question', location.pathname.replace(/\/?$/, '/'));
  for (const part of document.querySelectorAll<HTMLElement>('.part > [data-part]')) {
    const name = `the part “${part.querySelector('h2')?.textContent}”`;
    offerLink(part, name, `#${part.dataset['part']}`);
  }
}

function offerLink(before: Element, name: string, address: string): void {
  const place = document.createElement('copy-link');
  const link = document.createElement('a');
  place.dataset['name'] = name;
  link.href = address;
  place.append(link);
  before.after(place);
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
