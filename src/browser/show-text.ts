/** Shows a text that couldn't be copied, so that the reader can copy it by hand. */
export function showText(
  text: string,
  status: HTMLElement,
  tag: 'input' | 'textarea' = 'input',
): void {
  const field = document.createElement(tag);
  field.readOnly = true;
  field.value = text;
  field.setAttribute('aria-label', tag === 'input' ? 'Link' : 'Text to copy');
  status.replaceChildren('We couldn’t copy the text. Copy it from here: ', field);
  field.select();
}
