import { addCopyButton } from '../button.ts';

/** A button that copies `data-text`; its label is `data-label`. A live region has the result. */
class CopyTextElement extends HTMLElement {
  static readonly observedAttributes = ['data-text'];

  attributeChangedCallback(): void {
    // The text has changed since it was copied.
    this.querySelector('[role=status]')?.replaceChildren();
  }

  connectedCallback(): void {
    if (this.firstChild !== null) return;
    addCopyButton(this, this.dataset['label'] ?? 'Copy', 'Copied', 'textarea');
  }
}

customElements.define('copy-text', CopyTextElement);
