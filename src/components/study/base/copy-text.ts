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
    button.addEventListener('click', () => void copy(this.dataset['text'] ?? '', status));
    this.append(button, status);
  }
}

async function copy(text: string, status: HTMLElement): Promise<void> {
  try {
    await navigator.clipboard.writeText(text);
    status.textContent = 'Copied';
  } catch {
    // No permission, or not a secure context.
    const { showAddress } = await import('../../copy-link/show-address.ts');
    showAddress(text, status, 'textarea');
  }
}

customElements.define('copy-text', CopyTextElement);
