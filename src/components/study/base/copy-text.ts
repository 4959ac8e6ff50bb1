import { copyText } from '../../../browser/copy-text.ts';

/**
 * A button that copies `data-text`; its label is `data-label`. The result is announced next to it,
 * in a live region.
 */
class CopyTextElement extends HTMLElement {
  static readonly observedAttributes = ['data-text'];

  attributeChangedCallback(): void {
    // The text has changed since it was copied.
    this.querySelector('[role=status]')?.replaceChildren();
  }

  connectedCallback(): void {
    if (this.firstChild !== null) return;
    const button = document.createElement('button');
    button.type = 'button';
    button.textContent = this.dataset['label'] ?? 'Copy';
    const status = document.createElement('span');
    status.setAttribute('role', 'status');
    button.addEventListener('click', () =>
      copyText(this.dataset['text'] ?? '', 'Copied', status, 'textarea'),
    );
    this.append(button, status);
  }
}

customElements.define('copy-text', CopyTextElement);
