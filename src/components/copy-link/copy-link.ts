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

/** Makes buttons of the links that are there and puts one beside each part of a question. */
export function offerLinks(): void {
  adoptStyles(sheet);
  customElements.define('copy-link', CopyLinkElement);
  for (const part of document.querySelectorAll<HTMLElement>('.part > [data-part]')) {
    const place = document.createElement('copy-link');
    const link = document.createElement('a');
    place.dataset['name'] = `the part “${part.querySelector('h2')?.textContent}”`;
    link.href = `#${part.dataset['part']}`;
    place.append(link);
    part.after(place);
  }
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
