import { html, nothing, render } from 'lit-html';
import '../../copy-text/copy-text-element.ts';
import type { QrCode } from '../../../domain/qr/qr-code.ts';
import type { Result } from '../../../lib/result.ts';

/**
 * Shares the URL in `data-address`. One button copies it, and another opens its QR code. The QR
 * code is drawn on the device, by a script that loads on demand. `data-name` says what is shared,
 * as in "this set", and `data-title` is its own name, if it has one.
 */
class ShareLinkElement extends HTMLElement {
  static readonly observedAttributes = ['data-address'];
  #drawn: Result<QrCode> | undefined;

  connectedCallback(): void {
    this.#update();
  }

  attributeChangedCallback(): void {
    // The QR code that was drawn is for the previous URL.
    this.#drawn = undefined;
    this.#sheet?.hidePopover();
    if (this.isConnected) this.#update();
  }

  #update(): void {
    const { address = '', name = 'this', title } = this.dataset;
    render(
      html`<div class="row">
          <copy-text data-text=${address} data-label="Copy link to ${name}"></copy-text>
          <button type="button" aria-haspopup="dialog" @click=${() => void this.#show()}>QR code</button>
        </div>
        <div popover role="dialog" aria-label="QR code" class="panel">
          <div class="stack">
            <p><strong>Scan to open <bdi>${title || name}</bdi></strong></p>
            <div role="status">${this.#drawing()}</div>
            <button type="button" @click=${() => this.#sheet?.hidePopover()}>Close</button>
          </div>
        </div>`,
      this,
    );
  }

  #drawing() {
    if (this.#drawn === undefined) return nothing;
    if ('problem' in this.#drawn) return html`<p class="note">${this.#drawn.problem}</p>`;
    const { path, size } = this.#drawn.value;
    // The quiet zone around the code is four modules wide.
    return html`<svg class="qr" viewBox="-4 -4 ${size + 8} ${size + 8}" role="img"
      shape-rendering="crispEdges" aria-label="QR code of the link to ${this.dataset['name'] ?? 'this'}">
      <rect x="-4" y="-4" width="100%" height="100%" fill="#fff" />
      <path d=${path} fill="#000" />
    </svg>`;
  }

  get #sheet() {
    return this.querySelector<HTMLElement>('[popover]');
  }

  async #show(): Promise<void> {
    this.#drawn ??= await draw(this.dataset['address'] ?? '');
    this.#update();
    this.#sheet?.showPopover();
  }
}

async function draw(address: string): Promise<Result<QrCode>> {
  try {
    const { qrCode } = await import('../../../domain/qr/qr-code.ts');
    return qrCode(address);
  } catch {
    return { problem: 'We couldn’t show the QR code. Copy the link instead.' };
  }
}

customElements.define('share-link', ShareLinkElement);
