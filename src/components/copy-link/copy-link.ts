/**
 * Turns the link inside it into a button that copies the address. What happened is written
 * beside the button, in a live region, for eyes and screen readers alike.
 */
export class CopyLinkElement extends HTMLElement {
  #stop: AbortController | undefined;

  connectedCallback(): void {
    const link = this.querySelector('a');
    if (link === null) return;
    this.#stop = new AbortController();
    const button = document.createElement('button');
    button.type = 'button';
    button.textContent = 'Copy link';
    button.setAttribute('aria-label', `Copy link to ${this.dataset.name ?? 'this page'}`);
    const status = document.createElement('span');
    status.setAttribute('role', 'status');
    button.addEventListener('click', () => void copy(link.href, status), {
      signal: this.#stop.signal,
    });
    link.replaceWith(button, status);
  }

  disconnectedCallback(): void {
    this.#stop?.abort();
  }
}

async function copy(address: string, status: HTMLElement): Promise<void> {
  try {
    await navigator.clipboard.writeText(address);
    status.textContent = 'Link copied';
  } catch {
    // No permission, or not a secure context: show the address, so that it can be copied by hand.
    const field = document.createElement('input');
    field.readOnly = true;
    field.value = address;
    field.setAttribute('aria-label', 'Address');
    status.replaceChildren('Could not copy. The address is: ', field);
    field.select();
  }
}
