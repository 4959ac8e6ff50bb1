import { addCopyButton } from '../button.ts';

/**
 * A button with the label `data-label` that copies `data-text`. A live region announces the result.
 */
class CopyTextElement extends HTMLElement {
  static readonly observedAttributes = ['data-text'];

  attributeChangedCallback(): void {
    // The text has changed, so the last result no longer applies.
    this.querySelector('[role=status]')?.replaceChildren();
  }

  connectedCallback(): void {
    if (this.firstChild !== null) return;
    addCopyButton(this, this.dataset['label'] ?? 'Copy', 'Copied', 'textarea');
  }
}

customElements.define('copy-text', CopyTextElement);
