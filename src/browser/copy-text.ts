/** The confirmation for a copied link. */
export const linkCopied = 'Link copied';

/** How long the message stays, in milliseconds: long enough to read two words. */
const shownFor = 5000;

/**
 * Copies text and shows a confirmation in `status`. If copying fails, shows the text there.
 */
export async function copyText(
  text: string,
  copied: string,
  status: HTMLElement,
  field: 'input' | 'textarea' = 'input',
): Promise<void> {
  try {
    await navigator.clipboard.writeText(text);
    status.textContent = copied;
    setTimeout(() => {
      // By now, `status` may show another message.
      if (status.textContent === copied) status.replaceChildren();
    }, shownFor);
  } catch {
    // For example, the reader denied permission, or the page isn't served over HTTPS.
    showText(text, status, field);
  }
}

function showText(text: string, status: HTMLElement, tag: 'input' | 'textarea'): void {
  const field = document.createElement(tag);
  field.readOnly = true;
  field.value = text;
  field.setAttribute('aria-label', tag === 'input' ? 'Link' : 'Text to copy');
  status.replaceChildren('We couldn’t copy the text. Copy it from here: ', field);
  field.select();
}
