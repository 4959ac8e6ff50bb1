/** Milliseconds: long enough to read two words; then the message would only be in the way. */
const shownFor = 5000;

/** Copies a text and says so in `status`, or shows the text there if copying isn't allowed. */
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
