import { addCopyButton } from '../button.ts';

/**
 * A button with the label `data-label` that copies `data-text`. With `data-primary`, it is filled.
 * A live region announces the result.
 */
class CopyTextElement extends HTMLElement {
  static readonly observedAttributes = ['data-text', 'data-label'];

  attributeChangedCallback(): void {
    // What is copied has changed, so the last result no longer applies.
    this.querySelector('[role=status]')?.replaceChildren();
    this.querySelector('button')?.replaceChildren(this.dataset['label'] ?? 'Copy');
  }

  connectedCallback(): void {
    if (this.firstChild !== null) return;
    const copy = addCopyButton(this, this.dataset['label'] ?? 'Copy', 'Copied', 'textarea');
    copy.classList.toggle('primary', this.dataset['primary'] !== undefined);
  }
}

customElements.define('copy-text', CopyTextElement);
