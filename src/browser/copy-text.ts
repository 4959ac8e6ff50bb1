/** Milliseconds: long enough to read two words; then the message would only be in the way. */
const shownFor = 5000;

/**
 * Copies a text and reports the result in `status` for a few seconds. If copying isn't allowed, it
 * shows the text there in a field of the given kind.
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
      // Meanwhile it may say something else.
      if (status.textContent === copied) status.replaceChildren();
    }, shownFor);
  } catch {
    // No permission, or not a secure context.
    const { showText } = await import('./show-text.ts');
    showText(text, status, field);
  }
}
